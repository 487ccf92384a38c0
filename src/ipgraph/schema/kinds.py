"""The words of the schema: properties, node kinds and edge kinds, checked on construction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ipgraph.errors import SchemaError


class Type(Enum):
    """What a property holds. A null is an unknown; there are no other spellings of it."""

    TEXT = "text"
    TEXTS = "texts"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True)
class Property:
    """One field of a kind: its type, what it means in both languages, and its unit."""

    name: str
    type: Type
    zh: str
    en: str
    doc: str = ""
    unit: str = ""
    required: bool = False


#: Carried by every node and every edge, so that each says who said it and as of when.
PROVENANCE = (
    Property("source", Type.TEXTS, "来源", "Source", "Names of the sources that say so.", required=True),
    Property("as_of", Type.DATE, "截至日期", "As of", "The newest of those sources.", required=True),
)


@dataclass(frozen=True)
class NodeKind:
    """A sort of node. Its key is always `id`, a business id that stays the same between loads.

    `own` comes from sources; `results` is written by `ipgraph analyse`, and empty until then and after the next load.
    """

    label: str
    zh: str
    en: str
    doc: str
    color: str
    key: str
    own: tuple[Property, ...]
    results: tuple[Property, ...] = ()

    def __post_init__(self) -> None:
        check_names(self.label, [p.name for p in self.properties])

    @property
    def id(self) -> Property:
        return Property("id", Type.TEXT, "标识", "Id", self.key, required=True)

    @property
    def properties(self) -> tuple[Property, ...]:
        """All columns of the kind's table, the key first."""
        return (self.id, *self.own, *self.results, *PROVENANCE)


@dataclass(frozen=True)
class Ends:
    """One admissible pair of node kinds at the two ends of an edge, each with its own table."""

    kind: EdgeKind
    start: NodeKind
    end: NodeKind

    @property
    def table(self) -> str:
        return f"{self.kind.type}.{self.start.label}.{self.end.label}"


@dataclass(frozen=True)
class EdgeKind:
    """A sort of edge: any of `starts` to any of `ends`, or the listed pairs only."""

    type: str
    zh: str
    en: str
    doc: str
    pairs: tuple[tuple[NodeKind, NodeKind], ...]
    own: tuple[Property, ...] = ()

    def __post_init__(self) -> None:
        check_names(self.type, [p.name for p in self.properties])
        if not self.pairs:
            raise SchemaError(
                f"{self.type}: an edge kind needs at least one pair of ends",
                f"{self.type}：关系类别至少要有一对端点",
            )

    @property
    def properties(self) -> tuple[Property, ...]:
        """The edge's own columns; its table has `start` and `end` (node ids) before them."""
        return (*self.own, *PROVENANCE)

    def ends(self) -> Iterator[Ends]:
        for start, end in self.pairs:
            yield Ends(self, start, end)


def check_names(owner: str, names: list[str]) -> None:
    doubled = sorted({n for n in names if names.count(n) > 1})
    if doubled:
        raise SchemaError(
            f"{owner}: properties declared twice: {', '.join(doubled)}",
            f"{owner}：属性重复声明：{'、'.join(doubled)}",
        )
    taken = sorted({"start", "end"} & set(names))
    if taken:
        raise SchemaError(
            f"{owner}: names kept for the ends of edges: {', '.join(taken)}",
            f"{owner}：以下名称保留给关系的两端：{'、'.join(taken)}",
        )
