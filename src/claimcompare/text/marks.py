"""Marks of punctuation by what they do, in all the shapes that reports have them in."""

QUOTATION_MARKS = "“”\"„«»‘’'"
HYPHENS = frozenset({"-", "‐", "‑"})
LONG_DASHES = frozenset({"–", "—", "--"})
DASHES = LONG_DASHES | {"-"}  # a hyphen between blanks stands for one
CLAUSE_BARS = frozenset(",;:–—()[]")  # where a clause may end
