"""The query catalogue: every statement of cypher/, its header and text read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pyarrow as pa

from ipgraph.errors import NotFound, UsageError
from ipgraph.schema import Type
from ipgraph.schema.edges import EDGE_KINDS
from ipgraph.schema.emit.arrow import ARROW
from ipgraph.schema.nodes import NODE_KINDS

ENGINES = ("embedded", "neo4j")
#: Written by the schema for people and tools; they write, so they are no part of the catalogue.
GENERATED = "schema"

#: What a column named as a property of the schema holds: the schema's lint keeps one type a name.
PROPERTY_TYPES = {"start": Type.TEXT, "end": Type.TEXT} | {
    prop.name: prop.type
    for properties in [kind.properties for kind in NODE_KINDS] + [kind.properties for kind in EDGE_KINDS]
    for prop in properties
}


@dataclass(frozen=True)
class Field:
    """A parameter or a returned column: its name, its type, and whether it is a list of that type."""

    name: str
    type: Type
    listed: bool = False
    doc: str = ""

    @property
    def arrow(self) -> pa.DataType:
        return pa.list_(ARROW[self.type]) if self.listed else ARROW[self.type]


@dataclass(frozen=True)
class Query:
    """One statement: what it is for, what it takes, what it gives."""

    name: str
    doc: str
    params: tuple[Field, ...]
    returns: tuple[Field, ...]
    text: str

    @property
    def schema(self) -> pa.Schema:
        return pa.schema([(field.name, field.arrow) for field in self.returns])

    def check(self, params: Mapping[str, Any]) -> None:
        """Refuse a missing, an extra or a null parameter."""
        declared = {field.name for field in self.params}
        faults = [(f"{name} is missing", f"缺少 {name}") for name in sorted(declared - set(params))]
        faults += [(f"{name} is not one of its parameters", f"没有参数 {name}")
                   for name in sorted(set(params) - declared)]
        faults += [(f"{name} is null", f"{name} 为空") for name in sorted(params) if params[name] is None]
        if faults:
            ens, zhs = zip(*faults, strict=True)
            raise UsageError(f"{self.name}: {', '.join(ens)}", f"语句 {self.name}：{'，'.join(zhs)}")


@cache
def query(name: str, engine: str) -> Query:
    """The statement of that name, "explore/neighbours", in the engine's variant where there is one."""
    room, _, stem = name.rpartition("/")
    for suffix in (f".{engine}.cypher", ".cypher"):
        file = root() / room / f"{stem}{suffix}"
        if file.is_file():
            return parse(name, file.read_text("utf-8"))
    raise NotFound(
        f"no statement {name} in the catalogue of the {engine} engine",
        f"{engine} 引擎的语句目录中没有 {name}",
    )


def catalogue(engine: str) -> Mapping[str, Query]:
    """All statements for an engine, by name in order."""
    return {name: query(name, engine) for name in names()}


def names() -> list[str]:
    """The name of every statement, in order."""
    return sorted({
        f"{room.name}/{file.name.partition('.')[0]}"
        for room in root().iterdir() if room.is_dir() and room.name != GENERATED
        for file in room.iterdir() if file.name.endswith(".cypher")
    })


def root() -> Traversable:
    """The folder of queries: packed inside a wheel, at the top of a checkout."""
    packed = files("ipgraph") / "cypher"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "cypher"


def parse(name: str, text: str) -> Query:
    """Header and statement of one file."""
    lines = text.splitlines()
    header = [line.removeprefix("//").strip() for line in lines if line.startswith("//")]
    statement = "\n".join(line for line in lines if not line.startswith("//")).strip().rstrip(";")
    doc, params, returns = parts(header)
    if not doc or not returns:
        raise UsageError(f"{name}: the header needs a purpose and `returns:`", f"{name}：语句头须写明用途和 `returns:`")
    used = set(re.findall(r"\$(\w+)", statement))
    fields = tuple(field(name, *line.split(None, 2)) for line in params if line != "none")
    if odd := used ^ {f.name for f in fields}:
        raise UsageError(
            f"{name}: header and statement disagree about the parameters {', '.join(sorted(odd))}",
            f"{name}：语句头与语句的参数不一致：{'、'.join(sorted(odd))}",
        )
    columns = tuple(field(name, *column.split(None, 1)) for column in ",".join(returns).split(",") if column.strip())
    return Query(name, " ".join(doc), fields, columns, statement)


def parts(header: list[str]) -> tuple[list[str], list[str], list[str]]:
    """The header's lines of purpose, parameters and returned columns."""
    found: dict[str, list[str]] = {"doc": [], "params": [], "returns": []}
    at = "doc"
    for line in header:
        for part in ("params", "returns"):
            if line.startswith(f"{part}:"):
                at, line = part, line.removeprefix(f"{part}:").strip()
        if line:
            found[at].append(line)
    return found["doc"], found["params"], found["returns"]


def field(owner: str, name: str, type: str = "", doc: str = "") -> Field:
    """A declared name; its type may be left out where the schema has a property of that name."""
    plain = type.strip().removesuffix("[]")
    if not plain and name in PROPERTY_TYPES:
        return Field(name, PROPERTY_TYPES[name], False, doc)
    try:
        return Field(name, Type(plain), type.strip().endswith("[]"), doc)
    except ValueError:
        known = ", ".join(t.value for t in Type)
        raise UsageError(
            f"{owner}: {name} needs a type, one of {known}, with [] for a list of it",
            f"{owner}：{name} 须注明类型，可选 {known}，列表加 []",
        ) from None
