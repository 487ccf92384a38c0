"""The CSV that neo4j-admin takes: a bundle's tables under other headings, the texts of a list between LIST_SEPARATOR.

A null is an empty field and an empty text a quoted one, so they stay apart; a bundle has no empty lists.
"""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb

from ipgraph.bundle import Bundle
from ipgraph.bundle.compare import Change, everything, literal, quoted
from ipgraph.errors import StoreError
from ipgraph.schema import Ends, NodeKind, Type
from ipgraph.schema.emit.bulk import LIST_SEPARATOR, edge_header, node_header
from ipgraph.schema.engine import open_duckdb
from ipgraph.store.marker import DONE

#: Whether any text has the end of a line in it; only then must neo4j-admin look for one, which takes it longer.
LINES = "SELECT coalesce(bool_or(regexp_matches({0}, '[\\r\\n]')), false) FROM read_parquet({1})"
FORMS = {Type.TEXTS: f"array_to_string({{0}}, chr({ord(LIST_SEPARATOR)}))"}


def write_importable(bundle: Bundle, folder: Path) -> list[str]:
    """Write every table that has rows, and the node that says which bundle it is; what neo4j-admin is told of them."""
    folder.mkdir(parents=True)
    words, lines = ["--nodes=Publication=Publication.csv"], False
    try:
        with open_duckdb() as engine:
            engine.execute("SET memory_limit = '2GB'")
            engine.execute("SET temp_directory = $d", {"d": str(folder / "spilled")})
            for change in everything(bundle):
                words.append(write_table(engine, change, folder))
                lines = lines or has_lines(engine, change)
    except duckdb.IOException as fault:
        raise StoreError(
            f"{folder} cannot be written: {str(fault).splitlines()[0]}",
            f"{folder} 无法写入：{str(fault).splitlines()[0]}",
        ) from fault
    with (folder / "Publication.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [("id:ID(Publication)", "version", "as_of", "state"), ("graph", bundle.version, bundle.as_of, DONE)]
        )
    return [f"--multiline-fields={str(lines).lower()}", f"--array-delimiter=U+{ord(LIST_SEPARATOR):04X}", *words]


def write_table(engine: duckdb.DuckDBPyConnection, change: Change, folder: Path) -> str:
    """Write one table as CSV; how neo4j-admin is told of it."""
    assert change.added, "a table without rows is no part of everything"
    table = change.table
    name = table.table if isinstance(table, Ends) else table.label
    columns = ", ".join(f"{text} AS {quoted(header)}" for header, text in selected(table))
    engine.execute(
        f"COPY (SELECT {columns} FROM read_parquet({literal(change.added)})) "
        f"TO {literal(folder / f'{name}.csv', pattern=False)} (FORMAT csv, HEADER)"
    )
    return f"--relationships={table.kind.type}={name}.csv" if isinstance(table, Ends) else f"--nodes={name}={name}.csv"


def selected(table: NodeKind | Ends) -> list[tuple[str, str]]:
    """Heading of the import and the expression that fills it."""
    kind = table.kind if isinstance(table, Ends) else table
    header = edge_header(table) if isinstance(table, Ends) else node_header(table)
    forms = {prop.name: FORMS.get(prop.type, "{0}") for prop in kind.properties}
    return [(new, forms.get(name, "{0}").format(quoted(name))) for name, new in header.items()]


def has_lines(engine: duckdb.DuckDBPyConnection, change: Change) -> bool:
    """Whether a text of the table goes over more than one line."""
    assert change.added
    kind = change.table.kind if isinstance(change.table, Ends) else change.table
    texts = [quoted(p.name) for p in kind.properties if p.type is Type.TEXT]
    texts += [FORMS[Type.TEXTS].format(quoted(p.name)) for p in kind.properties if p.type is Type.TEXTS]
    found = engine.execute(LINES.format(f"concat({', '.join(texts)})", literal(change.added))).fetchone()
    return bool(found and found[0])
