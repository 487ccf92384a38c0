"""Identity, first cut: every spelling of a name leads to one enterprise, institution or person.

Spellings meet by their cleaned key (`schema.types.name`), by a unified social credit code, and by the aliases that
a source gives for an organisation (a listed firm's short name). The kind of a key is decided by the first of:
what a source says; a legal form, an institution word or an enterprise word in any spelling; the applicant being an
inventor of the same patent; the form of a person's name; else Enterprise. Persons are told apart by the holder
they file with, because a name alone is no identity.
"""

from __future__ import annotations

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import StringValue, Table

from ipgraph.schema.types import name as names
from ipgraph.schema.types.text import tidy
from ipgraph.tables.engine import keep

#: Rules that decide a kind, the strongest first.
STRENGTH = ("source", "legal-form", "institution-word", "enterprise-word", "inventor", "person-name", "default")


def uscc(value: StringValue) -> StringValue:
    """A unified social credit code (GB 32100-2015: 18 characters without I, O, S, V, Z); null where it is none."""
    text = tidy(value).upper().re_replace(r"[^0-9A-Z]", "")
    return ibis.ifelse(text.re_search("^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$"), text, ibis.null("string"))


def stock_code(value: StringValue) -> StringValue:
    """Number and exchange: 600373.SH from 600373SH, 301079.SZ from 301079, 1101.TW from 1101."""
    text = tidy(value).upper()
    digits, given = text.re_extract(r"^([0-9]{4,6})", 1), text.re_extract(r"^[0-9]{4,6}\.?([A-Z]{2})$", 1)
    exchange = ibis.cases(
        (given != "", given), (digits.length() == 4, "TW"), (digits.re_search("^[69]"), "SH"),
        (digits.re_search("^[023]"), "SZ"), (digits.re_search("^[48]"), "BJ"), else_="",
    )
    return ibis.ifelse((digits.length() >= 4) & (exchange != ""), digits + "." + exchange, ibis.null("string"))


def spell(con: Backend, raw: Table) -> Table:
    """`raw` → shown, key, label, basis for every distinct name."""
    given = con.to_pyarrow(raw.select("raw").filter(raw.raw.notnull()).distinct())["raw"].combine_chunks()
    shown = names.display(given)
    label, basis = names.kind(shown)
    table = pa.table({"raw": given, "shown": shown, "key": names.key(shown), "label": label, "basis": basis})
    return keep(con, "spellings", ibis.memtable(table).filter(ibis._.key.notnull() & (ibis._.key != "")))


def organisations(con: Backend, drafts: Table, spellings: Table) -> Table:
    """What sources list as organisations: one row a draft row, with its key and clean codes."""
    listed = drafts.join(spellings.select("key", "shown", name="raw"), "name")
    return keep(con, "organisations_listed", listed.mutate(
        uscc=uscc(listed.uscc), stock_code=stock_code(listed.stock_code),
    ))


def resolve(con: Backend, spellings: Table, listed: Table, together: Table) -> Table:
    """key → main key, node id, label and basis.

    `together` has the keys of applicants who are inventors of the same patent: persons, unless the name says
    that they are an organisation.
    """
    alias = listed.select("shown", "key", "aliases").unnest("aliases").rename(main="key")
    alias = alias.join(spellings.select("key", raw="raw"), alias.aliases == spellings.raw)
    # A short name that two firms share, or that is another firm's full name, decides nothing.
    owned = alias.filter(alias.key != alias.main).group_by("key").agg(main=alias.main.min(), owners=alias.main.nunique())
    owned = owned.filter(owned.owners == 1).anti_join(listed.select("key").distinct(), "key")
    keys = spellings.select("key").distinct().left_join(owned.select("key", "main"), "key")
    keys = keep(con, "keys", keys.select("key", main=keys.main.coalesce(keys.key)))

    strength = {rule: n for n, rule in enumerate(STRENGTH)}
    said = listed.filter(listed.kind.notnull()).select("key", label="kind", basis=ibis.literal("source"))
    seen = spellings.select("key", "label", "basis")
    met = together.select("key", label=ibis.literal("Person"), basis=ibis.literal("inventor"))
    votes = said.union(seen.select(*said.columns)).union(met.select(*said.columns)).join(keys, "key")
    votes = votes.mutate(strength=votes.basis.cases(*strength.items(), else_=len(strength)))
    kinds = votes.group_by("main").agg(
        label=votes.label.first(order_by=[votes.strength, votes.label]),
        basis=votes.basis.first(order_by=[votes.strength, votes.label]),
    )
    codes = listed.join(keys, "key").group_by("main").agg(uscc=ibis._.uscc.max(), stock_code=ibis._.stock_code.max())
    found = keys.join(kinds, "main").left_join(codes, "main")
    # An institution listed with a code keeps it as its id as well.
    return keep(con, "identities", found.select(
        "key", "main", "label", "basis", "uscc", "stock_code", id=found.uscc.coalesce(found.main),
    ))
