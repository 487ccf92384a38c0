"""Deals: rights passed on, as records say or as a word of legal status tells.

Rows of deals are numbered (`deal`) until names are known and with them the key of each. Three tables speak of them:
`facts` (what it is), `about` (deal, patent) and `parties` (deal, role, who). Events of legal status add to all three in
`events.py`.
"""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import StringValue, Table

from ipgraph.schema import HOLDERS
from ipgraph.schema.types import date, money, number
from ipgraph.schema.types.text import tidy
from ipgraph.sources.drafts import DEALS
from ipgraph.tables.chains import first_of
from ipgraph.tables.engine import keep, provenance, stack
from ipgraph.tables.entries import AHEAD, Entries, amount, coded
from ipgraph.tables.holders import CLAIM
from ipgraph.tables.refer import CN_APPLICATION, number_faults, serial, with_wrong
from ipgraph.tables.refusals import Fault, lost, missing, repeats, sift

DATES = ("signed_on", "recorded_on", "since", "until", "ended_on")
#: Words in the order they are asked for: 开放许可 is a 许可 too.
MODES = {
    "open_licence": "开放许可|^open_licen[cs]e$|open licen[cs]e", "equity": "作价|入股|出资|^equity$",
    "pledge": "质押|出质|pledge|security interest", "licence": "许可|licen[cs]",
    "transfer": "转让|转移|transfer|assign",
}
LICENCE_TYPES = {
    "ordinary": "普通|非独占|非独家|非排他|^ordinary|non[- ]?exclusive", "sub": "分许可|再许可|从属|^sub",
    "cross": "交叉|^cross", "sole": "排他|^sole", "exclusive": "独占|独家|^exclusive",
}
FEE_MODES = {
    "zero_entry": "零门槛|零入门费|zero_entry", "free": "免费|无偿|^free$", "milestones": "里程碑|milestone",
    "royalty": "提成|销售额|royalt", "instalments": "分期|分次|instal", "lump_sum": "一次|总付|固定|lump",
}
AMOUNT = Entries(amounts=("amount",))
#: What a Deal node takes from rows as they are.
FIELDS = ("mode", "licence_type", "record_number", *DATES, "amount", "currency", "fee_mode", "basis", "note")
#: The edge that each list of parties becomes.
ROLES = {"grantors": "GRANTS", "grantees": "RECEIVES"}


def clean_deals(con: Backend, drafts: Table) -> tuple[Table, Table]:
    """Rows of deals with codes, dates and amounts, and the faults. A cell that only details the deal is dropped."""
    texts = {n: tidy(drafts[n]) for n in ("mode", "note", "currency")}
    given = keep(con, "deals_given", drafts.mutate(**texts, **{
        f"{n}_given": tidy(drafts[n]) for n in ("mode", "licence_type", "fee_mode", "amount", *DATES)}))
    clean = keep(con, "deals_clean", given.mutate(
        mode=coded(given.mode_given, MODES), licence_type=coded(given.licence_type_given, LICENCE_TYPES),
        fee_mode=coded(given.fee_mode_given, FEE_MODES), amount=amount(given.amount_given),
        currency=ibis.ifelse(given.amount_given.isnull(), ibis.null("string"),
                             money.currency(given.currency.fill_null("") + given.amount_given)),
        record_number=tidy(given.record_number).upper().re_replace(r"\s", ""),
        basis=ibis.literal("record"), **{n: date.date(given[f"{n}_given"], AHEAD) for n in DATES},
    ))
    clean = keep(con, "deals_numbered", clean.mutate(
        deal=ibis.row_number(), currency=ibis.ifelse(clean.amount.isnull(), ibis.null("string"), clean.currency),
        repeats=repeats(clean, "record_number", "mode", "signed_on", "recorded_on")))
    clean = with_wrong(con, clean, "deal")
    return sift(con, "deals", clean, [
        *missing(DEALS, clean, "mode"),
        Fault("mode", "missing", clean.mode_given.isnull(), ibis.literal("")),
        Fault("mode", "unknown-value", lost(clean, "mode"), clean.mode_given),
        *number_faults(clean),
        *(Fault(n, "impossible-date", lost(clean, n), clean[f"{n}_given"]) for n in DATES),
        Fault("until", "absurd", clean.until < clean.since, clean.until_given),
        Fault("record_number", "duplicate-differs", clean.repeats, clean.record_number),
        *(Fault(n, "unknown-value", lost(clean, n), clean[f"{n}_given"], row_kept=True)
          for n in ("licence_type", "fee_mode")),
        *AMOUNT.faults(clean),
    ])


