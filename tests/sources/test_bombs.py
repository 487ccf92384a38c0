"""Small files that would grow beyond all bounds when read: refused in one sentence, before they grow."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ipgraph.errors import UnreadableFile
from ipgraph.sources.open_file import open_file
from ipgraph.sources.read_workbook import column_number

OFFICE = "http://schemas.openxmlformats.org"
MAIN = f'xmlns="{OFFICE}/spreadsheetml/2006/main"'
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
#: Ten entities, each ten of the one before: a thousand million times "lol".
LAUGHS = "<!DOCTYPE lolz [<!ENTITY l0 'lol'>" + "".join(
    f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"


def workbook(path: Path, sheet: str, shared: str = f"<sst {MAIN}/>") -> Path:
    """The least that is a workbook with one sheet."""
    types = "".join(f'<Override PartName="/xl/{part}.xml" ContentType="{SHEET_TYPE}.{kind}+xml"/>' for part, kind in (
        ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("sharedStrings", "sharedStrings")))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{OFFICE}/package/2006/content-types"><Default Extension="rels" '
                               f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": relationships(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{OFFICE}/officeDocument/2006/relationships"><sheets>'
                           f'<sheet name="S" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            worksheet="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml"),
        "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": shared,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def relationships(**targets: str) -> str:
    kinds = f"{OFFICE}/officeDocument/2006/relationships"
    links = "".join(f'<Relationship Id="r{n}" Type="{kinds}/{kind}" Target="{target}"/>'
                    for n, (kind, target) in enumerate(targets.items()))
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{links}</Relationships>'


def sheet(*cells: tuple[str, str], before: str = "", dimension: str = "A1") -> str:
    rows = "".join(f'<row><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>' for place, text in cells)
    return (f'<?xml version="1.0"?>{before}<worksheet {MAIN}><dimension ref="{dimension}"/>'
            f"<sheetData>{rows}</sheetData></worksheet>")


def test_a_sheet_may_claim_what_it_does_not_hold(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheet(("A1", "甲"), ("B2", "乙"), dimension="A1:XFD1048576"))
    assert open_file(path, tmp_path).sheets[0].head == (("甲", ""), ("", "乙"))


@pytest.mark.parametrize("place", ["XFD1048576", "XFD30000", "CZZ1048576"])
def test_a_cell_in_the_far_corner_is_no_reason_to_hold_all_between(tmp_path: Path, place: str) -> None:
    path = workbook(tmp_path / "far.xlsx", sheet(("A1", "甲"), (place, "乙"), ("A2", "丙")))
    with pytest.raises(UnreadableFile, match=r"far\.xlsx: .*claims \d+ × \d+ cells"):
        open_file(path, tmp_path)


def test_entities_of_entities_are_not_written_out(tmp_path: Path) -> None:
    inline = workbook(tmp_path / "inline.xlsx", sheet(("A1", "甲"), ("A2", "&l9;"), before=LAUGHS))
    cell = f'<worksheet {MAIN}><sheetData><row><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>'
    shared = workbook(tmp_path / "shared.xlsx", cell, f"{LAUGHS}<sst {MAIN}><si><t>&l9;</t></si></sst>")
    for path in (inline, shared):
        with pytest.raises(UnreadableFile, match=path.name):
            open_file(path, tmp_path)


def test_a_word_document_of_entities_is_refused(tmp_path: Path) -> None:
    path, space = tmp_path / "laughs.docx", f"{OFFICE}/wordprocessingml/2006/main"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'{LAUGHS}<w:document xmlns:w="{space}"><w:body><w:tbl><w:tr><w:tc><w:p>'
                         f"<w:r><w:t>&l9;</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>")
    with pytest.raises(UnreadableFile, match=r"laughs\.docx"):
        open_file(path, tmp_path)


def test_columns_are_counted_as_a_spreadsheet_does() -> None:
    counted = [column_number(letters) for letters in (b"A", b"Z", b"AA", b"AB", b"ZZ", b"XFD")]
    assert counted == [1, 26, 27, 28, 702, 16384]
