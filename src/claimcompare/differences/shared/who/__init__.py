"""Names and speakers: forms of one name, who says a version, and whether two are two."""