def named(con: Backend, deals: Table, concerned: Table) -> Table:
    """The parties' names as name claims, with their `deal`: one row a name, role and patent concerned."""
    listed = stack(
        deals.select("deal", *CLAIM[1:], raw=column).unnest("raw", offset="position").mutate(role=ibis.literal(role))
        for column, role in ROLES.items())
    both = listed.filter(listed.raw.notnull()).join(concerned.select("deal", id="patent"), "deal")
    return keep(con, "deals_named", both.mutate(position=both.position + 1))


def parties(con: Backend, told: Table, placed: Table) -> Table:
    """deal, role, patent, label, node, main of the names that `told` has."""
    who = placed.filter(placed.role.isin(list(ROLES.values()))).select(
        "role", "raw", "patent", "label", "node", "main").distinct()
    rows = told.select("deal", "role", "raw", patent="id")
    return keep(con, "deals_parties", rows.join(who, ["role", "raw", "patent"]).drop("raw").distinct())


def extra(concerned: Table, patents: Table) -> Table:
    """Patents that only deals speak of: id, publication_number or application_number, source, as_of."""
    new = concerned.anti_join(patents, concerned.patent == patents.id)
    filed = new.patent.re_search(CN_APPLICATION) | number.publication(new.patent).isnull()
    nothing = ibis.null("string")
    return new.select("source", "as_of", id="patent", publication_number=ibis.ifelse(filed, nothing, new.patent),
                      application_number=ibis.ifelse(filed, new.patent, nothing)).distinct()


def tables(
    con: Backend, facts: Table, concerned: Table, who: Table, patents: Table,
) -> tuple[Table, dict[str, Table]]:
    """Deal nodes; GRANTS, RECEIVES and CONCERNS edges by table name.

    `facts` has deal, source, rank, as_of, sheet, row and FIELDS; `concerned` deal, patent; `who` deal, role, label,
    node, main. A key names the first publication of the first application, so that the events of an application and
    of its grant are one deal.
    """
    tied = patents.select(patent="id", one=serial(patents.id).coalesce(patents.application_number, patents.id))
    mine = keep(con, "deals_subjects", concerned.left_join(tied, "patent").drop("patent_right"))
    first = tied.semi_join(mine, "one").group_by("one").agg(first=tied.patent.min())
    known = mine.left_join(first, "one")
    subject = known.group_by("deal").agg(subject=known["first"].coalesce(known.patent).min())
    side = {role: who.filter(who.role == role).group_by("deal").agg(names=names_of(who)) for role in ROLES.values()}
    rows = facts.join(subject, "deal")
    for role, found in side.items():
        rows = rows.left_join(found.rename({role: "names"}), "deal").drop("deal_right")
    day = rows.recorded_on.coalesce(rows.signed_on, rows.since).cast("string").fill_null("?")
    text = (rows.mode + ":" + rows.subject + ":" + day + ":" + rows.GRANTS.fill_null("?") + "→"
            + rows.RECEIVES.fill_null("?"))
    keyed = keep(con, "deals_with_id", rows.mutate(id=rows.record_number.coalesce(text)))
    ids = keyed.select("deal", "id", "source", "as_of")
    parties = keep(con, "deal_edges", who.join(ids, "deal").group_by("role", "label", "node", "id").agg(
        **provenance(ids)))
    about = concerned.select("deal", "patent").join(ids, "deal").group_by(start="id", end="patent").agg(
        **provenance(ids))
    edges = {"CONCERNS.Deal.Patent": about}
    for role in ROLES.values():
        for kind in HOLDERS:
            rows = parties.filter((parties.role == role) & (parties.label == kind.label))
            edges[f"{role}.{kind.label}.Deal"] = rows.select("source", "as_of", start="node", end="id")
    return first_of(keyed, "id", list(FIELDS)), edges


def names_of(who: Table) -> StringValue:
    """Aggregate: the distinct names of a side, sorted."""
    return who.main.collect(distinct=True).sort().join("、")
