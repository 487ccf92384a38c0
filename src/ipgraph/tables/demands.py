"""Technical needs: who seeks what, and in which segment."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema import ORGANISATIONS
from ipgraph.sources.drafts import DEMANDS
from ipgraph.tables.about import about
from ipgraph.tables.chains import first_of
from ipgraph.tables.engine import keep, provenance
from ipgraph.tables.entries import Entries, own_number
from ipgraph.tables.names import sightings
from ipgraph.tables.places import with_region
from ipgraph.tables.refusals import Fault, lost, missing, repeats, sift

#: Asked for in this order: what is 未对接 is not 对接.
STATES = {
    "withdrawn": "撤回|撤销|取消|withdrawn",
    "open": "[未待](?:对接|解决|匹配|签约|达成|完成|结束)|unmatched|征集|公开|发布|有效|open",
    "matched": "匹配|签约|达成|已对接|对接成功|完成对接|matched", "talks": "对接|洽谈|意向|talks",
    "closed": "关闭|结束|完成|已解决|终止|过期|closed",
}
ENTRIES = Entries(texts=("number", "title", "text", "kind"), days=("published_on", "deadline"), amounts=("budget",),
                  words={"state": STATES})
FIELDS = ("number", "title", "text", "kind", "region", "budget", "currency", "budget_text", "published_on", "deadline",
          "state")


def clean_demands(con: Backend, drafts: Table, spellings: Table) -> tuple[Table, Table]:
    """Demands with their `id`, and the faults. Who seeks may stay unknown where there is a number."""
    clean = ENTRIES.clean(con, "demands", drafts)
    placed = with_region(con, clean.mutate(region_given=clean.region))
    keys = spellings.select("key", named="raw").distinct()
    keyed = placed.left_join(keys, placed.organisation == keys.named)
    number = own_number(keyed.number)
    keyed = keep(con, "demands_keyed", keyed.mutate(
        id=number.coalesce(keyed.key + "#" + keyed.title), currency=keyed.budget_currency,
        budget_text=keyed.budget_given))
    rows = keep(con, "demands_repeated", keyed.mutate(repeats=repeats(keyed, "id", "title", "organisation")))
    nobody = rows.key.isnull()
    return sift(con, "demands", rows, [
        *missing(DEMANDS, rows), *ENTRIES.faults(rows),
        Fault("organisation", "missing", nobody & rows.id.isnull() & rows.title.notnull(), ibis.literal("")),
        Fault("organisation", "missing", nobody & rows.id.notnull(), ibis.literal(""), row_kept=True),
        Fault("number", "duplicate-differs", rows.repeats, rows.id),
        Fault("region", "unknown-value", lost(rows, "region"), rows.region_given, row_kept=True),
    ])


def tables(
    con: Backend, demands: Table, segments: Table, chains: Table, spellings: Table, identities: Table,
) -> tuple[Table, dict[str, Table], Table]:
    """Demand nodes, SEEKS and ABOUT edges by table name, and the faults of segments named."""
    seen = sightings(con, demands.mutate(patent=demands.id), "organisation", spellings, identities)
    seeks = keep(con, "seeks", seen.group_by("label", start="node", end="patent").agg(**provenance(seen)))
    rows, faults = about(con, demands, segments, chains)
    edges = {f"SEEKS.{kind.label}.Demand": seeks.filter(seeks.label == kind.label).drop("label")
             for kind in ORGANISATIONS}
    edges["ABOUT.Demand.Segment"] = rows.group_by(start="id", end="segment").agg(**provenance(rows))
    return first_of(demands, "id", list(FIELDS)), edges, faults
