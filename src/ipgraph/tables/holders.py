"""Who files, owns and invents: edges from names, and the nodes of enterprises, institutions and persons."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema import HOLDERS
from ipgraph.tables.engine import EMPTY, distinct, keep, provenance, stack

#: Draft column → the edge it becomes.
ROLES = {"applicants": "FILED", "owners": "OWNS", "inventors": "INVENTED"}


#: An applicant who invents one in so many of its patents is a person.
OFTEN = 5
#: What goes with a name on a patent.
CLAIM = ("id", "source", "rank", "as_of", "sheet", "row")


def name_claims(con: Backend, rows: Table) -> Table:
    """One row a name on a patent: CLAIM, role, position, raw.

    Where several sources name the applicants of a patent, the first by rank that names any is believed: two
    languages of one name must not become two holders.
    """
    claims = stack(claims_of(rows, column, role) for column, role in ROLES.items())
    first = claims.group_by("id", "role").agg(rank=claims["rank"].min())
    return keep(con, "name_claims", claims.semi_join(first, ["id", "role", "rank"]))


def claims_of(rows: Table, column: str, role: str) -> Table:
    """The names in one list column of the rows, counted from 1."""
    listed = rows.select(*CLAIM, raw=rows[column]).unnest("raw", offset="position")
    return listed.filter(listed.raw.notnull()).mutate(role=ibis.literal(role), position=listed.position + 1)


def applicants_who_invent(con: Backend, claims: Table, spellings: Table) -> Table:
    """Keys of applicants who are also inventors: of the same patent, or of a fifth as many as they filed, because a
    firm is now and then put down as an inventor by mistake."""
    keyed = claims.join(spellings.select("raw", "key"), "raw").select("id", "role", "key")
    filed = keyed.filter(keyed.role == "FILED").select("id", "key")
    invented = keyed.filter(keyed.role == "INVENTED").select("id", "key")
    often = filed.group_by("key").agg(filed=filed.id.nunique()).join(
        invented.group_by("key").agg(invented=invented.id.nunique()), "key")
    often = often.filter(often.invented * OFTEN >= often.filed).select("key")
    return keep(con, "together", filed.semi_join(invented, ["id", "key"]).select("key").union(often).distinct())


def place_names(con: Backend, claims: Table, spellings: Table, identities: Table) -> Table:
    """Claims with the label and id of the node each name is; that of a person is found by `persons.tell_apart`."""
    known = claims.join(spellings.select("raw", "key", "shown"), "raw")
    known = known.join(identities.select("key", "main", "label", "basis", org="id"), "key")
    # Inventors are persons whatever their name looks like.
    person = (known.role == "INVENTED") | (known.label == "Person")
    return keep(con, "names_placed", known.select(
        *CLAIM[1:], "role", "position", "raw", "shown", "main", patent=known.id,
        label=ibis.ifelse(person, "Person", known.label),
        basis=ibis.ifelse(known.role == "INVENTED", "inventor", known.basis),
        node=ibis.ifelse(person, ibis.null("string"), known.org),
    ))


def edges(con: Backend, placed: Table) -> dict[str, Table]:
    """FILED and INVENTED by table name; a holder named twice on one patent counts once."""
    held = placed.filter(placed.role.isin(["FILED", "INVENTED"]))
    found = keep(con, "holder_edges", held.group_by(["role", "label", "node", "patent"]).agg(
        position=held.position.min().cast("int64"), **provenance(held)))
    tables = {}
    for role in ("FILED", "INVENTED"):
        for kind in HOLDERS:
            if role == "INVENTED" and kind.label != "Person":
                continue
            rows = found.filter((found.role == role) & (found.label == kind.label))
            tables[f"{role}.{kind.label}.Patent"] = rows.select(
                "position", "source", "as_of", start="node", end="patent")
    return tables


def nodes(
    con: Backend, placed: Table, listed: Table, identities: Table, where: Table, former: Table, leading: Table,
) -> dict[str, Table]:
    """Enterprise, Institution and Person nodes.

    The name shown is the listed one, else a spelling of the name that leads (`leading`: label, id, shown), Chinese
    before others, the commonest, ties by spelling. `where` has id, country, address of holders, `former` the ids that
    they had.
    """
    seen = placed.select("label", "shown", "raw", "source", "as_of", "basis", id="node", weight=ibis.literal(0))
    org = listed.join(identities.select("key", "id", "label", "basis"), "key")
    org = org.filter(org.label != "Person")
    told = org.select("label", "shown", "source", "as_of", "basis", "id", raw="name", weight=ibis.literal(1))
    both = keep(con, "holders_seen", seen.union(told.select(*seen.columns)))
    counted = both.group_by(["label", "id", "shown"]).agg(n=both.count(), weight=both.weight.max())
    counted = counted.left_join(leading.mutate(leads=True), ["label", "id", "shown"])
    counted = counted.mutate(han=counted.shown.re_search(r"\p{Han}"), leads=counted.leads.fill_null(False))
    best = [*map(ibis.desc, ("weight", "leads", "han", "n")), "shown"]
    shown = counted.group_by(["label", "id"]).agg(
        name=counted.shown.first(order_by=best),
        name_en=counted.shown.first(order_by=[ibis.desc("n"), "shown"], where=~counted.han),
    )
    short = org.select("label", "id", "aliases").unnest("aliases").select("label", "id", alias="aliases")
    other = both.select("label", "id", alias="shown").union(both.select("label", "id", alias="raw")).union(short)
    other = other.union(former).join(shown, ["label", "id"])
    other = other.filter(other["alias"].notnull() & (other["alias"] != other.name))
    aliases = other.group_by(["label", "id"]).agg(aliases=distinct(other["alias"]))
    facts = both.group_by(["label", "id"]).agg(**provenance(both), kind_basis=both.basis.min())
    codes = org.group_by(["label", "id"]).agg(
        uscc=org.uscc.max(), stock_code=org.stock_code.max(), listed_on=org.listed_on.max(), told_en=org.name_en.max())
    flags = org.select("label", "id", "flags").unnest("flags")
    honours = flags.group_by(["label", "id"]).agg(honours=distinct(flags.flags))
    whole = shown.join(facts, ["label", "id"]).left_join(aliases, ["label", "id"]).drop("label_right", "id_right")
    whole = whole.left_join(honours, ["label", "id"]).drop("label_right", "id_right")
    whole = whole.left_join(codes, ["label", "id"]).drop("label_right", "id_right").left_join(where, "id")
    whole = keep(con, "holder_nodes", whole.mutate(
        name_en=whole.told_en.coalesce(whole.name_en), aliases=whole.aliases.fill_null(EMPTY)))
    return {kind.label: whole.filter(whole.label == kind.label) for kind in HOLDERS}
