"""docs/schema.md: every kind and property in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ipgraph.schema.edges import EDGE_KINDS
from ipgraph.schema.kinds import EdgeKind, NodeKind, Property
from ipgraph.schema.nodes import NODE_KINDS

OPENING = """\
# 图谱模式 · Schema

Generated from `src/ipgraph/schema` by `python -m ipgraph.schema.write`; edit the declarations, not this page.
本页由模式声明生成，请勿手工修改。

A null is an unknown. Every node has an `id` that stays the same between loads; every node and every edge says
which sources it came from (`source`) and as of when (`as_of`).
"""


def page() -> str:
    """The whole page in Markdown."""
    return "\n".join([OPENING, *overview(), *nodes(), *edges()])


def overview() -> Iterator[str]:
    """A picture of which kind points at which."""
    yield "```mermaid\nflowchart LR"
    for kind in EDGE_KINDS:
        for start, end in kind.pairs:
            yield f"  {start.label}[{start.zh} {start.label}] -->|{kind.type}| {end.label}[{end.zh} {end.label}]"
    yield "```\n"


def nodes() -> Iterator[str]:
    yield "## 节点 · Nodes\n"
    for kind in NODE_KINDS:
        yield heading(kind)
        yield f"{kind.doc} Key: {kind.key}\n"
        yield from table(kind.properties)


def edges() -> Iterator[str]:
    yield "## 关系 · Edges\n"
    for kind in EDGE_KINDS:
        yield heading(kind)
        yield f"{kind.doc}\n"
        yield from (f"- `(:{start.label})-[:{kind.type}]->(:{end.label})`" for start, end in kind.pairs)
        yield ""
        yield from table(kind.properties)


def heading(kind: NodeKind | EdgeKind) -> str:
    return f"### {kind.label if isinstance(kind, NodeKind) else kind.type} · {kind.zh} · {kind.en}\n"


def table(properties: Iterable[Property]) -> Iterator[str]:
    yield "| property | 名称 | name | type | meaning |"
    yield "|---|---|---|---|---|"
    for prop in properties:
        kind = prop.type.value + (f", {prop.unit}" if prop.unit else "") + (", required" if prop.required else "")
        yield f"| `{prop.name}` | {prop.zh} | {prop.en} | {kind} | {prop.doc} |"
    yield ""
