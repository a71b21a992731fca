"""How a version is read without a parser: verbs, noun phrases, modals, negators."""
