"""Names: spellings and fuller forms apart from other persons and places."""
