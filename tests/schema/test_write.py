from __future__ import annotations

from pathlib import Path

import pytest

from ipgraph.schema.write import generated, write

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(generated()))
def test_the_file_in_the_checkout_is_what_the_schema_writes(name: str) -> None:
    on_disk = (ROOT / name).read_text("utf-8")
    assert on_disk == generated()[name], "run `make golden` and commit what it writes"


def test_nothing_else_lies_among_the_generated_statements() -> None:
    assert {f"cypher/schema/{path.name}" for path in (ROOT / "cypher" / "schema").iterdir()} == {
        name for name in generated() if name.startswith("cypher/schema/")
    }


def test_write_fills_a_folder(tmp_path: Path) -> None:
    write(tmp_path)
    written = {str(path.relative_to(tmp_path)): path.read_text("utf-8") for path in tmp_path.rglob("*.*")}
    assert written == generated()
