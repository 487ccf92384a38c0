from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import xlsxwriter

from ipgraph.errors import UnreadableFile
from ipgraph.sources.read_workbook import sheets, text


def workbook(path: Path, tables: dict[str, list[list[Any]]]) -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in tables.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    if isinstance(cell, dt.datetime | dt.date):
                        sheet.write_datetime(number, place, cell)
                    else:
                        sheet.write(number, place, cell)
    return path


def test_cells_are_text_as_a_person_sees_them(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [
        ["申请号", "申请日", "数量", "占比", "是否"],
        [201210000123.0, dt.date(2013, 1, 21), 3, 0.25, True],
    ]})
    (sheet,) = sheets(path, path.name)
    body = sheet.body(0, tmp_path / "b.parquet")
    assert pq.read_table(body.path).to_pylist() == [
        {"row": 2, "c0": "201210000123", "c1": "2013-01-21", "c2": "3", "c3": "0.25", "c4": "TRUE"},
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(1e20, "100000000000000000000"), (2.50, "2.5"), (dt.datetime(2013, 1, 2, 3, 4), "2013-01-02 03:04:00"), ("", ""),
     (dt.date(2020, 2, 29), "2020-02-29"), (dt.time(1, 2), "01:02:00"), (" x ", "x")],
)
def test_text(cell: object, expected: str) -> None:
    assert text(cell) == expected


def test_blank_rows_are_passed_over_and_keep_their_numbers(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [["a", "b"], [], ["1", "2"], [], ["3", "4"]]})
    body = sheets(path, path.name)[0].body(0, tmp_path / "b.parquet")
    assert pq.read_table(body.path)["row"].to_pylist() == [3, 5]
    assert body.read == 2


def test_a_cell_right_of_the_headings_is_one_too_many(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [["a", "b"], ["1", "2"], ["3", "4", "5"]]})
    body = sheets(path, path.name)[0].body(0, tmp_path / "b.parquet")
    assert [(row["row"], row["reason"]) for row in body.refused.to_pylist()] == [(3, "too-many-cells")]
    assert (body.read, pq.read_table(body.path).num_rows) == (2, 1)


def test_every_sheet_that_holds_something(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"一": [["a"]], "空": [], "二": [["b"]]})
    assert [sheet.name for sheet in sheets(path, path.name)] == ["一", "二"]


def test_a_workbook_without_anything_is_empty(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": []})
    with pytest.raises(UnreadableFile, match=r"a\.xlsx: the workbook is empty"):
        sheets(path, path.name)


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_truncated_workbook_is_named(tmp_path: Path, keep: float) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [["a", "b"]] + [[str(i), "x"] for i in range(500)]})
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])
    with pytest.raises(UnreadableFile, match=r"a\.xlsx"):
        sheets(path, path.name)


def test_merged_cells_stand_in_each_row_and_hidden_sheets_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        shown, hidden = book.add_worksheet("名单"), book.add_worksheet("旧")
        hidden.write(0, 0, "旧公司")
        hidden.hide()
        shown.write_row(0, 0, ["省市", "企业名称"])
        shown.merge_range(1, 0, 2, 0, "山东省")
        shown.write_column(1, 1, ["甲公司", "乙公司"])
    (sheet,) = sheets(path, path.name)
    assert sheet.head == (("省市", "企业名称"), ("山东省", "甲公司"), ("山东省", "乙公司"))
