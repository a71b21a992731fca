"""A comparison → text, a page, tables, JSON: one module a format, each a function of the comparison that gives text.

Nothing is imported here, so that a format that is not asked for costs nothing.
"""
