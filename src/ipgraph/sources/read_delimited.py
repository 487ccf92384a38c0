"""Delimited text: comma, semicolon, tab or bar, with quoted fields, read in columns block by block."""

from __future__ import annotations

import csv
import itertools
import mmap
import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from ipgraph.errors import UnreadableFile
from ipgraph.sources.encoding import BROKEN
from ipgraph.sources.sheet import HEAD_ROWS, Body, Sheet, cells_schema, refusals

SAMPLE = 1 << 18
BLOCK = 8 << 20
DELIMITERS = (",", "\t", ";", "|")
#: How much of a refused row is shown.
SHOWN = 200


def sheet(path: Path, broken: bool, name: str) -> Sheet:
    """The one sheet of a UTF-8 file; `broken` says that some bytes did not decode."""
    with path.open(encoding="utf-8", newline="", errors="replace") as file:
        sample = file.read(SAMPLE)
        if len(sample) == SAMPLE:
            sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample
    delimiter = choose_delimiter(sample)
    quoting = delimiter != "\t" or quotes_pair(path)
    head = list(itertools.islice(records(sample, delimiter, quoting), HEAD_ROWS))
    if not any(any(cells) for cells in head):
        raise UnreadableFile(f"{name}: the file is empty")
    body = partial(read_body, path, delimiter, quoting, tuple(map(len, head)), broken)
    return Sheet("", tuple(tuple(cell.strip() for cell in cells) for cells in head), body)


def records(text: str, delimiter: str, quoting: bool = True) -> Any:
    csv.field_size_limit(SAMPLE * 2)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoting else csv.QUOTE_NONE)


def choose_delimiter(sample: str) -> str:
    """The delimiter that parts most rows of the sample into the same, largest number of cells."""

    def score(delimiter: str) -> float:
        widths = [len(cells) for cells in records(sample, delimiter) if cells]
        if not widths:
            return 0.0
        width, rows = Counter(widths).most_common(1)[0]
        return width * rows / len(widths) if width > 1 else 0.0

    return max(DELIMITERS, key=score)


def quotes_pair(path: Path) -> bool:
    """In tab-separated text quotes count as such only where every cell that opens with one closes with one.

    A stray quote would otherwise swallow all rows up to the next; a quoted cell with a tab in it is taken for that.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        opening = sum(1 for _ in re.finditer(rb'(?:^|[\t\r\n])"', content))
        quoted = sum(1 for _ in re.finditer(rb'(?:^|(?<=[\t\r\n]))"(?:[^"\t]|"")*"(?=[\t\r\n]|$)', content))
    return 0 < opening == quoted


def read_body(path: Path, delimiter: str, quoting: bool, widths: tuple[int, ...], broken: bool, heading: int,
              out: Path) -> Body:
    """All rows below the headings; rows with too few or too many cells are refused, blank ones passed over."""
    width = widths[max(heading, 0)]
    names = [f"c{i}" for i in range(width)]
    misfits: list[tuple[int, int, str]] = []

    def misfit(row: Any) -> str:
        misfits.append((row.number, row.actual_columns, row.text))
        return "skip"

    reader = pyarrow.csv.open_csv(
        path,
        read_options=pyarrow.csv.ReadOptions(column_names=names, use_threads=False, block_size=BLOCK),
        parse_options=pyarrow.csv.ParseOptions(
            delimiter=delimiter, quote_char='"' if quoting else False, newlines_in_values=quoting,
            ignore_empty_lines=False, invalid_row_handler=misfit,
        ),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), check_utf8=False, strings_can_be_null=False, null_values=[],
        ),
    )
    read = 0
    last = 0
    undecodable: list[tuple[int, str, str, str, str]] = []
    with pq.ParquetWriter(out, cells_schema(width)) as writer:
        for part in reader:
            numbers = following(last, part.num_rows, [number for number, _, _ in misfits])
            last = int(numbers[-1]) if len(numbers) else last
            table = pa.Table.from_batches([part]).add_column(0, "row", pa.array(numbers, pa.int64()))
            table = table.filter(pc.and_(pc.greater(table["row"], heading + 1), pc.invert(blank(table, names))))
            read += table.num_rows
            if broken:
                bad = containing(table, names, BROKEN)
                undecodable += [
                    (row["row"], "", BROKEN_SHOWN.join(str(row[n]) for n in names).replace(BROKEN, "�")[:SHOWN],
                     "undecodable", "")
                    for row in table.filter(bad).to_pylist()
                ]
                table = table.filter(pc.invert(bad))
            writer.write_table(table)
    uneven = [
        (number, "", text[:SHOWN].replace(BROKEN, "�"), "too-few-cells" if cells < width else "too-many-cells",
         f"{cells}/{width}")
        for number, cells, text in misfits
        if number > heading + 1 and text.strip(delimiter + " \r\n")
    ]
    return Body(out, read + len(uneven), refusals(sorted(uneven + undecodable)))


BROKEN_SHOWN = " | "


def following(last: int, count: int, skipped: list[int]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """The `count` row numbers after `last` that were not skipped."""
    later = np.array([number for number in skipped if number > last], dtype=np.int64)
    numbers = np.arange(last + 1, last + 1 + count + len(later), dtype=np.int64)
    return np.setdiff1d(numbers, later, assume_unique=True)[:count]


def blank(table: pa.Table, names: list[str]) -> pa.ChunkedArray:
    """True for rows whose cells are all empty."""
    empty = [pc.equal(pc.utf8_trim_whitespace(table[name]), "") for name in names]
    result = empty[0]
    for other in empty[1:]:
        result = pc.and_(result, other)
    return result


def containing(table: pa.Table, names: list[str], mark: str) -> pa.ChunkedArray:
    """True for rows with `mark` in some cell."""
    found = [pc.match_substring(table[name], mark) for name in names]
    result = found[0]
    for other in found[1:]:
        result = pc.or_(result, other)
    return result
