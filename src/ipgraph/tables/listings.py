"""Patents on offer: open licences and banks of convertible patents, and who offers them."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import StringValue, Table

from ipgraph.schema import HOLDERS
from ipgraph.sources.drafts import LISTINGS
from ipgraph.tables.chains import first_of
from ipgraph.tables.deals import FEE_MODES
from ipgraph.tables.engine import keep, provenance, stack
from ipgraph.tables.entries import Entries, coded, own_number
from ipgraph.tables.holders import CLAIM
from ipgraph.tables.refer import number_faults, with_wrong
from ipgraph.tables.refusals import Fault, lost, missing, sift

MODES = {"open_licence": "开放许可|open_licence", "convertible": "可转化|convertible"}
ENTRIES = Entries(texts=("number", "grade", "category"), days=("since", "until"), amounts=("fee",),
                  words={"fee_mode": FEE_MODES, "mode": MODES})
FIELDS = ("mode", "number", "fee", "currency", "fee_text", "fee_mode", "grade", "category", "since", "until")


def clean_listings(con: Backend, drafts: Table) -> tuple[Table, Table]:
    """Rows of listings, numbered as `entry`, and the faults. A fee that says how it is paid gives the fee mode too."""
    clean = ENTRIES.clean(con, "listings", drafts)
    clean = keep(con, "listings_numbered", clean.mutate(
        entry=ibis.row_number(), currency=clean.fee_currency, fee_text=clean.fee_given,
        fee_mode=clean.fee_mode.coalesce(coded(clean.fee_given, FEE_MODES))))
    clean = with_wrong(con, clean, "entry")
    return sift(con, "listings", clean, [
        *missing(LISTINGS, clean, "mode"),
        Fault("mode", "missing", clean.mode_given.isnull(), ibis.literal("")),
        Fault("mode", "unknown-value", lost(clean, "mode"), clean.mode_given),
        *number_faults(clean),
        Fault("until", "absurd", clean.until < clean.since, clean.until_given, row_kept=True),
        *(fault for fault in ENTRIES.faults(clean) if fault.field != "mode"),
    ])


def named(con: Backend, listings: Table, concerned: Table) -> Table:
    """Who offers, as name claims with their `entry`: one row a name and patent."""
    told = listings.select("entry", *CLAIM[1:], raw="holders").unnest("raw", offset="position")
    told = told.filter(told.raw.notnull()).join(concerned.select("entry", id="patent"), "entry")
    return keep(con, "listings_named", told.mutate(role=ibis.literal("OFFERS"), position=told.position + 1))


def owners(con: Backend, placed: Table) -> Table:
    """Placed names, with who offers a patent as its owner too, as far as nobody is named as applicant or owner."""
    held = placed.filter(placed.role.isin(["FILED", "OWNS"])).select("patent").distinct()
    own = placed.filter(placed.role == "OFFERS").anti_join(held, "patent").mutate(role=ibis.literal("OWNS"))
    return keep(con, "placed_with_offers", stack([placed, own]))


def tables(
    con: Backend, listings: Table, concerned: Table, told: Table, placed: Table,
) -> tuple[Table, dict[str, Table]]:
    """Listing nodes; OFFERS and LISTS edges by table name.

    `concerned` has entry, patent; `told` what `named` gave; `placed` the names placed.
    """
    who = placed.filter(placed.role == "OFFERS").select("raw", "patent", "label", "node", "main").distinct()
    who = keep(con, "offering", told.select("entry", "raw", patent="id").join(who, ["raw", "patent"]))
    subject = concerned.group_by("entry").agg(subject=concerned.patent.min())
    names = who.group_by("entry").agg(by=who.main.collect(distinct=True).sort().join("、"))
    rows = listings.left_join(subject, "entry").drop("entry_right").left_join(names, "entry").drop("entry_right")
    rows = keep(con, "listings_keyed", rows.mutate(id=key(rows)))
    ids = rows.select("entry", "id", "source", "as_of")
    of = concerned.select("entry", "patent").join(ids, "entry")
    edges = {"LISTS.Listing.Patent": of.group_by(start="id", end="patent").agg(**provenance(of))}
    by = keep(con, "offers", who.select("entry", "label", "node").distinct().join(ids, "entry"))
    for kind in HOLDERS:
        mine = by.filter(by.label == kind.label)
        edges[f"OFFERS.{kind.label}.Listing"] = mine.group_by(start="node", end="id").agg(**provenance(mine))
    return first_of(rows, "id", list(FIELDS)), edges


def key(rows: Table) -> StringValue:
    """The number of the statement or entry; a serial number of one list is none."""
    number = own_number(rows.number)
    return number.coalesce(rows.mode + ":" + rows.subject + "@" + rows.by.fill_null("?"))
