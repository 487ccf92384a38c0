"""Sorts of value that own their cleaning: numbers, dates, symbols, names, regions.

Each works on whole columns: an Ibis expression in, an Ibis expression out (names: an Arrow array).
`clean_one` applies the same expression to a single value, for what a person types.
"""

from ipgraph.schema.types.text import clean_one

__all__ = ["clean_one"]
