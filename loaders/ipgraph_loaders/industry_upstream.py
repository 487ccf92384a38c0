"""Which Shenwan industry is upstream of which, from ChainKnowledgeGraph: kept only where it gives an order."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.turn_away import turn_away

PART = Part(required=("industry", "upstream_industry"), optional=("relation",), may_be_absent=True)
#: In JSON lines an industry and the industries upstream of it: {"industry": …, "ups": {name: weight}}.
NESTED = Part(required=("industry", "ups"), may_be_absent=True)
#: Above this share of edges on directed cycles the whole file says nothing about upstream and downstream.
MOST_CYCLIC = 0.5


def cyclic_share(starts: pd.Series, ends: pd.Series) -> float:
    """Share of edges that lie on a directed cycle: both ends in one strongly connected component.

    >>> cyclic_share(pd.Series(["a", "b", "b"]), pd.Series(["b", "a", "c"])).__round__(3)
    0.667
    """
    if starts.empty:
        return 0.0
    codes, names = pd.factorize(pd.concat([starts, ends]))
    start, end = codes[: len(starts)], codes[len(starts):]
    graph = coo_array((np.ones(len(start)), (start, end)), shape=(len(names), len(names)))
    _, component = connected_components(graph, directed=True, connection="strong")
    return float(np.mean(component[start] == component[end]))


def shape(read: Read) -> dict[str, ir.Table]:
    """FEEDS between industries, each named as `sw:` and its name; all refused where most run in circles."""
    flat, nested = read.table(PART), read.table(NESTED)
    unnested = nested.select("row", "sheet", "industry", upstream_industry=json_keys(nested.ups).unnest(),
                             relation=ibis.null("string"))
    table = flat.select(*unnested.columns).union(unnested)
    ends = table.select("upstream_industry", "industry").to_pandas().fillna("")
    share = cyclic_share(ends["upstream_industry"], ends["industry"])
    reason = ibis.literal("no-order" if share > MOST_CYCLIC else None, type="string")
    pair = table.upstream_industry + " → " + table.industry
    kept, refused = turn_away(table, "upstream_industry", reason, pair, ibis.literal(f"{share:.0%}"))
    feeds = kept.select(
        "row", "sheet", start=ibis.literal("sw:") + kept.upstream_industry, end=ibis.literal("sw:") + kept.industry,
        reason=kept.relation,
    )
    return {"feeds": feeds, "refused": refused}


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def json_keys(document: str) -> list[str]:
    """DuckDB's own function: the keys of an object."""
    raise NotImplementedError


INDUSTRY_UPSTREAM = Layout(
    "industry_upstream", "行业上下游", "Upstream industries", "ChainKnowledgeGraph industry_upstream", (PART, NESTED),
    shape
)
