"""Texts of patents: taken apart, indexed, and found again."""

from ipgraph.text.index import Found, Terms, TextIndex, open_texts, texts_of
from ipgraph.text.tokens import FIELDS, Words, normalised_one

__all__ = ["FIELDS", "Found", "Terms", "TextIndex", "Words", "normalised_one", "open_texts", "texts_of"]
