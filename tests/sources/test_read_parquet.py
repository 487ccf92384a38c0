from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ipgraph.errors import UnreadableFile
from ipgraph.sources.open_file import open_file


def test_columns_are_headings_and_cells_are_text(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    rows = [{"申请号": " CN1 ", "n": 3, "day": dt.date(2020, 1, 2), "ipc": [{"code": "H01M10/05"}],
    'q"': None}, {"n": 4}]
    pq.write_table(pa.Table.from_pylist(rows), path)
    (sheet,) = open_file(path, tmp_path).sheets
    body = sheet.body(0, tmp_path / "out.parquet")
    assert sheet.head == (("申请号", "n", "day", "ipc", 'q"'),)
    assert pq.read_table(body.path).to_pylist() == [
        {"row": 1, "c0": "CN1", "c1": "3", "c2": "2020-01-02", "c3": '[{"code":"H01M10/05"}]', "c4": None},
        {"row": 2, "c0": None, "c1": "4", "c2": None, "c3": None, "c4": None},
    ]
    assert (body.read, body.refused.num_rows) == (2, 0)


@pytest.mark.parametrize("cut", [20, 4])
def test_a_truncated_file_is_named(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"a": ["x"]}), path)
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(UnreadableFile, match=r"a\.parquet: damaged or truncated Parquet file"):
        open_file(path, tmp_path)


def test_a_file_without_rows_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"a": pa.array([], pa.string())}), path)
    with pytest.raises(UnreadableFile, match="empty"):
        open_file(path, tmp_path)
