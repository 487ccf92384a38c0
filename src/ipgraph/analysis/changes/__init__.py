"""Boards that differ: between two days, two places or two chains, and what if something were otherwise."""
