"""What every layout bears: headings in another order, case and width, further ones, a title above, several sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from ipgraph.sources import Intake, take_in

Rows = list[list[str]]

#: Layout → headings and one row of an export.
EXPORTS: dict[str, tuple[list[str], list[str]]] = {
    "patsnap": (["公开(公告)号", "申请日", "[标]原始申请(专利权)人", "标题"], ["CN1A", "2013-01-21", "甲公司", "电池"]),
    "incopat": (["标题", "申请人", "公开(公告)号", "申请号", "申请日"], ["电池", "甲公司", "CN1A",
    "CN201610895413.X", "20161013"]),
    "cnipr": (
        ["申请号", "公开(公告)号", "申请日", "名称", "主分类号", "申请(专利权)人"],
        ["CN201220249767.4", "CN1A", "2012.05.31", "电池", "H01M10/05", "甲公司"],
    ),
    "lens": (
        ["Jurisdiction", "Publication Number", "Application Number", "Title", "Applicants", "IPCR Classifications"],
        ["CN", "CN1A", "CN 2012", "电池", "甲公司", "H01M10/05"],
    ),
    "derwent": (["Publication Number", "Assignee/Applicant", "Title - DWPI", "Title"], ["CN1A", "甲公司", "Battery",
    "电池"]),
}


def reordered(rows: Rows) -> Rows:
    return [row[::-1] for row in rows]


def further(rows: Rows) -> Rows:
    return [["某列", *rows[0]], *([["x", *row] for row in rows[1:]])]


def recased(rows: Rows) -> Rows:
    return [[heading.upper() for heading in rows[0]], *rows[1:]]


def marked(rows: Rows) -> Rows:
    return [[f"*{heading}\u200b：" for heading in rows[0]], *rows[1:]]


def widened(rows: Rows) -> Rows:
    wide = str.maketrans({"(": "（", ")": "）", "[": "［", "]": "］", "/": "／", " ": "　"})
    return [[heading.translate(wide) for heading in rows[0]], *rows[1:]]


def titled(rows: Rows) -> Rows:
    blank = [""] * (len(rows[0]) - 1)
    return [["检索结果导出", *blank], ["", *blank], *rows]


def write_csv(folder: Path, rows: Rows) -> Path:
    path = folder / "a.csv"
    path.write_text("".join(",".join(row) + "\n" for row in rows), "utf-8")
    return path


def write_xlsx(folder: Path, *sheets: Rows) -> Path:
    path = folder / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def said(intake: Intake) -> list[tuple[str, str, list[str]]]:
    rows = intake.table("patents").to_pylist()
    return [(row["publication_number"], row["title"], row["applicants"]) for row in rows]


@pytest.mark.parametrize("change", [reordered, further, recased, marked, widened, titled],
                         ids=lambda change: change.__name__)
@pytest.mark.parametrize("layout", EXPORTS)
def test_changed_headings(tmp_path: Path, layout: str, change: Callable[[Rows], Rows]) -> None:
    for write in (write_csv, write_xlsx):
        intake = take_in(write(tmp_path, change(list(EXPORTS[layout]))), tmp_path / "spool")
        assert (intake.layout, said(intake)) == (layout, [("CN1A", "电池", ["甲公司"])])
        assert intake.unknown == (("某列",) if change is further else ())


@pytest.mark.parametrize("layout", EXPORTS)
def test_several_sheets_also_one_that_is_something_else(tmp_path: Path, layout: str) -> None:
    headings, row = EXPORTS[layout]
    notes = [["导出说明"], ["共两页"]]
    intake = take_in(write_xlsx(tmp_path, notes, [headings, row], titled([headings, row])), tmp_path / "spool")
    assert (intake.layout, said(intake)) == (layout, [("CN1A", "电池", ["甲公司"])] * 2)
    assert [(r["sheet"], r["row"]) for r in intake.table("patents").to_pylist()] == [("Sheet2", 2), ("Sheet3", 4)]


def test_owners_of_the_lens_are_named_without_their_day(tmp_path: Path) -> None:
    headings, row = EXPORTS["lens"]
    intake = take_in(write_csv(tmp_path, [[*headings, "Owners"], [*row, "ACME INC (2014-01-01);;乙公司"]]),
                     tmp_path / "s")
    assert intake.table("patents")["owners"].to_pylist() == [["ACME INC", "乙公司"]]
