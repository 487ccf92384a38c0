from __future__ import annotations

from pathlib import Path

import pytest

from ipgraph.errors import LayoutError, NotFound
from ipgraph.sources import Intake, take_in
from ipgraph.sources.mapping import read_mapping

TABLE = "编号,名字,单位,日子,备注\nCN1A,电池,甲公司、乙大学,3/21/2013,x\nCN2A,-,丙公司,12/2/2014,y\n"
MAPPING = """
kind: patents
columns: {编号: publication_number, 名字: title, 单位: [applicants, owners], 日子: filed_on}
separators: {applicants: "、"}
dates: mdy
empty: ["-"]
constants: {residence: CN, inventors: "张三; 李四"}
"""


def mapped(folder: Path, mapping: str, table: str = TABLE) -> Intake:
    (folder / "a.csv").write_text(table, "utf-8")
    (folder / "mine.yaml").write_text(mapping, "utf-8")
    return take_in(folder / "a.csv", folder / "spool", mapping=folder / "mine.yaml")


def test_columns_lists_dates_and_constants(tmp_path: Path) -> None:
    intake = mapped(tmp_path, MAPPING)
    first, second = intake.table("patents").to_pylist()
    assert (intake.layout, intake.unknown) == ("mine.yaml", ("备注",))
    assert {name: value for name, value in first.items() if value is not None} == {
        "row": 2, "publication_number": "CN1A", "title": "电池", "applicants": ["甲公司", "乙大学"],
        "owners": ["甲公司、乙大学"], "filed_on": "21/3/2013", "residence": "CN", "inventors": ["张三", "李四"],
    }
    assert (second["title"], second["filed_on"]) == (None, "2/12/2014")


def test_headings_are_found_whatever_their_width_and_case(tmp_path: Path) -> None:
    mapping = "columns: {'ＰＵＢ (no)': publication_number}"
    assert mapped(tmp_path, mapping, "a title\nPub（NO）,x\nCN1A,1\n").table("patents").num_rows == 1


def test_of_several_headings_for_one_column_any_will_do(tmp_path: Path) -> None:
    mapping = "columns: {编号: publication_number, 题目: title, 名字: title}"
    assert mapped(tmp_path, mapping).table("patents")["title"].to_pylist() == ["电池", "-"]


def test_other_kinds(tmp_path: Path) -> None:
    rows = mapped(tmp_path, "kind: organisations\ncolumns: {单位: name}\nseparators: {flags: ',"
    "'}\nconstants: {flags: 'a,b'}")
    assert [(row["name"], row["flags"]) for row in rows.table("organisations").to_pylist()] == [
        ("甲公司、乙大学", ["a", "b"]), ("丙公司", ["a", "b"]),
    ]


def test_a_heading_that_the_file_lacks_is_named(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match=r"a\.csv: does not fit mine\.yaml, lacks 公开号"):
        mapped(tmp_path, "columns: {公开号: publication_number}")


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ("columns: {名字: title}", "patents must have publication_number or application_number"),
        ("columns: {编号: number}", "number is not among the columns of patents"),
        ("kind: patent", "patent is not among the kinds"),
        ("kind: refused", "refused is not among the kinds"),
        ("colums: {编号: publication_number}", "colums is not among the entries"),
        ("columns: {编号: publication_number}\ndates: dd/mm", "dd/mm is not among the orders of dates"),
        ("columns: {编号: publication_number}\nseparators: {title: ';'}", "title is not among the lists of patents"),
        ("columns: [编号]", "mine.yaml: "),
        ("- 1", "a mapping has entries"),
        ("columns: {", "not YAML"),
        ("columns: !!python/object/apply:os.getcwd []", "not YAML"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_said(tmp_path: Path, mapping: str, message: str) -> None:
    with pytest.raises(LayoutError, match=message):
        mapped(tmp_path, mapping)


def test_a_mapping_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no such mapping file"):
        read_mapping(tmp_path / "none.yaml")
