"""The Parquet that neo4j-admin takes: a bundle's tables under other headings, their lists joined.

neo4j-admin takes no list from Parquet and drops empty texts, so a list is opened by LIST_SEPARATOR and each of its
texts ended by one: [] differs from null, and [''] from both. `schema.emit.cypher.split` undoes it in the graph.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.bundle import Bundle
from ipgraph.bundle.compare import everything, literal, quoted
from ipgraph.errors import StoreError
from ipgraph.schema import Ends, NodeKind, Type
from ipgraph.schema.emit.bulk import edge_header, node_header
from ipgraph.schema.engine import open_duckdb

#: As neo4j-admin is told of it: label and file.
PUBLICATION = "Publication=Publication.parquet"
#: Expressions that turn a column into what neo4j-admin takes.
FORMS = {
    Type.TEXTS: "chr(31) || CASE len({0}) WHEN 0 THEN '' ELSE array_to_string({0}, chr(31)) || chr(31) END",
    Type.DATE: "{0}::VARCHAR",
}


def write_importable(bundle: Bundle, folder: Path) -> None:
    """Write every table that has rows, and the node that says the graph is not finished yet."""
    folder.mkdir(parents=True)
    try:
        with open_duckdb() as engine:
            engine.execute("SET memory_limit = '2GB'")
            engine.execute("SET temp_directory = $d", {"d": str(folder / "spilled")})
            for change in everything(bundle):
                assert change.added, "a table without rows is no part of everything"
                name = change.table.table if isinstance(change.table, Ends) else change.table.label
                columns = ", ".join(f"{text} AS {quoted(header)}" for header, text in selected(change.table))
                engine.execute(
                    f"COPY (SELECT {columns} FROM read_parquet({literal(change.added)})) "
                    f"TO {literal(folder / f'{name}.parquet', pattern=False)} (FORMAT parquet, COMPRESSION snappy)"
                )
    except duckdb.IOException as fault:
        raise StoreError(
            f"{folder} cannot be written: {str(fault).splitlines()[0]}",
            f"{folder} 无法写入：{str(fault).splitlines()[0]}",
        ) from fault
    state = {"id:ID(Publication)": ["graph"], "state": [f"publishing:{bundle.version}"]}
    pq.write_table(pa.table(state), folder / "Publication.parquet")


def selected(table: NodeKind | Ends) -> list[tuple[str, str]]:
    """Column of the import and the expression that fills it."""
    kind = table.kind if isinstance(table, Ends) else table
    header = edge_header(table) if isinstance(table, Ends) else node_header(table)
    forms = {prop.name: FORMS.get(prop.type, "{0}") for prop in kind.properties}
    return [(new, forms.get(name, "{0}").format(quoted(name))) for name, new in header.items()]
