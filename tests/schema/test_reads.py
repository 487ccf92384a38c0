from __future__ import annotations

from pathlib import Path

from ipgraph.schema.emit.reads import node_statements

FOLDER = Path(__file__).parents[2] / "cypher" / "explore"


def test_the_files_are_those_of_the_schema() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("node_*.cypher")}
    assert written == node_statements()
