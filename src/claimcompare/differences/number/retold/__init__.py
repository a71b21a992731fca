"""Numbers that are told in other words, or that only one version has as a number."""
