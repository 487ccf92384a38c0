from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa

from ipgraph.bundle.spreadsheet import flat, write_table


def test_cells_that_a_spreadsheet_would_run_become_text() -> None:
    given = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "a=b", None, "电池\x00\x0b\ufffe!"]
    table = flat(pa.table({"a": given}), neutral=True)
    assert table["a"].to_pylist() == ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "a=b", None, "电池!"]


def test_lists_and_dates_are_text() -> None:
    table = flat(pa.table({"l": [["a", "b"], [], None], "d": [date(2024, 1, 2), None, None]}))
    assert table.to_pydict() == {"l": ["a;b", "", None], "d": ["2024-01-02", None, None]}


def test_lists_that_are_all_empty_are_empty_text() -> None:
    table = flat(pa.table({"l": pa.chunked_array([[[], []]]), "n": pa.chunked_array([[[1, 2], None]])}))
    assert table.to_pydict() == {"l": ["", ""], "n": ["1;2", None]}


def test_a_spreadsheet_is_told_that_it_is_utf8(tmp_path: Path) -> None:
    write_table(pa.table({"名": ["=电池"]}), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == b"\xef\xbb\xbf" + "\"名\"\n\"'=电池\"\n".encode()
