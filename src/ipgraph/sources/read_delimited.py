"""Delimited text: comma, semicolon, tab or bar, with quoted fields, read in columns block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial, reduce
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from ipgraph.errors import UnreadableFile
from ipgraph.sources.delimiter import SAMPLE, choose_delimiter, odd_quotes, quotes_pair, records
from ipgraph.sources.encoding import BROKEN
from ipgraph.sources.sheet import HEAD_ROWS, PASSING, Body, Sheet, cells_schema, refusals

BLOCK = 8 << 20
#: How much of a refused row is shown.
SHOWN = 200
#: Number, cells found and text of a row of the wrong width.
Misfit = tuple[int, int, str]
#: Row, field, value, reason, detail.
Refusal = tuple[int, str, str, str, str]


def sheet(path: Path, broken: bool, name: str) -> Sheet:
    """The one sheet of a UTF-8 file; `broken` says that some bytes did not decode."""
    with path.open(encoding="utf-8", newline="", errors="replace") as file:
        sample = file.read(SAMPLE)
        if len(sample) == SAMPLE:
            sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample
    delimiter = choose_delimiter(sample)
    quoting = delimiter != "\t" or quotes_pair(path)
    head = list(islice(records(sample, delimiter, quoting), HEAD_ROWS))
    if not any(any(cells) for cells in head):
        raise UnreadableFile(f"{name}: the file is empty", f"{name}：文件为空")
    body = partial(read_body, path, delimiter, quoting, tuple(map(len, head)), broken)
    return Sheet("", tuple(tuple(cell.strip() for cell in cells) for cells in head), body)


def read_body(path: Path, delimiter: str, quoting: bool, widths: tuple[int, ...], broken: bool, heading: int,
              out: Path) -> Body:
    """All rows below the headings; rows with too few or too many cells are refused, blank ones passed over."""
    width = widths[max(heading, 0)]
    misfits: list[Misfit] = []
    tables = numbered(block_reader(path, delimiter, quoting, width, misfits), misfits)
    refused: list[Refusal] = []
    read = 0
    with pq.ParquetWriter(out, cells_schema(width), **PASSING) as writer, ThreadPoolExecutor(1) as pool:
        writing = pool.submit(bool)
        for table, is_last in marked_last(tables):
            table = trimmed(table)
            rows = table.filter(pc.and_(pc.greater(table["row"], heading + 1), pc.invert(blank(table))))
            read += rows.num_rows
            if broken:
                bad = containing(rows, BROKEN)
                refused += [refusal(row, "undecodable") for row in rows.filter(bad).to_pylist()]
                rows = rows.filter(pc.invert(bad))
            if is_last and quoting and rows.num_rows:
                end = rows.num_rows - 1
                swallowed = rows.slice(end).filter(containing(rows.slice(end), "\n"))
                swallowed = swallowed if swallowed.num_rows and odd_quotes(path) else swallowed.slice(0, 0)
                refused += [refusal(row, "malformed", "a quote is never closed") for row in swallowed.to_pylist()]
                rows = rows.slice(0, rows.num_rows - swallowed.num_rows)
            writing.result()
            writing = pool.submit(writer.write_table, rows)
        writing.result()
    uneven = [
        (number, "", text[:SHOWN].replace(BROKEN, "�"), "too-few-cells" if cells < width else "too-many-cells",
         f"{cells}/{width}")
        for number, cells, text in misfits
        if number > heading + 1 and text.strip(delimiter + " \r\n")
    ]
    return Body(out, read + len(uneven), refusals(sorted(uneven + refused)))


def block_reader(path: Path, delimiter: str, quoting: bool, width: int, misfits: list[Misfit]) -> Any:
    """Batches of columns c0, c1, …; rows of another width go to `misfits`."""
    names = cells_schema(width).names[1:]

    def misfit(row: Any) -> str:
        misfits.append((row.number, row.actual_columns, row.text))
        return "skip"

    return pyarrow.csv.open_csv(
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


def numbered(batches: Iterable[pa.RecordBatch], misfits: list[Misfit]) -> Iterator[pa.Table]:
    """Batches as tables with the number of each row in front."""
    last = 0
    for part in batches:
        numbers = following(last, part.num_rows, [number for number, _, _ in misfits])
        last = int(numbers[-1]) if len(numbers) else last
        yield pa.Table.from_batches([part]).add_column(0, "row", pa.array(numbers, pa.int64()))


def marked_last(tables: Iterable[pa.Table]) -> Iterator[tuple[pa.Table, bool]]:
    """Each table, and whether it is the last."""
    held = None
    for table in tables:
        if held is not None:
            yield held, False
        held = table
    if held is not None:
        yield held, True


def refusal(row: dict[str, Any], reason: str, detail: str = "") -> Refusal:
    cells = [str(value) for name, value in row.items() if name != "row"]
    return row["row"], "", " | ".join(cells).replace(BROKEN, "�")[:SHOWN], reason, detail


def following(last: int, count: int, skipped: list[int]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """The `count` row numbers after `last` that were not skipped."""
    later = np.array([number for number in skipped if number > last], dtype=np.int64)
    numbers = np.arange(last + 1, last + 1 + count + len(later), dtype=np.int64)
    return np.setdiff1d(numbers, later, assume_unique=True)[:count]


def blank(table: pa.Table) -> pa.ChunkedArray:
    """True for rows whose cells are all empty."""
    empty = pc.equal(table.column(1), "")
    for cells in table.columns[2:]:
        if not pc.any(empty).as_py():
            break
        empty = pc.and_(empty, pc.equal(cells, ""))
    return empty


def trimmed(table: pa.Table) -> pa.Table:
    """The cells without spaces around."""
    cells = [pc.utf8_trim_whitespace(column) for column in table.columns[1:]]
    return pa.table([table.column(0), *cells], names=table.column_names)


def containing(table: pa.Table, mark: str) -> pa.ChunkedArray:
    """True for rows with `mark` in some cell."""
    return reduce(pc.or_, (pc.match_substring(cells, mark) for cells in table.columns[1:]))
