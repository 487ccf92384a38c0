"""`ipgraph export`: the bundle as graphml or csv, a chain's gap board as csv or as one self-contained html page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import networkx
import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.analysis import gap_board
from ipgraph.bundle import Bundle, Workspace
from ipgraph.bundle.spreadsheet import flat, write_table
from ipgraph.commands.ask import graph
from ipgraph.errors import UsageError
from ipgraph.schema import EDGES, NODES
from ipgraph.settings import Settings


def export(settings: Settings, format: str, out: Path | None, chain: str | None, region: str | None) -> Path:
    """Write the export and give its path. UsageError where the format is unknown or html lacks a chain."""
    target = out or Path(f"ipgraph-export.{format}" if format != "csv" else "ipgraph-export")
    if format == "html":
        if chain is None:
            raise UsageError("html shows one chain: say which with --chain", "html 只展示一条产业链：请用 --chain 指定")
        from ipgraph.explorer.page import chain_page  # pyvis is slow to import, and only this needs it

        sample = Workspace(settings.home).sample.exists()
        page = chain_page(graph(settings), chain, region, settings.language, sample=sample)
        with beside(target) as draft:
            draft.write_text(page, "utf-8")
    elif format == "graphml":
        with beside(target) as draft:
            networkx.write_graphml(whole(Workspace(settings.home).current()), draft)
    elif format == "csv" and chain is not None:
        target = out or Path("ipgraph-gaps.csv")
        board = gap_board(graph(settings), chain, region).drop(columns=["status_basis"])
        with beside(target) as draft:
            write_table(pa.Table.from_pandas(board, preserve_index=False), draft)
    elif format == "csv":
        write_csv(Workspace(settings.home).current(), target)
    else:
        raise UsageError(
            f"no export format {format!r}: graphml, csv or html",
            f"没有导出格式“{format}”：可选 graphml、csv、html",
        )
    return target


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A file to write next to the target, which takes its place when it is whole."""
    draft = target.with_name(f".{target.name}.draft")
    try:
        yield draft
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def write_csv(bundle: Bundle, folder: Path) -> None:
    """One csv a kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables(bundle):
        write_table(table, folder / f"{name}.csv")


def whole(bundle: Bundle) -> networkx.MultiDiGraph[str]:
    """The bundle as one graph; node keys are Label:id, because ids repeat between kinds."""
    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(version=bundle.version, as_of=bundle.as_of)
    for label in NODES:
        for row in flat(bundle.nodes(label)).to_pylist():
            result.add_node(f"{label}:{row['id']}", label=label, **known(row))
    for kind in EDGES.values():
        for ends in kind.ends():
            for row in flat(pq.read_table(bundle.edge_file(ends))).to_pylist():
                start, end = row.pop("start"), row.pop("end")
                result.add_edge(f"{ends.start.label}:{start}", f"{ends.end.label}:{end}", type=kind.type, **known(row))
    return result


def tables(bundle: Bundle) -> Iterator[tuple[str, pa.Table]]:
    """Every table, by name."""
    for label, kind in NODES.items():
        yield label, pq.read_table(bundle.node_file(kind))
    for edge in EDGES.values():
        for ends in edge.ends():
            yield ends.table, pq.read_table(bundle.edge_file(ends))


def known(row: dict[str, object]) -> dict[str, object]:
    """Without unknowns, which graphml has no word for."""
    return {k: v for k, v in row.items() if v is not None}
