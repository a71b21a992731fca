"""Negation: what one version affirms and the other denies, by a negator or by a word of the opposite sense."""
