"""One content, four formats: the same figures stand in all of them and on the board."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from analysis.graphs import chain_graph
from factory import CHAIN
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from ipgraph.analysis import gap_board, records
from ipgraph.bundle import Workspace
from ipgraph.errors import NotFound, UsageError
from ipgraph.explorer.legend import MEASURES
from ipgraph.projection import Projection, read_projection
from ipgraph.report import FORMATS, LANGUAGES, Report, build_report, patents_told, render, sources_of
from ipgraph.report.content import Table
from ipgraph.report.shown import shown
from ipgraph.report.words import WORDS
from ipgraph.store import Store

REGION = "430000"


@pytest.fixture(scope="module")
def graph(embedded_store: Store) -> Projection:
    return read_projection(embedded_store)


@pytest.fixture(scope="module", params=LANGUAGES)
def report(graph: Projection, embedded_store: Store, request: pytest.FixtureRequest) -> Report:
    told = patents_told(graph, embedded_store, CHAIN)
    sources = [{"source": "patents.csv", "layout": "lens", "read": 12, "as_of": "2024-06-30"}]
    return build_report(graph, CHAIN, REGION, request.param, told, sources)


def on_pages(table: Table, language: str) -> list[list[str]]:
    """The rows of a table as pages show them, its captions first."""
    columns, rows = table.on_pages()
    return [[one.caption for one in columns]] + [
        [shown(value, one.format, language) for value, one in zip(row, columns, strict=True)] for row in rows]


class Tables(HTMLParser):
    """The cells of every table of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[list[str]]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "table":
            self.found.append([])
        elif tag == "tr":
            self.found[-1].append([])
        elif tag in ("td", "th"):
            self.inside = True
            self.found[-1][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1][-1][-1] += data


def test_every_figure_of_the_board_stands_in_the_content(graph: Projection, report: Report) -> None:
    board = records(gap_board(graph, CHAIN, REGION))
    found: dict[str, list[object]] = {}
    for table in report.tables():
        if len(table.rows) == len(board) and table.columns[0].key == "segment":
            found |= {column.key: [row[n] for row in table.rows] for n, column in enumerate(table.columns)}
    for one in MEASURES:
        if one.key in board[0]:
            assert found[one.key] == [row[one.key] for row in board], one.key


def test_html_shows_the_tables_of_the_content(report: Report) -> None:
    page = render(report, "html").decode("utf-8")
    tables = Tables()
    tables.feed(page)
    assert tables.found == [on_pages(table, report.language) for table in report.tables()]
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert set(re.findall(r"https?://[^\s\"<]+", page)) == {"http://www.w3.org/2000/svg"}


def test_docx_shows_the_tables_of_the_content(report: Report) -> None:
    document = docx.Document(BytesIO(render(report, "docx")))
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    assert found == [on_pages(table, report.language) for table in report.tables()]
    assert len(document.inline_shapes) == len(report.charts())
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 1"] == [
        section.title for section in report.sections if section.level == 1]


def test_pdf_shows_the_tables_of_the_content_in_a_font_that_it_brings(report: Report) -> None:
    pages = PdfReader(BytesIO(render(report, "pdf"))).pages
    text = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))
    for table in report.tables():
        for row in on_pages(table, report.language)[1:]:
            # Text wraps within its cell: a row is there where each cell is.
            assert all(re.sub(r"\s+", "", cell)[:12] in text for cell in row), row
    fonts = {name: font.get_object() for page in pages for name, font in page["/Resources"]["/Font"].items()}
    assert any("NotoSansSC" in font["/BaseFont"] for font in fonts.values())
    for font in fonts.values():
        assert "/FontFile3" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()


