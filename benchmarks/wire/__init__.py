"""A wire service that never was: reports of made-up stories, of any length, the same for the same seed."""
