"""Lists of technical needs: our template, and what centres write."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import xlsxwriter

from ipgraph.sources import Intake, take_in

HEADINGS = ("序号", "技术难题名称", "企业名称", "需求描述", "拟投入资金（万元）", "产业链环节", "解决期限", "联系人",
            "联系电话",
            "推荐部门")


def workbook(folder: Path, *sheets: tuple[tuple[object, ...], ...]) -> Intake:
    """Sheets of rows, each below a title and an empty row."""
    path = folder / "需求.xlsx"
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "yyyy/m/d"})
        for rows in sheets:
            sheet = book.add_worksheet()
            sheet.write(0, 0, "2025年企业技术需求汇总表")
            for number, cells in enumerate((HEADINGS, *rows), start=2):
                for place, cell in enumerate(cells):
                    if isinstance(cell, dt.date):
                        sheet.write_datetime(number, place, dt.datetime.combine(cell, dt.time()), day)
                    else:
                        sheet.write(number, place, cell)
    return take_in(path, folder / "spool")


FIRST = (1, "高电压隔膜", "甲公司", "求隔膜", 50, "隔膜、电解质", dt.date(2026, 12, 31), "张三", "13800000000",
         "科技局")
SECOND = ("2", "回收", "乙公司", "", "３０-５０", "", "2025年3月", "", "", "")


def test_what_centres_write_is_read_but_contacts_are_not(tmp_path: Path) -> None:
    intake = workbook(tmp_path, (FIRST, (), SECOND))
    one, other = intake.table("demands").to_pylist()
    assert (intake.layout, intake.read, intake.unknown) == ("demand_list", 2, ("推荐部门",))
    assert {name: value for name, value in one.items() if value is not None} == {
        "row": 4, "title": "高电压隔膜", "organisation": "甲公司", "text": "求隔膜", "budget": "50万元",
        "segments": ["隔膜", "电解质"], "deadline": "2026-12-31"}
    assert (other["row"], other["budget"], other["deadline"]) == (6, "３０-５０万元", "2025年3月")
    stored = str([intake.table(name).to_pylist() for name in intake.drafts])
    assert ("13800000000" in stored, "张三" in stored, "隔膜" in stored) == (False, False, True)


def test_rows_of_all_sheets_count_and_cells_have_letters(tmp_path: Path) -> None:
    intake = workbook(tmp_path, (FIRST,), (SECOND,))
    assert [(row["sheet"], row["title"]) for row in intake.table("demands").to_pylist()] == [
        ("Sheet1", "高电压隔膜"), ("Sheet2", "回收")]
    assert intake.cells["Sheet2"] == {
        "title": "B", "organisation": "C", "text": "D", "budget": "E", "segments": "F", "deadline": "G"}
