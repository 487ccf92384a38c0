"""`ipgraph report`: the report of a chain and region as docx, html, pdf and xlsx."""

from __future__ import annotations

from pathlib import Path

from ipgraph.bundle import Workspace
from ipgraph.commands.export import beside
from ipgraph.commands.publish import opened
from ipgraph.errors import UsageError
from ipgraph.projection import load_projection
from ipgraph.report import FORMATS, build_report, patents_told, render, sources_of
from ipgraph.settings import Settings

#: Characters that names of files must not have somewhere.
NOT_IN_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))


def report(settings: Settings, chain: str, region: str | None, format: str, out: Path | None) -> list[Path]:
    """Write the report into the folder `out` (by default where one is) and give its files. `format` may be all.

    Raises UsageError for a format that is none, NotFound for a chain or region that is not there.
    """
    if format != "all" and format not in FORMATS:
        raise UsageError(f"no report format {format!r}: {', '.join(FORMATS)} or all",
                         f"没有报告格式“{format}”：可选 {'、'.join(FORMATS)}、all")
    with opened(settings) as store:
        graph = load_projection(store, settings.home)
        told = patents_told(graph, store, chain)
    made = build_report(graph, chain, region, settings.language, told, sources_of(Workspace(settings.home)))
    folder = out or Path()
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for one in FORMATS if format == "all" else (format,):
        target = folder / f"{made.title} {made.subtitle}.{one}".translate(NOT_IN_NAMES)
        with beside(target) as draft:
            draft.write_bytes(render(made, one))
        written.append(target)
    return written
