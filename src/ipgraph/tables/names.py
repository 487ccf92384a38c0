"""Identity, first cut: every spelling of a name leads to one enterprise, institution or person; `tables.identity`
goes on from there.

Spellings meet by their cleaned key (`schema.types.name`), by a unified social credit code, and by the aliases that
a source gives for an organisation (a listed firm's short name). The kind of a key is decided by the first of:
what a source says; a legal form, an institution word or an enterprise word in any spelling; standing where only
organisations do (makers, licensors); the applicant being an inventor of the same patent; the form of a person's name;
else Enterprise. Persons are told apart by the holder
they file with, because a name alone is no identity.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import pyarrow as pa
import pyarrow.compute as pc
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema.types import code, date
from ipgraph.schema.types import name as names
from ipgraph.schema.types.text import tidy
from ipgraph.tables.engine import EMPTY, keep, stack
from ipgraph.tables.identity.decisions import Decision, apart, own_keys
from ipgraph.tables.places import with_region
from ipgraph.tables.refusals import Fault, lost, sift

#: Rules that decide a kind, the strongest first.
STRENGTH = ("source", "legal-form", "institution-word", "enterprise-word", "organisation", "inventor", "person-name",
            "default")


def spell(con: Backend, raw: Table, decided: Sequence[Decision] = ()) -> Table:
    """`raw` → shown, key, label, basis for every distinct name. A spelling that people told from another of its key
    has a key of its own."""
    given = con.to_pyarrow(raw.select("raw").filter(raw.raw.notnull()).distinct())["raw"].combine_chunks()
    shown = names.display(given)
    label, basis = names.kind(shown)
    key = names.key(shown)
    for spelling, own in own_keys(decided).items():
        key = pc.if_else(pc.fill_null(pc.equal(shown, spelling), False), own, key)
    table = pa.table({"raw": given, "shown": shown, "key": key, "label": label, "basis": basis})
    return keep(con, "spellings", ibis.memtable(table).filter(ibis._.key.notnull() & (ibis._.key != "")))


def clean_organisations(con: Backend, drafts: Table) -> tuple[Table, Table]:
    """Listed organisations with clean dates and codes and the id of their region, and the faults: an organisation
    needs a name; a code or a place that is none is dropped."""
    given = keep(con, "organisations_given", drafts.mutate(
        **{n: tidy(drafts[n]) for n in ("name", "kind", "name_en", "country", "address")},
        **{f"{n}_given": tidy(drafts[n]) for n in ("listed_on", "uscc", "stock_code", "region")}))
    given = with_region(con, given)
    clean = keep(con, "organisations_clean", given.mutate(
        listed_on=date.date(given.listed_on_given), uscc=code.uscc(given.uscc_given),
        stock_code=code.stock_code(given.stock_code_given)))
    return sift(con, "organisations", clean, [
        Fault("name", "missing", clean.name.isnull(), ibis.literal("")),
        Fault("listed_on", "impossible-date", lost(clean, "listed_on"), clean.listed_on_given),
        Fault("kind", "unknown-value", clean.kind.notnull() & ~clean.kind.isin(["Enterprise", "Institution"]),
              clean.kind),
        *(Fault(n, "impossible-number", lost(clean, n), clean[f"{n}_given"], row_kept=True)
          for n in ("uscc", "stock_code")),
        Fault("region", "unknown-value", lost(clean, "region"), clean.region_given, row_kept=True),
    ])


def listed_names(con: Backend, organisations: Table, spellings: Table) -> Table:
    """Listed organisations, one row a draft row, with the `key` and the form shown of their names."""
    return keep(con, "organisations_listed", organisations.join(
        spellings.select("key", "shown", name="raw"), "name"))


def resolve(
    con: Backend, spellings: Table, listed: Table, organised: Table, together: Table,
    decided: Sequence[Decision] = (),
) -> Table:
    """key → main key, node id, label and basis.

    `organised` has the raw names that stand where only organisations do; `together` the keys of applicants who are
    inventors of the same patent: persons, unless something stronger says that they are an organisation.
    """
    keys = with_ids(con, with_main(con, spellings, listed, decided), listed)
    said = listed.filter(listed.kind.notnull()).select("key", label="kind", basis=ibis.literal("source"))
    seen = spellings.select("key", "label", "basis")
    firms = spellings.semi_join(organised, "raw").select(
        "key", label=ibis.literal("Enterprise"), basis=ibis.literal("organisation"))
    met = together.select("key", label=ibis.literal("Person"), basis=ibis.literal("inventor"))
    votes = stack([said, seen, firms, met]).distinct().join(keys, "key")
    strength = votes.basis.cases(*((rule, n) for n, rule in enumerate(STRENGTH)), else_=len(STRENGTH))
    order = [strength, votes.label]
    kinds = votes.group_by("id").agg(label=votes.label.first(order_by=order), basis=votes.basis.first(order_by=order))
    codes = listed.join(keys, "key").group_by("id").agg(stock_code=ibis._.stock_code.min())
    found = keys.join(kinds, "id").left_join(codes, "id")
    return keep(con, "identities", found.select("key", "main", "id", "label", "basis", "stock_code"))


def with_main(con: Backend, spellings: Table, listed: Table, decided: Sequence[Decision] = ()) -> Table:
    """key → `main`, the key of the organisation whose alias or English name it is, else itself.

    A short name that two organisations share, or that is another's full name, or that people told from it, decides
    nothing.
    """
    alias = listed.select(main="key", aliases=listed.aliases.fill_null(EMPTY).concat(ibis.array([listed.name_en])))
    alias = alias.unnest("aliases")
    alias = alias.join(spellings.select("key", "raw"), alias.aliases == spellings.raw).filter(ibis._.key != ibis._.main)
    separate = ibis.memtable(apart(decided), schema={"key": "string", "main": "string"})
    alias = alias.anti_join(separate, ["key", "main"])
    owned = alias.group_by("key").agg(owner=alias.main.min(), owners=alias.main.nunique())
    owned = owned.filter(owned.owners == 1).anti_join(listed.select("key").distinct(), "key")
    keys = spellings.select("key").distinct().left_join(owned.select("key", "owner"), "key")
    return keep(con, "keys_main", keys.select("key", main=keys.owner.coalesce(keys.key)))


def with_ids(con: Backend, keys: Table, listed: Table) -> Table:
    """key, main → `id` too: the unified social credit code where a source gives one, else the main key."""
    codes = listed.join(keys, "key").group_by("main").agg(uscc=ibis._.uscc.min())
    found = keys.left_join(codes, "main")
    return keep(con, "keys", found.select("key", "main", id=found.uscc.coalesce(found.main)))


def leading(spellings: Table, identities: Table) -> Table:
    """label, id, shown: spellings of the names that organisations are known by, not of those merged into them."""
    mains = identities.filter((identities.key == identities.main) & (identities.label != "Person"))
    return spellings.select("key", "shown").join(mains.select("key", "label", "id"), "key").select(
        "label", "id", "shown").distinct()


def sightings(con: Backend, rows: Table, column: str, spellings: Table, identities: Table) -> Table:
    """Who is named in a column of the rows where only organisations stand, in the shape of placed names. `patent` is
    that of the row where it has one."""
    patent = rows.patent if "patent" in rows.columns else ibis.null("string")
    told = rows.select("source", "rank", "as_of", "sheet", "row", raw=rows[column], patent=patent)
    told = told.join(spellings.select("raw", "key", "shown"), "raw")
    told = told.join(identities.select("key", "main", "label", "basis", node="id"), "key").drop("key")
    return keep(con, "sightings", told.mutate(role=ibis.literal("NAMED"), position=ibis.null("int64")))
