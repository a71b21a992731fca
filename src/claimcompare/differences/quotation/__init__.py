"""Quotations: what stands in quotation marks, and how the other version has it."""
