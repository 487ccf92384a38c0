from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from loaders.conftest import Taken

from ipgraph.sources import Intake, take_in

HEADINGS = ("序号", "企业名称", "统一社会信用代码", "所在地", "小巨人", "高新技术企业", "是否上市", "曾用名")
CODE = "91370900MA3C00001T"


def workbook(folder: Path, *rows: tuple[str, ...]) -> Intake:
    """A list below a title, in a workbook."""
    path = folder / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "某市重点企业名单")
        for number, cells in enumerate((HEADINGS, *rows), start=1):
            sheet.write_row(number, 0, cells)
    return take_in(path, folder / "spool")


def test_names_codes_and_flags(tmp_path: Path) -> None:
    intake = workbook(
        tmp_path, ("1", "甲公司", CODE.lower(), "泰安市", "第三批", "是", "否", "甲厂、老甲"), ("2", "乙公司", "",
        "", "", "", "", ""),
    )
    first, second = intake.table("organisations").to_pylist()
    assert (intake.layout, intake.unknown, intake.table("refused").num_rows) == ("enterprise_list", (), 0)
    assert {name: value for name, value in first.items() if value is not None} == {
        "row": 3, "name": "甲公司", "kind": "Enterprise", "uscc": CODE, "region": "泰安市", "aliases": ["甲厂", "老甲"],
        "flags": ["小巨人", "高新"],
    }
    assert (second["uscc"], second["flags"]) == (None, None)


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (("1", "", CODE), ("name", "", "missing", "B3")),
        (("1", "甲公司", "91370900MA3C00001A"), ("uscc", "91370900MA3C00001A", "impossible-code", "C3")),
        (("1", "甲公司", "9137"), ("uscc", "9137", "impossible-code", "C3")),
        (("1", "甲公司", CODE, "", "也许"), ("flags", "也许", "unknown-value", "E3")),
        (("1", "甲公司", CODE, "", "", "", "", "", "x"), ("", "x", "too-many-cells", "I3: 9/8")),
    ],
)
def test_a_refusal_names_the_cell(tmp_path: Path, row: tuple[str, ...], refusal: tuple[str, ...]) -> None:
    intake = workbook(tmp_path, row)
    (refused,) = intake.table("refused").to_pylist()
    place = refused["cell"] or refused["detail"]
    assert (refused["field"], refused["value"], refused["reason"], place) == refusal
    assert (refused["row"], intake.table("organisations").num_rows, intake.read) == (3, 0, 1)


def test_a_row_with_several_faults_is_refused_once(tmp_path: Path) -> None:
    assert workbook(tmp_path, ("1", "", "9137", "", "也许")).table("refused").num_rows == 1


def test_text_files_have_no_cells_to_name(taken: Taken) -> None:
    (refused,) = taken("a.csv", "企业名称,统一社会信用代码\n甲公司,9137\n").table("refused").to_pylist()
    assert (refused["row"], refused["cell"]) == (2, None)
