"""Dates: which of two versions date one act, and whether both can hold."""
