"""The order of the rooms, read from the imports: data travels one way, so a room imports only rooms to its left."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]

ROOMS = (
    "schema", "sources", "tables", "bundle", "store", "projection", "text", "analysis", "desk", "explorer", "report",
    "service",
)
GROUND = {"errors", "settings"}  # under every room
ROOFS = {"app", "cli", "commands"}  # know every room
FOR_LOADERS = {"errors", "schema", "sources"}
DATA = {"sample"}  # files that the wheel carries; a room may open them as resources


def modules(root: Path) -> Iterator[tuple[str, Path]]:
    """Dotted name and path of each Python file under an import root."""
    for path in sorted(root.rglob("*.py")):
        if "node_modules" not in path.parts:
            yield ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"), path


def imports(name: str, path: Path) -> set[str]:
    """Dotted names that a module imports anywhere in it, functions and type checks included."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            climbed = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            base = ".".join(part for part in (climbed, node.module) if part)
            found |= {f"{base}.{alias.name}" for alias in node.names}
    return found


def allowed(room: str) -> set[str]:
    """Parts of ipgraph that a part of ipgraph may import."""
    every = set(ROOMS) | GROUND | DATA
    if room in ROOFS:
        return every | ROOFS
    return GROUND | DATA | ({room} if room not in ROOMS else set(ROOMS[: ROOMS.index(room) + 1]))


def violations(repository: Path) -> list[str]:
    """One sentence for each import that goes the wrong way."""
    found = []
    for name, path in modules(repository / "src"):
        room = name.split(".")[1] if "." in name else ""
        for target in sorted(imports(name, path)):
            top, _, rest = target.partition(".")
            part = rest.partition(".")[0]
            if top == "ipgraph_loaders":
                found.append(f"{name} imports {target}: nothing imports the loaders")
            elif top == "ipgraph" and room and part not in allowed(room):
                found.append(f"{name} imports {target}: {part} is not to the left of {room}")
            elif top == "ipgraph" and not room:
                found.append(f"{name} imports {target}: the package itself imports nothing")
    for name, path in modules(repository / "loaders"):
        for target in sorted(imports(name, path)):
            top, _, rest = target.partition(".")
            if top == "ipgraph" and rest.partition(".")[0] not in FOR_LOADERS:
                found.append(f"{name} imports {target}: loaders know only {', '.join(sorted(FOR_LOADERS))}")
    return found


def test_imports_go_left() -> None:
    assert violations(REPOSITORY) == []


def test_every_part_has_a_place() -> None:
    parts = {name.split(".")[1] for name, _ in modules(REPOSITORY / "src") if "." in name}
    assert parts <= set(ROOMS) | GROUND | ROOFS | DATA
    assert {"schema", "sources", "bundle"} <= parts  # the walk found the package


@pytest.mark.parametrize(
    ("path", "line", "sentence"),
    [
        ("src/ipgraph/tables/clean.py", "from ipgraph.store import open_store",
         "ipgraph.tables.clean imports ipgraph.store.open_store: store is not to the left of tables"),
        ("src/ipgraph/tables/clean.py", "from ipgraph import analysis",
         "ipgraph.tables.clean imports ipgraph.analysis: analysis is not to the left of tables"),
        ("src/ipgraph/tables/clean.py", "from ..service import models",
         "ipgraph.tables.clean imports ipgraph.service.models: service is not to the left of tables"),
        ("src/ipgraph/tables/__init__.py", "from ..service import models",
         "ipgraph.tables imports ipgraph.service.models: service is not to the left of tables"),
        ("src/ipgraph/service/routes.py", "def late():\n    import ipgraph.cli",
         "ipgraph.service.routes imports ipgraph.cli: cli is not to the left of service"),
        ("src/ipgraph/errors.py", "import ipgraph.schema",
         "ipgraph.errors imports ipgraph.schema: schema is not to the left of errors"),
        ("src/ipgraph/__init__.py", "from ipgraph import schema",
         "ipgraph imports ipgraph.schema: the package itself imports nothing"),
        ("src/ipgraph/cli.py", "from ipgraph_loaders.patents import Patents",
         "ipgraph.cli imports ipgraph_loaders.patents.Patents: nothing imports the loaders"),
        ("loaders/ipgraph_loaders/patents.py", "from ipgraph.tables import clean",
         "ipgraph_loaders.patents imports ipgraph.tables.clean: loaders know only errors, schema, sources"),
    ],
)
def test_a_planted_import_is_found(tmp_path: Path, path: str, line: str, sentence: str) -> None:
    planted = tmp_path / path
    planted.parent.mkdir(parents=True)
    planted.write_text(line, encoding="utf-8")
    assert violations(tmp_path) == [sentence]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("src/ipgraph/service/routes.py", "from ipgraph.analysis import gaps\nfrom ipgraph.errors import NotFound"),
        ("src/ipgraph/desk/rules.py", "from ipgraph.settings import Settings\nfrom .events import log"),
        ("src/ipgraph/commands/load.py", "from ipgraph.service import app\nfrom ipgraph.app import build"),
        ("loaders/ipgraph_loaders/patents.py", "from ipgraph.sources.drafts import PATENTS\nimport csv"),
    ],
)
def test_an_import_to_the_left_is_free(tmp_path: Path, path: str, line: str) -> None:
    planted = tmp_path / path
    planted.parent.mkdir(parents=True)
    planted.write_text(line, encoding="utf-8")
    assert violations(tmp_path) == []
