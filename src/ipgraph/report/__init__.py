"""Reports of a chain and region: one content, written in four formats."""

from __future__ import annotations

from ipgraph.errors import UsageError
from ipgraph.report.build import LANGUAGES, build_report, patents_told, sources_of
from ipgraph.report.content import Report

__all__ = ["FORMATS", "LANGUAGES", "Report", "build_report", "patents_told", "render", "sources_of"]

#: Media type by format.
FORMATS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "html": "text/html",
    "pdf": "application/pdf", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def render(report: Report, format: str) -> bytes:
    """The report in a format. UsageError for one that is none."""
    if format == "docx":
        from ipgraph.report.docx import render_docx as made  # each brings a library that the others do not need
    elif format == "html":
        from ipgraph.report.html import render_html as made
    elif format == "pdf":
        from ipgraph.report.pdf import render_pdf as made
    elif format == "xlsx":
        from ipgraph.report.xlsx import render_xlsx as made
    else:
        raise UsageError(f"no report format {format!r}: {', '.join(FORMATS)}",
                         f"没有报告格式“{format}”：可选 {'、'.join(FORMATS)}")
    return made(report)
