"""Numbers: what they count, which of two versions belong together, and whether both can hold."""
