"""How the cells of a text file are parted, and whether its quotes are quotes."""

from __future__ import annotations

import csv
import mmap
import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from ipgraph.sources.unpack import CHUNK

SAMPLE = 1 << 18
DELIMITERS = (",", "\t", ";", "|")
#: Share of rows that must have one width for a delimiter to be taken.
MOST_ROWS = 0.5


def records(text: str, delimiter: str, quoting: bool = True) -> Any:
    csv.field_size_limit(SAMPLE * 2)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoting else csv.QUOTE_NONE)


def choose_delimiter(sample: str) -> str:
    """The delimiter that parts at least half of the sample into rows of one width, and does so from the top.

    The headings are parted by the delimiter alone, the cells below perhaps also by that of their lists; so the one
    whose first row of full width comes first is right, and of several such the one that gives most cells.
    """

    def rank(delimiter: str) -> tuple[bool, int, float]:
        widths = [len(cells) for cells in records(sample, delimiter) if cells]
        width, rows = Counter(widths).most_common(1)[0] if widths else (1, 0)
        share = rows / len(widths) if width > 1 else 0.0
        return share >= MOST_ROWS, -widths.index(width) if share else 0, width * share

    return max(DELIMITERS, key=rank)


def quotes_pair(path: Path) -> bool:
    """In tab-separated text quotes count as such only where every cell that opens with one closes with one.

    A stray quote would otherwise swallow all rows up to the next; a quoted cell with a tab in it is taken for that.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        opening = sum(1 for _ in re.finditer(rb'(?:^|[\t\r\n])"', content))
        quoted = sum(1 for _ in re.finditer(rb'(?:^|(?<=[\t\r\n]))"(?:[^"\t]|"")*"(?=[\t\r\n]|$)', content))
    return 0 < opening == quoted


def odd_quotes(path: Path) -> bool:
    """True when some quote in the file has no partner."""
    with path.open("rb") as file:
        return sum(chunk.count(b'"') for chunk in iter(partial(file.read, CHUNK), b"")) % 2 == 1
