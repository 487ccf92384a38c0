"""From the drafts of all intakes to the tables of a bundle, in one pass over tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ibis
import pyarrow as pa
from ibis.expr.types import Table
from ibis.formats.pyarrow import PyArrowType

from ipgraph.schema import NODES
from ipgraph.schema.emit.arrow import ARROW
from ipgraph.tables import (
    chains,
    citations,
    classes,
    deals,
    demands,
    evaluations,
    events,
    groups,
    holders,
    listings,
    names,
    owners,
    patents,
    places,
    pools,
    products,
    serves,
    standards,
)
from ipgraph.tables.answers import Answers
from ipgraph.tables.engine import connect, keep, stack
from ipgraph.tables.families import families_of, with_families
from ipgraph.tables.identity.decisions import Decision
from ipgraph.tables.identity.identify import former, identify
from ipgraph.tables.intake import Intakes
from ipgraph.tables.origin import with_origin
from ipgraph.tables.persons import tell_apart
from ipgraph.tables.refer import pointed
from ipgraph.tables.refusals import REFUSED, located, spare

Report = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """Tables of a bundle (nodes by label, edges by table name), every fault found (shape REFUSED), and as
    `identity` what was decided about who is who (shape TOLD)."""

    nodes: Answers
    edges: Answers
    refused: pa.Table
    identity: Answers


def build(intakes: Intakes, report: Report = lambda what: None, decided: Sequence[Decision] = ()) -> Built:
    """Clean, check, identify and join everything that the intakes hold; `decided` is what people said of names."""
    con = connect(intakes.scratch())
    as_of = max(record.as_of for record in intakes.records)
    faults: list[Table] = [loader_faults(intakes.draft(con, "refused"))]

    def noted(pair: tuple[Table, Table]) -> Table:
        faults.append(pair[1])
        return pair[0]

    report("patents")
    cleaned = noted(patents.clean_patents(con, intakes.draft(con, "patents")))
    rows = patents.identify(con, cleaned)
    pool_nodes = noted(pools.clean_pools(con, intakes.draft(con, "pools")))
    listed = noted(pools.clean_listed(con, pool_nodes, intakes.draft(con, "pool_patents"), rows))
    classified = noted(classes.patent_classes(con, rows))

    known = patents.known(con, rows, listed)
    records = noted(deals.clean_deals(con, intakes.draft(con, "deals")))
    concerned = pointed(con, records, "deal", known)
    parties = deals.named(con, records, concerned)
    offered = noted(listings.clean_listings(con, intakes.draft(con, "listings")))
    on_offer = pointed(con, offered, "entry", known)
    offering = listings.named(con, offered, on_offer)
    judged = noted(evaluations.clean_evaluations(con, intakes.draft(con, "evaluations")))
    under_review = pointed(con, judged, "entry", known)

    report("names")
    orgs = noted(names.clean_organisations(con, intakes.draft(con, "organisations")))
    operating, making = intakes.draft(con, "operates"), intakes.draft(con, "makes")
    seeking = intakes.draft(con, "demands")
    belonging = groups.clean_belonging(con, intakes.draft(con, "subsidiaries"))
    claims = pools.listed_inventors(con, holders.name_claims(con, rows), listed)
    # Who shares a deal or an offer files nothing together: that says nothing of who is who.
    named = keep(con, "claims_and_parties", stack([claims, parties, offering]))
    organised = keep(con, "organised", stack([
        orgs.select(raw="name"), operating.select(raw="organisation"), making.select(raw="organisation"),
        listed.select(raw="licensor"), seeking.select(raw="organisation"), judged.select(raw="giver"),
        belonging.select(raw="organisation"), belonging.select(raw="parent"),
    ]).distinct())
    spellings = names.spell(con, stack([
        named.select("raw"), organised, orgs.select(raw="aliases").unnest("raw"), orgs.select(raw="name_en"),
        belonging.select(raw="controller"),
    ]), decided)
    needs = noted(demands.clean_demands(con, seeking, spellings))
    told = names.listed_names(con, orgs, spellings)
    together = holders.applicants_who_invent(con, claims, spellings)
    first = names.resolve(con, spellings, told, organised, together, decided)
    report("identity")
    identities, merges = identify(con, spellings, first, told, claims, rows, decided)
    subsidiary_edges, subsidiaries, bad_parents = groups.tables(con, belonging, spellings, identities)
    placed = holders.place_names(con, named, spellings, identities)
    report("persons")
    placed, persons_told = tell_apart(con, placed, rows, classified, decided)
    placed = pools.licensors(con, placed, listed, spellings, identities)
    placed = listings.owners(con, placed)
    placed = keep(con, "placed", stack([placed, *(
        names.sightings(con, table, column, spellings, identities) for table, column in (
            (judged, "giver"), (operating, "organisation"), (making, "organisation"), (needs, "organisation"),
            (subsidiaries, "above")))]))
    where = places.where(con, placed, rows, told, identities)
    holder_nodes = holders.nodes(
        con, placed, told, identities, where.drop("label"), former(first, identities),
        names.leading(spellings, identities))

    report("deals and owners")
    who = deals.parties(con, parties, placed)
    facts, concerned, who = events.with_events(con, records, concerned, who, rows, placed)
    deal_nodes, deal_edges = deals.tables(con, facts, concerned, who, known)
    listing_nodes, listing_edges = listings.tables(con, offered, on_offer, offering, placed)
    evaluation_nodes, evaluation_edges = evaluations.tables(con, judged, under_review, spellings, identities)

    report("classes")
    titles = noted(classes.clean_classes(con, intakes.draft(con, "classes")))

    report("chains")
    chain_rows = noted(chains.clean_chains(con, intakes.draft(con, "chains")))
    chain_nodes = chains.first_of(chain_rows, "id", ["name", "name_en", "title"])
    segment_rows = noted(chains.clean_segments(con, intakes.draft(con, "segments"), chain_rows))
    segments, to_chain, to_segment = chains.segment_tables(con, segment_rows)
    rules = noted(serves.clean_rules(con, intakes.draft(con, "rules"), segments))
    covers = keep(con, "covers", serves.covers(rules))
    class_nodes, class_tree = classes.class_nodes(con, classified, titles, covers)
    feeds = noted(chains.feeds(con, intakes.draft(con, "feeds"), segments))
    operates, bad_operates = chains.operates(con, operating, segments, spellings, identities)
    product_nodes, product_edges, bad_products = products.tables(
        con, making, intakes.draft(con, "product_links"), spellings, identities, segment_rows)
    demand_nodes, demand_edges, bad_segments = demands.tables(con, needs, segments, chain_nodes, spellings, identities)
    faults += [*bad_operates, *bad_products, bad_segments, bad_parents]

    report("segments served")
    merged = patents.merge(con, rows, stack([
        pools.extra(listed), *(deals.extra(told, known) for told in (concerned, on_offer, under_review))]))
    families = families_of(con, rows, merged)
    texts = keep(con, "texts", merged.select("id", text=serves.searchable(
        ibis.literal(" ").join([merged[n].fill_null("") for n in ("title", "title_en", "abstract")]))))
    served = serves.serves(con, rules, segments, classified, texts)
    cited, bad_citations = citations.cites(con, intakes.draft(con, "citations"), merged)
    # A patent stays when what it cites is in no file.
    faults.append(spare(bad_citations, rows))
    declared = noted(standards.clean_declarations(con, intakes.draft(con, "declarations"), merged))
    standard_nodes, declarations = standards.tables(con, declared, standards.listed(con, rows))
    pool_table, pool_edges = pools.tables(con, pool_nodes, listed, spellings, identities)

    report("tables")
    regions, region_tree = places.region_tables(as_of)
    nodes = {
        "Chain": chain_nodes, "Segment": segments, "Product": product_nodes, "TechClass": class_nodes,
        "Patent": with_families(with_origin(con, merged, rows, placed, where), families),
        "Pool": pool_table, "Demand": demand_nodes, "Listing": listing_nodes,
        "Evaluation": evaluation_nodes, "Deal": deal_nodes, "Standard": standard_nodes, **holder_nodes,
    }
    edges = {
        "PART_OF.Segment.Chain": to_chain, "PART_OF.Segment.Segment": to_segment,
        "PART_OF.TechClass.TechClass": class_tree, "FEEDS.Segment.Segment": feeds,
        "COVERS.Segment.TechClass": serves.cover_edges(covers),
        "CLASSIFIED_AS.Patent.TechClass": classes.classified_as(classified), "CITES.Patent.Patent": cited,
        "SERVES.Patent.Segment": served, **product_edges, **operates, **pool_edges,
        **demand_edges, **holders.edges(con, placed), **owners.owns(con, placed, facts, who), **deal_edges,
        **declarations, **listing_edges, **evaluation_edges, **subsidiary_edges,
        **places.located_in(con, where, holder_nodes),
    }
    return Built(
        Answers(con, {label: unanalysed(table, label) for label, table in nodes.items()} | {"Region": regions}),
        Answers(con, edges | {"PART_OF.Region.Region": region_tree}),
        con.to_pyarrow(located(stack(map(in_shape, faults)).distinct(), intakes.letters(con))).cast(REFUSED),
        Answers(con, {"identity": stack([persons_told, merges])}),
    )


def loader_faults(refused: Table) -> Table:
    """What loaders themselves turned away, in the shape of all faults."""
    return refused.select("source", "sheet", "row", "cell", "field", "value", "reason", "detail",
                          row_kept=ibis.literal(False))


def in_shape(faults: Table) -> Table:
    """Faults in the columns of all faults; those found by tables have no cell yet."""
    return (faults if "cell" in faults.columns else faults.mutate(cell=ibis.null("string"))).select(*REFUSED.names)


def unanalysed(table: Table, label: str) -> Table:
    """The nodes with the properties that `ipgraph analyse` writes, all unknown."""
    empty = {prop.name: ibis.null(PyArrowType.to_ibis(ARROW[prop.type])) for prop in NODES[label].results}
    return table.mutate(**empty) if empty else table
