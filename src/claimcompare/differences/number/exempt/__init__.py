"""Why two numbers that differ may both hold: a part and the whole, two places, now and then."""
