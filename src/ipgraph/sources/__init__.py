"""Supplier files in, drafts out: reading, finding the layout, shaping."""

from ipgraph.sources.detect import layouts
from ipgraph.sources.drafts import DRAFTS, Draft
from ipgraph.sources.gather import Found, gather
from ipgraph.sources.intake import Intake, take_in
from ipgraph.sources.loader import Heading, Layout, Loader, Part, Read
from ipgraph.sources.mapping import read_mapping
from ipgraph.sources.open_file import open_file
from ipgraph.sources.patent_layout import PatentLayout
from ipgraph.sources.propose import propose_mapping
from ipgraph.sources.reasons import REASONS

__all__ = [
    "DRAFTS", "REASONS", "Draft", "Found", "Heading", "Intake", "Layout", "Loader", "Part", "PatentLayout", "Read",
    "gather", "layouts", "open_file", "propose_mapping", "read_mapping", "take_in",
]
