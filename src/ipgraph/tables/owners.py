"""Who owns a patent today and who did before: OWNS edges from what sources name and from transfers with their days.

A source that names owners speaks for its day. Transfers of a later day change them; earlier ones only say since when,
and until when for those who are gone. Where no source names owners, transfers are played through from the applicants.
"""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema import HOLDERS
from ipgraph.tables.engine import keep, provenance, stack

#: Stands for the unknown day of a transfer: before all that are known.
UNKNOWN_DAY = ibis.date(1, 1, 1)
WHO = ("patent", "label", "node")


def owns(con: Backend, placed: Table, facts: Table, parties: Table) -> dict[str, Table]:
    """OWNS by table name. `facts` has deal, mode, recorded_on, signed_on, source, as_of; `parties` deal, role,
    patent, label, node."""
    seen = sightings(con, placed, moves(con, facts, parties))
    filed, owned, gave, got = (seen.role == role for role in ("FILED", "OWNS", "GRANTS", "RECEIVES"))
    told = seen.filter(owned).group_by("patent").agg(told=seen.as_of.max())
    day = seen.day.coalesce(UNKNOWN_DAY)
    who = seen.group_by(*WHO).agg(
        named=owned.any(), into=day.max(where=got), out=day.max(where=gave),
        position=seen.position.min(where=owned).coalesce(seen.position.min(where=filed)), **provenance(seen))
    who = keep(con, "owners", who.left_join(told, "patent").drop("patent_right"))
    gone = who.out.notnull() & ~(who.into >= who.out).fill_null(False)
    last = ibis.greatest(who.into.coalesce(who.out), who.out.coalesce(who.into))
    current = ibis.cases((who.told.isnull(), ~gone), (last > who.told, ~gone), else_=who.named)
    left = ~current & (who.into.isnull() | (who.out >= who.into))
    rows = keep(con, "owners_dated", who.select(
        *WHO, "source", "as_of", position=who.position.cast("int64"), current=current,
        since=who.into.nullif(UNKNOWN_DAY), until=ibis.ifelse(left, who.out.nullif(UNKNOWN_DAY), ibis.null("date"))))
    return {f"OWNS.{kind.label}.Patent": rows.filter(rows.label == kind.label).rename(start="node", end="patent")
            for kind in HOLDERS}


def moves(con: Backend, facts: Table, parties: Table) -> Table:
    """One row a holder that a transfer made or unmade an owner. Who stands on both sides of one stays what it was."""
    day = facts.recorded_on.coalesce(facts.signed_on)
    transfers = facts.filter(facts.mode == "transfer").select("deal", "source", "as_of", day=day)
    rows = keep(con, "transfers", parties.join(transfers, "deal"))
    sides = rows.group_by("deal", *WHO).agg(sides=rows.role.nunique())
    return keep(con, "moves", rows.anti_join(sides.filter(sides.sides == 2), ["deal", *WHO]))


def sightings(con: Backend, placed: Table, moved: Table) -> Table:
    """Every word on who owns or owned: WHO, role, source, as_of, position, day.

    Applicants were the first owners where the same source names those of today, or where transfers are all there is.
    """
    held = placed.select(*WHO, "role", "source", "as_of", "position", day=ibis.null("date"))
    owned, filed = held.filter(held.role == "OWNS"), held.filter(held.role == "FILED")
    beside = filed.semi_join(owned, ["patent", "source"])
    before = filed.semi_join(moved, "patent").anti_join(owned, "patent")
    dated = moved.mutate(position=ibis.null("int64"))
    return keep(con, "owners_seen", stack([owned, beside, before, dated.select(*held.columns)]))
