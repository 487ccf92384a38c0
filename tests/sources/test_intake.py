from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import xlsxwriter

from ipgraph.errors import LayoutError, UnreadableFile
from ipgraph.sources import DRAFTS, take_in

HEADINGS = "专利名称,申请号,申请人,申请日,主分类号,备注"
GOOD = "新型绕线式异步电动机,CN85102475,山东矿业学院;泰安电机厂,1985-04-01,H02K17/02,"


def written(tmp_path: Path, *lines: str, name: str = "a.csv", codec: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(("\n".join(lines) + "\n").encode(codec))
    return path


def test_drafts_have_exactly_their_columns(tmp_path: Path) -> None:
    intake = take_in(written(tmp_path, HEADINGS, GOOD), tmp_path / "spool")
    for name, path in intake.drafts.items():
        schema = pq.read_schema(path)
        assert (schema.names, schema.types) == (DRAFTS[name].schema().names, DRAFTS[name].schema().types)
        assert path.parent == tmp_path / "spool"


def test_text_is_kept_and_lists_are_parted(tmp_path: Path) -> None:
    (row,) = take_in(written(tmp_path, HEADINGS, GOOD), tmp_path).table("patents").to_pylist()
    assert {name: value for name, value in row.items() if value is not None} == {
        "row": 2, "title": "新型绕线式异步电动机", "application_number": "CN85102475", "filed_on": "1985-04-01",
        "main_class": "H02K17/02", "applicants": ["山东矿业学院", "泰安电机厂"], "ipc": ["H02K17/02"],
    }


def test_kept_and_refused_make_up_what_was_read(tmp_path: Path) -> None:
    path = written(tmp_path, HEADINGS, GOOD, "只有一格", "", GOOD, GOOD + ",多")
    intake = take_in(path, tmp_path)
    refused = intake.table("refused").to_pylist()
    assert intake.read == 4
    assert intake.table("patents")["row"].to_pylist() == [2, 5]
    assert [(row["row"], row["reason"]) for row in refused] == [(3, "too-few-cells"), (6, "too-many-cells")]


def test_unknown_headings_are_listed(tmp_path: Path) -> None:
    assert take_in(written(tmp_path, HEADINGS, GOOD), tmp_path).unknown == ("备注",)


def test_headings_alone_give_empty_drafts(tmp_path: Path) -> None:
    intake = take_in(written(tmp_path, HEADINGS), tmp_path)
    assert (intake.read, intake.table("patents").num_rows, intake.table("refused").num_rows) == (0, 0, 0)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_any_encoding_gives_the_same_drafts(tmp_path: Path, codec: str) -> None:
    intake = take_in(written(tmp_path, HEADINGS, GOOD, codec=codec), tmp_path)
    assert intake.table("patents")["title"].to_pylist() == ["新型绕线式异步电动机"]
    assert intake.unknown == ("备注",)


def test_a_gzipped_file_gives_the_same_drafts(tmp_path: Path) -> None:
    plain = written(tmp_path, HEADINGS, GOOD)
    packed = tmp_path / "b.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    one = take_in(plain, tmp_path / "one").table("patents")
    assert take_in(packed, tmp_path / "two").table("patents").equals(one)


def test_two_sheets_of_one_layout_are_both_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("甲", "乙"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["某市专利"])
            sheet.write_row(1, 0, HEADINGS.split(",")[:5])
            sheet.write_row(2, 0, [f"{name}题", *GOOD.split(",")[1:5]])
        book.add_worksheet("说明").write(0, 0, "导出说明")
    intake = take_in(path, tmp_path)
    rows = intake.table("patents").select(["sheet", "row", "title"]).to_pylist()
    assert intake.read == 2
    assert sorted(tuple(row.values()) for row in rows) == [("乙", 3, "乙题"), ("甲", 3, "甲题")]


def test_nothing_but_drafts_is_left_in_the_spool(tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    take_in(written(tmp_path, HEADINGS, GOOD, codec="gb18030"), spool)
    assert sorted(path.name for path in spool.iterdir()) == ["patents.parquet", "refused.parquet"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"\x00\x01\x02" * 900, gzip.compress(b"a,b\n" * 999)[:-9], b"PK\x03\x04 no zip"],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"a\.xlsx"):
        take_in(path, tmp_path / "spool")
    assert list((tmp_path / "spool").iterdir()) == []


def test_a_row_beyond_all_measure_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ipgraph.sources.read_delimited.BLOCK", 4096)
    path = written(tmp_path, HEADINGS, GOOD + "长" * 5000)
    with pytest.raises(UnreadableFile, match=r"a\.csv: cannot be read to its end"):
        take_in(path, tmp_path / "spool")


def test_a_wrong_encoding_fits_no_layout(tmp_path: Path) -> None:
    path = written(tmp_path, HEADINGS, GOOD, codec="utf-7")
    with pytest.raises(LayoutError, match=r"a\.csv: fits no layout"):
        take_in(path, tmp_path)


def test_sheets_that_are_something_else_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in {"说明": [["共", "1"]], "引证": [["citing", "cited"], ["CN1A", "CN2A"]]}.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    intake = take_in(path, tmp_path / "spool")
    assert (intake.layout, intake.unread) == ("ipgraph_citations", ("说明",))


def test_numbers_written_as_formulas_are_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('="citing",cited\n="CN1A",="CN2A"\n="CN3A",CN4A\n', "utf-8")
    rows = take_in(path, tmp_path / "spool").table("citations").select(["citing", "cited"]).to_pylist()
    assert rows == [{"citing": "CN1A", "cited": "CN2A"}, {"citing": "CN3A", "cited": "CN4A"}]
