"""Modality: how certain, bound or real an act is."""
