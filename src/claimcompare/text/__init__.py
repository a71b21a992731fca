"""Bare text, below the stages: its normal form, paragraphs, stops, stems, and what two texts have word for word."""
