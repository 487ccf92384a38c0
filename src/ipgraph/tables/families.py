"""Families: publications of one invention, told by suppliers or by their priorities.

The simple family of DOCDB has exactly the same priorities; a first filing counts as its own. Suppliers that give the
family itself, by an id or by its members, are believed before that. Publications of one application always belong
together.
"""

from __future__ import annotations

import ibis
import numpy as np
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import StringValue, Table

from ipgraph.schema.types import number
from ipgraph.schema.types.text import tidy
from ipgraph.tables.components import components
from ipgraph.tables.engine import keep, stack
from ipgraph.tables.refer import serial, stems


def families_of(con: Backend, rows: Table, patents: Table) -> Table:
    """id → `family`, the least id among the publications of its family, and `seen`, how many of them are there.

    `rows` are those of the patents draft with `id`; `patents` has id, application_number of every node.
    """
    tokens = keep(con, "family_tokens", stack([
        patents.select("id", token="id"),
        patents.filter(patents.application_number.notnull()).select(
            "id", token=ibis.literal("application ") + patents.application_number),
        patents.filter(serial(patents.id).notnull()).select("id", token=ibis.literal("serial ") + serial(patents.id)),
        by_supplier(con, rows, patents), by_priority(con, rows, patents),
    ]).distinct())
    # Only what several patents share ties anything, and it travels as numbers: memory is that of the families.
    shared = tokens.group_by("token").having(tokens.count() > 1).agg(
        patents=tokens.count()).select("token", place=ibis.row_number())
    tied = keep(con, "family_shared", tokens.join(keep(con, "family_places", shared), "token").select("id", "place"))
    numbers = keep(con, "family_numbers", tied.select("id").distinct().mutate(number=ibis.row_number()))
    pairs = con.to_pyarrow(tied.join(numbers, "id").select("number", "place"))
    labels = tied_by(pairs["number"].to_numpy(), pairs["place"].to_numpy())
    found = keep(con, "family_labels", pa.table({"number": np.arange(len(labels)), "label": labels}))
    found = numbers.join(found, "number").select("id", "label")
    whole = found.group_by("label").agg(family=found.id.min(), seen=found.count())
    several = found.join(whole, "label").select("id", "family", "seen")
    alone = patents.anti_join(several, "id").select("id", family="id", seen=ibis.literal(1, "int64"))
    return keep(con, "families", several.union(alone))


def with_families(patents: Table, families: Table) -> Table:
    """Patents with `family`, and with the size seen where no source gives one and more than one is there."""
    table = patents.join(families, "id")
    seen = ibis.ifelse(table.seen > 1, table.seen, ibis.null("int64"))
    return table.mutate(family_size=table.family_size.coalesce(seen)).drop("seen")


def tied_by(patent: np.ndarray, token: np.ndarray) -> np.ndarray:
    """Label of the component of each patent, 0 … n-1, of a graph between patents and tokens."""
    count, others = int(patent.max(initial=-1)) + 1, int(token.max(initial=-1)) + 1
    return components(count + others, patent, token + count)[:count]


def by_supplier(con: Backend, rows: Table, patents: Table) -> Table:
    """id → token of the supplier's family, which means something in that source alone, and of each member it lists."""
    told = rows.filter(tidy(rows.family).notnull()).select(
        "id", token=ibis.literal("family ") + rows.source + ibis.literal(" ") + tidy(rows.family))
    listed = rows.select("id", member="family_members").unnest("member")
    listed = keep(con, "family_members", listed.mutate(member=tidy(listed.member)))
    spelt = listed.filter(listed.member.notnull()).select("member").distinct()
    spelt = keep(con, "family_spelt", spelt.mutate(publication=number.publication(spelt.member)))
    begun = stems(con, spelt.select("publication", number="member"), patents).select("number", begun="id")
    meant = spelt.left_join(begun, spelt.member == begun.number)
    meant = meant.select("member", token=meant.begun.coalesce(meant.publication, meant.member))
    return told.union(listed.join(meant, "member").select("id", "token"))


def by_priority(con: Backend, rows: Table, patents: Table) -> Table:
    """id → token of the whole set of its priorities, where no supplier tells its family. Without any, its own
    application is the first."""
    told = rows.filter(tidy(rows.family).notnull() | (rows.family_members.length().fill_null(0) > 0)).select("id")
    open_rows = rows.anti_join(told, "id")
    listed = open_rows.select("id", "source", "sheet", "row", priority="priorities").unnest("priority")
    listed = keep(con, "priorities_given", listed.mutate(priority=tidy(listed.priority)))
    distinct = listed.filter(listed.priority.notnull()).select("priority").distinct()
    spelt = keep(con, "priorities_spelt", distinct.mutate(number=priority(distinct.priority)))
    known = listed.join(spelt, "priority").filter(spelt.number.notnull())
    sets = known.group_by("id", "source", "sheet", "row").agg(all=known.number.collect(distinct=True).sort().join(" "))
    claimed = sets.group_by("id").agg(all=sets["all"].max())
    first = patents.semi_join(open_rows, "id").anti_join(claimed, "id")
    first = first.filter(first.application_number.notnull()).select("id", all=first.application_number)
    both = claimed.union(first)
    return both.select("id", token=ibis.literal("priorities ") + both["all"])


def priority(value: StringValue) -> StringValue:
    """The number of a priority in the spelling of applications, without its day; null where it is a country alone."""
    text = value.re_replace(r"[ ,]+[0-9]{4}[-./]?[0-9]{2}[-./]?[0-9]{2}$", "")
    return number.application(text).coalesce(
        ibis.ifelse(text.re_search("[0-9]{4}"), number.squeeze(text).re_replace(r"\.", ""), ibis.null("string")))
