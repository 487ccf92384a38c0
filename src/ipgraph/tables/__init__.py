"""Drafts in; clean, checked, identified tables out; and what was refused."""

from ipgraph.tables.build import Built, build
from ipgraph.tables.intake import Intakes, Record
from ipgraph.tables.refusals import REFUSED

__all__ = ["REFUSED", "Built", "Intakes", "Record", "build"]
