"""Bare text, below the stages: normal form, lines, stops, stems, what it says of itself and what two share."""
