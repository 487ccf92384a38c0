from __future__ import annotations

import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from ipgraph.errors import UnreadableFile
from ipgraph.sources.open_file import open_file

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def line(text: str) -> str:
    return f"<w:p><w:r><w:t>{text[:1]}</w:t></w:r><w:r><w:t>{text[1:]}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{line(text)}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def document(path: Path, body: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>")
    return path


HEADINGS = (cell("序号"), cell("省市"), cell("企业名称"))
FIRST = (cell("1"), cell("山东省", '<w:vMerge w:val="restart"/>'), cell("甲公司"))
SECOND = (cell("2"), cell("", "<w:vMerge/>"), cell("乙公司"))


def test_tables_that_go_on_are_one_sheet_and_merged_cells_stand_in_each_row(tmp_path: Path) -> None:
    body = line("公示名单") + table(HEADINGS, FIRST, SECOND) + table((cell("3"), cell("北京市"), cell("丙公司")))
    (sheet,) = open_file(document(tmp_path / "a.docx", body), tmp_path).sheets
    assert sheet.head[:2] == (("公示名单", "", ""), ("序号", "省市", "企业名称"))
    rows = pq.read_table(sheet.body(1, tmp_path / "b.parquet").path).to_pylist()
    assert [(r["row"], r["c1"], r["c2"]) for r in rows] == [
        (3, "山东省", "甲公司"), (4, "山东省", "乙公司"), (5, "北京市", "丙公司")]


def test_tables_of_other_widths_are_sheets_of_their_own(tmp_path: Path) -> None:
    body = table(HEADINGS, FIRST) + line("附表") + table((cell("a", '<w:gridSpan w:val="2"/>'),), (cell("b"),
        cell("c")))
    sheets = open_file(document(tmp_path / "a.docx", body), tmp_path).sheets
    assert [sheet.name for sheet in sheets] == ["1", "2"]
    assert sheets[1].head == (("附表", ""), ("a", ""), ("b", "c"))


def held(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_lines_of_a_cell_stay_apart_and_what_stands_in_a_content_control_is_read(tmp_path: Path) -> None:
    broken = "<w:tc><w:p><w:r><w:t>甲公司</w:t><w:br/><w:t>乙公司</w:t></w:r></w:p></w:tc>"
    filled = f"<w:tc>{held(line('丙公司'))}</w:tc>"
    damaged = cell("丁公司", '<w:gridSpan w:val="两"/>')
    body = held(table((cell("企业名称"),), (broken,), (filled,), (damaged,)))
    (sheet,) = open_file(document(tmp_path / "a.docx", body), tmp_path).sheets
    assert sheet.head[:4] == (("企业名称",), ("甲公司\n乙公司",), ("丙公司",), ("丁公司",))


@pytest.mark.parametrize("body", ["", line("没有表格")])
def test_a_document_without_a_table(tmp_path: Path, body: str) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.docx: a document without a table"):
        open_file(document(tmp_path / "a.docx", body), tmp_path)


def test_a_document_cut_short(tmp_path: Path) -> None:
    path = document(tmp_path / "a.docx", table(HEADINGS, FIRST) + "<w:tbl>")
    with pytest.raises(UnreadableFile, match=r"a\.docx: damaged"):
        open_file(path, tmp_path)
