"""Bare text, below the stages: normal form, lines, stems, agencies, what it says of itself and what two share."""
