"""Chains, segments, what feeds what, who operates where, and what is made of what."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import StringValue, Table

from ipgraph.schema.types import name as names
from ipgraph.schema.types.text import tidy
from ipgraph.tables.engine import keep
from ipgraph.tables.names import stock_code
from ipgraph.tables.refusals import Fault, sift

STAGES = {"上游": "upstream", "中游": "midstream", "下游": "downstream", "upstream": "upstream",
          "midstream": "midstream", "downstream": "downstream"}


def stage(value: StringValue) -> StringValue:
    """upstream, midstream or downstream; null where the source gives none (無上中下游)."""
    return tidy(value).lower().cases(*STAGES.items(), else_=ibis.null("string"))


def first_of(table: Table, key: str, columns: list[str]) -> Table:
    """One row a key: every column from the first source that knows it; all sources named."""
    order = [table["rank"], table.row]
    return table.group_by(key).agg(
        **{c: table[c].first(order_by=order, include_null=False) for c in columns},
        source=table.source.collect(distinct=True).sort(), as_of=table.as_of.max())


def show(con: Backend, table: Table, column: str) -> Table:
    """The table with the column in its display form (simplified, half-width)."""
    spelt = con.to_pyarrow(table.select(raw=column).distinct())["raw"].combine_chunks()
    shown = ibis.memtable({"raw_name": spelt, "shown": names.display(spelt)}, schema={"raw_name": "string", "shown": "string"})
    joined = table.left_join(shown, table[column] == shown.raw_name)
    return joined.mutate(**{column: joined.shown}).drop("raw_name", "shown")


def chain_tables(con: Backend, chains: Table, segments: Table) -> tuple[Table, Table, Table, Table, Table]:
    """Chain and Segment nodes, PART_OF edges to chains and to segments, and the faults."""
    chains = keep(con, "chains", show(con, show(con, chains, "name"), "title"))
    segments = keep(con, "segments", show(con, segments, "name"))
    named_ids = segments.filter(segments.name.notnull()).id
    segments, faults = sift(con, "segments", segments, [
        Fault("id", "missing", tidy(segments.id).isnull(), ibis.literal("")),
        Fault("chain", "edge-to-nothing", ~segments.chain.isin(chains.id), segments.chain),
        # A row may only place a segment that another source names.
        Fault("id", "edge-to-nothing", segments.name.isnull() & ~segments.id.isin(named_ids), segments.id),
        Fault("parent", "edge-to-nothing", segments.parent.notnull() & ~segments.parent.isin(named_ids), segments.parent),
        Fault("parent", "self-reference", segments.parent == segments.id, segments.parent),
        Fault("stage", "unknown-value", tidy(segments.stage).notnull() & stage(segments.stage).isnull()
              & ~tidy(segments.stage).isin(["無上中下游", "无上中下游"]), segments.stage, row_kept=True),
    ])
    chain_nodes = first_of(chains, "id", ["name", "name_en", "title"])
    nodes = keep(con, "segment_nodes", first_of(
        segments.mutate(stage=stage(segments.stage)), "id", ["chain", "name", "name_en", "number", "stage", "parent"]))
    to_segment = nodes.filter(nodes.parent.notnull()).select("source", "as_of", start="id", end="parent")
    to_chain = nodes.filter(nodes.parent.isnull()).select("source", "as_of", start="id", end="chain")
    return chain_nodes, nodes, to_chain, to_segment, faults


def feeds(con: Backend, drafts: Table, segments: Table) -> tuple[Table, Table]:
    """FEEDS edges between segments that are there."""
    kept, faults = sift(con, "feeds", drafts, [
        Fault("start", "edge-to-nothing", ~drafts.start.isin(segments.id), drafts.start),
        Fault("end", "edge-to-nothing", ~drafts.end.isin(segments.id), drafts.end),
        Fault("end", "self-reference", drafts.start == drafts.end, drafts.end),
    ])
    edges = kept.group_by("start", "end").agg(
        reason=kept.reason.first(order_by=[kept["rank"], kept.row], include_null=False),
        source=kept.source.collect(distinct=True).sort(), as_of=kept.as_of.max())
    return edges, faults


def named(con: Backend, drafts: Table, spellings: Table, identities: Table) -> tuple[Table, Table]:
    """Rows that name an organisation by name or stock code, with its `node` and `label`; the faults."""
    coded = drafts.mutate(code=stock_code(drafts.stock_code))
    by_name = spellings.join(identities, "key").select("raw", "label", node="id").distinct(on="raw")
    by_code = identities.filter(identities.stock_code.notnull()).group_by(exchange_code="stock_code").agg(
        code_node=identities.id.min(), code_label=identities.label.min())
    joined = coded.left_join(by_name, coded.organisation == by_name.raw).drop("raw")
    joined = joined.left_join(by_code, joined.code == by_code.exchange_code).drop("exchange_code")
    joined = keep(con, "named", joined.mutate(
        node=joined.node.coalesce(joined.code_node), label=joined.label.coalesce(joined.code_label)))
    faults = [
        Fault("organisation", "missing", tidy(joined.organisation).isnull() & tidy(joined.stock_code).isnull(),
              ibis.literal("")),
        Fault("stock_code", "edge-to-nothing", joined.node.isnull(), joined.stock_code.coalesce(joined.organisation)),
    ]
    return sift(con, "named", joined, faults)


def operates(con: Backend, drafts: Table, segments: Table, spellings: Table, identities: Table) -> tuple[dict[str, Table], list[Table]]:
    """OPERATES_IN edges by table name, and the faults."""
    rows, unnamed = named(con, drafts, spellings, identities)
    kept, faults = sift(con, "operates", rows, [
        Fault("segment", "edge-to-nothing", ~rows.segment.isin(segments.id), rows.segment)])
    edges = kept.group_by("label", start="node", end="segment").agg(
        source=kept.source.collect(distinct=True).sort(), as_of=kept.as_of.max())
    tables = {f"OPERATES_IN.{label}.Segment": edges.filter(edges.label == label).drop("label")
              for label in ("Enterprise", "Institution")}
    return tables, [unnamed, faults]
