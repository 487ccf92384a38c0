"""From the drafts of all intakes to the tables of a bundle, in one pass over tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema.types import date, number
from ipgraph.schema.types.text import tidy
from ipgraph.tables import chains, citations, classes, holders, names, patents, places, pools, products, serves
from ipgraph.tables.engine import connect, keep, stack
from ipgraph.tables.intake import Intakes
from ipgraph.tables.refusals import REFUSED, Fault, sift

Report = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """Tables of a bundle (nodes by label, edges by table name), and every fault found (shape REFUSED)."""

    nodes: dict[str, pa.Table]
    edges: dict[str, pa.Table]
    refused: pa.Table


def build(intakes: Intakes, report: Report = lambda what: None) -> Built:
    """Clean, check, identify and join everything that the intakes hold."""
    con = connect()
    as_of = max(record.as_of for record in intakes.records)
    faults: list[Table] = [loader_faults(intakes.draft(con, "refused"))]

    def noted(pair: tuple[Table, Table]) -> Table:
        faults.append(pair[1])
        return pair[0]

    report("patents")
    rows = noted(patents.clean_patents(con, intakes.draft(con, "patents")))
    ids = patents.identify(con, rows)
    pool_nodes = intakes.draft(con, "pools")
    listed = noted(pools.clean_listed(con, pool_nodes, intakes.draft(con, "pool_patents")))

    report("names")
    orgs = noted(clean_organisations(con, intakes.draft(con, "organisations")))
    operating, making = intakes.draft(con, "operates"), intakes.draft(con, "makes")
    claims = listed_inventors(con, holders.name_claims(con, rows, ids), listed)
    spellings = names.spell(con, stack([
        claims.select("raw"), orgs.select(raw="name"), orgs.select(raw="aliases").unnest("raw"),
        operating.select(raw="organisation"), making.select(raw="organisation"), listed.select(raw="licensor"),
    ]))
    told = names.organisations(con, orgs, spellings)
    identities = names.resolve(con, spellings, told, holders.applicants_who_invent(con, claims, spellings))
    placed = holders.place_names(con, claims, spellings, identities)
    placed = licensors(con, placed, listed, spellings, identities)
    where = places.where(con, placed, rows, told, identities)
    holder_nodes = holders.nodes(con, placed, told, identities, spellings, where.drop("label"))

    report("classes")
    classified = noted(classes.patent_classes(con, rows, ids))
    titles = noted(classes.clean_classes(con, intakes.draft(con, "classes")))

    report("chains")
    chain_nodes, segments, to_chain, to_segment, bad = chains.chain_tables(
        con, intakes.draft(con, "chains"), intakes.draft(con, "segments"))
    faults.append(bad)
    rules = noted(serves.clean_rules(con, intakes.draft(con, "rules"), segments))
    covers = keep(con, "covers", serves.covers(rules))
    class_nodes, class_tree = classes.class_nodes(con, classified, titles, covers)
    feeds = noted(chains.feeds(con, intakes.draft(con, "feeds"), segments))
    operates, bad_operates = chains.operates(con, operating, segments, spellings, identities)
    product_nodes, product_edges, bad_products = products.tables(
        con, making, intakes.draft(con, "product_links"), spellings, identities)
    faults += [*bad_operates, *bad_products]

    report("segments served")
    merged = patents.merge(con, rows, ids, listed.select("id", "source", "as_of").distinct())
    texts = keep(con, "texts", merged.select("id", text=serves.searchable(
        ibis.literal(" ").join([merged[n].fill_null("") for n in ("title", "title_en", "abstract")]))))
    served = serves.serves(con, rules, segments, classified, texts)
    cited = noted(citations.cites(con, intakes.draft(con, "citations"), merged))
    pool_table, pool_edges = pools.tables(con, pool_nodes, listed, spellings, identities)

    report("tables")
    regions, region_tree = places.region_tables(as_of)
    nodes = {
        "Chain": chain_nodes, "Segment": segments, "Product": product_nodes, "TechClass": class_nodes,
        "Patent": with_origin(con, merged, rows, ids, placed, where), "Pool": pool_table, **holder_nodes,
    }
    edges = {
        "PART_OF.Segment.Chain": to_chain, "PART_OF.Segment.Segment": to_segment,
        "PART_OF.TechClass.TechClass": class_tree, "FEEDS.Segment.Segment": feeds,
        "COVERS.Segment.TechClass": covers.group_by(start="segment", end="symbol").agg(
            patterns=covers.pattern.collect(distinct=True).sort(), rules=covers["rule"].collect(distinct=True).sort(),
            source=covers.source.collect(distinct=True).sort(), as_of=covers.as_of.max()),
        "CLASSIFIED_AS.Patent.TechClass": classes.classified_as(classified), "CITES.Patent.Patent": cited,
        "SERVES.Patent.Segment": served, **product_edges, **operates, **pool_edges,
        **holders.edges(con, placed.filter(placed.role.isin(list(holders.ROLES.values())))),
        **places.located_in(con, where, holder_nodes),
    }
    return Built(
        {label: con.to_pyarrow(table) for label, table in nodes.items()} | {"Region": regions},
        {name: con.to_pyarrow(table) for name, table in edges.items()} | {"PART_OF.Region.Region": region_tree},
        con.to_pyarrow(stack(f.select(*REFUSED.names) for f in faults).distinct()).cast(REFUSED),
    )


def loader_faults(refused: Table) -> Table:
    """What loaders themselves turned away, in the shape of all faults."""
    return refused.select("source", "sheet", "row", "field", "value", "reason", "detail", row_kept=ibis.literal(False))


def clean_organisations(con: Backend, drafts: Table) -> tuple[Table, Table]:
    """Listed organisations with dates and known kinds; an organisation needs a name."""
    given = keep(con, "organisations_given", drafts.mutate(
        listed_given=tidy(drafts.listed_on), **{n: tidy(drafts[n]) for n in ("name", "kind", "country", "address")}))
    clean = keep(con, "organisations_clean", given.mutate(listed_on=date.date(given.listed_given)))
    return sift(con, "organisations", clean, [
        Fault("name", "missing", clean.name.isnull(), ibis.literal("")),
        Fault("listed_on", "impossible-date", clean.listed_given.notnull() & clean.listed_on.isnull(), clean.listed_given),
        Fault("kind", "unknown-value", clean.kind.notnull() & ~clean.kind.isin(["Enterprise", "Institution"]),
              clean.kind),
    ])


def listed_inventors(con: Backend, claims: Table, listed: Table) -> Table:
    """Name claims, with the inventors that pool lists name for patents no other source speaks of."""
    told = listed.select("id", "source", "rank", "as_of", "row", raw="inventors").unnest("raw", offset="position")
    told = told.filter(told.raw.notnull()).mutate(role=ibis.literal("INVENTED"), position=told.position + 1)
    told = told.anti_join(claims.filter(claims.role == "INVENTED").select("id").distinct(), "id")
    return keep(con, "claims_all", claims.union(told.select(*claims.columns)))


def licensors(con: Backend, placed: Table, listed: Table, spellings: Table, identities: Table) -> Table:
    """Placed names, with the licensors of pools, so that they too become nodes.

    Who licenses a patent into a pool owns it, as far as nobody else is named as its applicant or owner.
    """
    told = listed.join(spellings.select("raw", "key", "shown"), listed.licensor == spellings.raw)
    told = told.join(identities.select("key", "main", "label", "basis", node="id"), "key")
    rows = told.select(
        "source", "rank", "as_of", "raw", "shown", "label", "basis", "main", "row", "node", patent="id",
        role=ibis.literal("LICENSES"), position=ibis.literal(1, "int64"))
    held = placed.filter(placed.role != "INVENTED").select("patent").distinct()
    owns = rows.anti_join(held, "patent").mutate(role=ibis.literal("OWNS"))
    return keep(con, "placed_all", stack([placed, rows.select(*placed.columns), owns.select(*placed.columns)]))


def with_origin(con: Backend, merged: Table, rows: Table, ids: Table, placed: Table, where: Table) -> Table:
    """Patents with the country they come from: residence of the first applicant, else the office of the first
    priority, else the office that published; regional and international offices say nothing."""
    first = placed.filter((placed.role == "FILED") & (placed.position == 1)).group_by("patent").agg(node=ibis._.node.min())
    home = first.join(where.select("id", "country"), first.node == where.id).select("patent", residence="country")
    claims = rows.join(ids.select("source", "sheet", "row", "id"), [
        rows.source == ids.source, rows.row == ids.row, rows.sheet.fill_null("") == ids.sheet.fill_null("")])
    own = claims.select("id", told=places.country(claims.residence), earliest=number.office(
        tidy(claims.priorities[0]).upper().re_replace("[^A-Z0-9]", "")))
    own = own.group_by("id").agg(told=own.told.max(), earliest=own.earliest.max())
    table = merged.left_join(own, "id").drop("id_right")
    table = table.left_join(home, table.id == home.patent)
    table = keep(con, "patents_origin", table)
    residence = table.told.coalesce(table.residence)
    priority = ibis.ifelse(places.country(table.earliest).notnull(), places.country(table.earliest), ibis.null("string"))
    office = ibis.ifelse(number.is_country(table.office), table.office, ibis.null("string"))
    basis = ibis.cases((residence.notnull(), "residence"), (priority.notnull(), "priority"), (office.notnull(), "office"),
                       else_=ibis.null("string"))
    return table.mutate(origin=residence.coalesce(priority, office), origin_basis=basis)