def test_xlsx_has_every_row_as_values(report: Report) -> None:
    made = render(report, "xlsx")
    book = CalamineWorkbook.from_filelike(BytesIO(made))
    sheets = [book.get_sheet_by_index(n).to_python() for n in range(1, len(book.sheet_names) - 1)]
    for table, sheet in zip(report.tables(), sheets, strict=True):
        for row, cells in zip(table.rows, sheet[1:], strict=True):
            for value, cell, column in zip(row, cells, table.columns, strict=True):
                expected = "" if value is None else value
                if isinstance(value, bool):
                    expected = shown(value, column.format, report.language)
                assert cell == (pytest.approx(expected) if isinstance(expected, float) else expected)
    with ZipFile(BytesIO(made)) as archive:
        assert sum("charts/chart" in name for name in archive.namelist()) == len(report.charts())


def test_patents_behind_the_numbers_are_listed_with_the_numbers_they_belong_to(
    graph: Projection, report: Report,
) -> None:
    listed = next(table for table in report.tables() if table.sheet == "list")
    keys = [column.key for column in listed.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in listed.rows]
    board = gap_board(graph, CHAIN, REGION)
    assert len(rows) == board["patents"].sum()
    assert sum(row["local"] for row in rows) == board["local_patents"].sum()
    assert all(row["title"] for row in rows)


def test_the_method_says_what_it_rests_on(report: Report) -> None:
    sheets = {table.sheet: table for table in report.tables()}
    assert len(sheets["formulas"].rows) == len(MEASURES)
    assert sheets["sources"].rows == (("patents.csv", "lens", 12, "2024-06-30"),)
    assert {"thresholds", "quality", "rules"} <= set(sheets)
    assert any("2024-06-30" in value for _, value in report.facts)


def test_the_summary_of_a_chain_without_an_english_name_or_days() -> None:
    graph = chain_graph(["film"], patents=[("F0", "e:home", "film")])
    graph.nodes["Chain"]["name_en"] = None
    summary = build_report(graph, "c", language="en").sections[0].parts[0]
    assert isinstance(summary, str)
    assert summary.startswith("The chain 测试链 has 1 segments")
    assert summary.endswith("Holders of China have a part in 1 of them.")


def test_names_that_look_like_formulas_or_markup_are_texts() -> None:
    odd = '=HYPERLINK("x")<b>*_#\x00'
    graph = chain_graph(["film"], patents=[("F0", "e:=1+1", "film"), ("F1", "e:<script>", "film")])
    graph.nodes["Segment"]["name"] = odd
    report = build_report(graph, "c")
    with ZipFile(BytesIO(render(report, "xlsx"))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in sheet for sheet in sheets)
    assert b"<script>" not in render(report, "html")
    for format in ("docx", "pdf"):
        assert render(report, format)


@pytest.mark.parametrize("graph", [
    chain_graph([]), chain_graph(["one"]), chain_graph(["a", "b"], ["a>b", "b>a"]),
    chain_graph(["a", "b"], patents=[("P", "e:x", "a+b", {"patent_type": None, "status": None})]),
], ids=["no segments", "one segment", "a circle", "two parts"])
def test_a_chain_with_little_in_it_has_a_report_too(graph: Projection) -> None:
    for language in LANGUAGES:
        report = build_report(graph, "c", "370000", language)
        assert all(render(report, format) for format in FORMATS)


def test_what_cannot_be_reported_is_said(graph: Projection) -> None:
    with pytest.raises(NotFound):
        build_report(graph, "moon")
    with pytest.raises(NotFound):
        build_report(graph, CHAIN, "nowhere")
    with pytest.raises(UsageError):
        build_report(graph, CHAIN, None, "fr")
    with pytest.raises(UsageError):
        render(build_report(chain_graph([]), "c"), "odt")


def test_every_phrase_is_there_in_both_languages() -> None:
    assert all(zh and en and not re.search(r"[\u4e00-\u9fff]", en) for zh, en in WORDS.values())


def test_a_workspace_without_an_intake_has_no_sources(tmp_path) -> None:
    assert sources_of(Workspace(tmp_path)) == []
