"""Words of legal status (权利转移, 许可, 质押) as deals, where owners say who was part of them. No day is made up."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.tables.deals import DATES, FIELDS, MODES
from ipgraph.tables.engine import keep, stack
from ipgraph.tables.entries import coded

#: Words of a deal that is over or never was.
OVER = "注销|解除|撤销|[Tt]erminat|[Cc]ancel|[Rr]eleas"
HOLDS = ("FILED", "OWNS")


def heard(con: Backend, rows: Table, records: Table, start: int) -> Table:
    """One row a patent and mode that some event tells and no record does: deal, patent, source, rank, as_of, sheet,
    row, mode. `records` has patent, mode; deals are numbered from `start`."""
    words = rows.select("source", "rank", "as_of", "sheet", "row", patent="id", word="events").unnest("word")
    words = words.filter(words.word.notnull() & ~words.word.re_search(OVER))
    modes = keep(con, "events_modes", words.mutate(mode=coded(words.word, MODES)))
    first = modes.filter(modes.mode.notnull()).group_by("patent", "mode", "source", "rank", "as_of").agg(
        sheet=modes.sheet.min(), row=modes.row.min())
    believed = first.group_by("patent", "mode").agg(rank=first["rank"].min())
    told = first.semi_join(believed, ["patent", "mode", "rank"]).anti_join(records, ["patent", "mode"])
    return keep(con, "events", told.mutate(deal=start + ibis.row_number()))


def sides(con: Backend, told: Table, placed: Table) -> Table:
    """deal, role, patent, label, node, main: who granted and received, as far as the owners of then and now say.

    A transfer went from the applicants who own it no more to the owners who did not file it; where nobody left, from
    all, and where nobody came, to all. What never changed hands was licensed or pledged by its owners; to whom is not
    known.
    """
    held = placed.filter(placed.role.isin(HOLDS)).select("source", "patent", "role", "label", "node", "main").distinct()
    filed, owned = (held.filter(held.role == role).drop("role") for role in HOLDS)
    same = ["source", "patent", "node"]
    left, come = keep(con, "left", filed.anti_join(owned, same)), keep(con, "come", owned.anti_join(filed, same))
    transfers = told.filter(told.mode == "transfer").select("deal", "source", "patent")
    at = ["source", "patent"]
    moved = transfers.semi_join(owned, at)
    changed = moved.semi_join(left.union(come), at)
    given = moved.join(left, at).union(changed.anti_join(left, at).join(filed, at)).mutate(role=ibis.literal("GRANTS"))
    got = moved.join(come, at).union(changed.anti_join(come, at).join(owned, at)).mutate(role=ibis.literal("RECEIVES"))
    other = told.filter(told.mode != "transfer").select("deal", "source", "patent")
    owners = other.anti_join(left, at).anti_join(come, at).join(owned, at).mutate(role=ibis.literal("GRANTS"))
    columns = ["deal", "role", "patent", "label", "node", "main"]
    return keep(con, "events_sides", stack(table.select(*columns) for table in (given, got, owners)))


def with_events(
    con: Backend, records: Table, concerned: Table, who: Table, rows: Table, placed: Table,
) -> tuple[Table, Table, Table]:
    """Facts, patents concerned and parties of the deals that records give, and of those that only events tell."""
    modes = concerned.join(records.select("deal", "mode"), "deal").select("patent", "mode").distinct()
    told = heard(con, rows, modes, 1 + (con.to_pyarrow(records.deal.max()).as_py() or 0))
    theirs = sides(con, told, placed)
    said = facts(con, told, theirs)
    about = concerned.union(said.select(*concerned.columns))
    columns = ["deal", "source", "rank", "as_of", "sheet", "row", *FIELDS]
    return (keep(con, "deals_facts", records.select(*columns).union(said.select(*columns))),
            keep(con, "deals_concern", about), keep(con, "deals_who", who.union(theirs.select(*who.columns))))


def facts(con: Backend, told: Table, who: Table) -> Table:
    """What is known of deals that events tell. A transfer of nobody to anybody is none: the name may have changed."""
    both = who.group_by("deal").agg(roles=who.role.nunique())
    whole = told.left_join(both, "deal").drop("deal_right")
    whole = whole.filter((whole.mode != "transfer") | (whole.roles == 2))
    unknown = {n: ibis.null("date") for n in DATES} | {"amount": ibis.null("float64")}
    unknown |= {n: ibis.null("string") for n in FIELDS if n not in (*unknown, "mode", "basis")}
    return keep(con, "events_facts", whole.select(
        "deal", "source", "rank", "as_of", "sheet", "row", "mode", "patent", basis=ibis.literal("event"), **unknown))
