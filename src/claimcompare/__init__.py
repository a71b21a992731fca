"""Compare several reports on one story: which claims they share, and how the wording differs."""
