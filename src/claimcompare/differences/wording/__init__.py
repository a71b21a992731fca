"""Wording: what no other rule has explained."""
