"""Mentions: one name on one patent, the organisation it belongs to there, and how common the name is."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import StringValue, Table

from ipgraph.schema.types.person import COMPOUND
from ipgraph.tables.engine import keep, stack

#: Where a person files without any organisation.
ALONE = ""
#: Names counted as if they had been seen with other parts: in a small corpus every part would look common.
UNSEEN = 200


def homes(con: Backend, named: Table, held: Table) -> Table:
    """The mentions with `org`, and `m`, a number.

    `named` has patent and name, once a pair, and what else goes with a mention; `held` has patent, org, position of the
    organisations that file (else own) it. Of several, the home is the one that stands alone on most patents with this
    name, else that stands on most, else the first named: one person is not two because applicants change places.
    """
    count = held.group_by("patent").agg(orgs=held.count())
    pairs = keep(con, "name_orgs", named.select("patent", "name").join(held, "patent").join(count, "patent"))
    tally = keep(con, "name_org_tally", pairs.group_by("name", "org").agg(
        alone=(pairs.orgs == 1).sum(), patents=pairs.count()))
    torn = pairs.filter(pairs.orgs > 1).join(tally, ["name", "org"])
    order = [ibis.desc(torn.alone), ibis.desc(torn.patents), torn.position, torn.org]
    chosen = torn.group_by("patent", "name").agg(org=torn.org.first(order_by=order))
    homed = stack([pairs.filter(pairs.orgs == 1).select("patent", "name", "org"), chosen])
    found = named.left_join(homed, ["patent", "name"]).drop("patent_right", "name_right")
    # In order, because ties are broken by it.
    m = ibis.row_number().over(order_by=["patent", "name"])
    return keep(con, "mentions", found.mutate(org=found.org.fill_null(ALONE), m=m))


def groups(con: Backend, mentions: Table) -> Table:
    """One row a name in an organisation: name, org, mentions, frequency, expected.

    `expected` is how many others of the organisation's inventors must be thought to bear the name: its frequency
    (`frequencies`) times their number.
    """
    found = keep(con, "groups_found", mentions.group_by("name", "org").agg(mentions=mentions.count()))
    people = found.group_by("org").agg(people=found.count())
    rows = found.join(people, "org").join(keep(con, "frequencies", frequencies(con, found)), "name")
    return keep(con, "groups", rows.mutate(expected=rows.frequency * (rows.people - 1)))


def frequencies(con: Backend, found: Table) -> Table:
    """name → frequency: the chance that another person bears it, the product of the shares of its parts.

    Parts of a Chinese name are surname, length and each further character; of a name in letters its words, an initial
    counting as one. A part's share is that among all names seen, each once an organisation.
    """
    split = keep(con, "name_parts", parts(found.select("name").distinct()))
    counted = split.join(found.group_by("name").agg(n=found.count()), "name")
    sums = keep(con, "part_sums", counted.group_by("kind", "part").agg(n=counted.n.sum()))
    total = sums.group_by("kind").agg(total=sums.n.sum())
    share = sums.join(total, "kind").select("kind", "part", share=ibis._.n / (ibis._.total + UNSEEN))
    shares = split.join(share, ["kind", "part"])
    return shares.group_by("name").agg(frequency=shares.share.ln().sum().exp())


def parts(names: Table) -> Table:
    """name → kind, part; one row a part."""
    spaced = names.name.re_search("[A-Za-z ·•]")
    words = names.filter(spaced).select("name", part=ibis._.name.re_replace("[·•]", " ").split(" ")).unnest("part")
    words = words.mutate(kind=ibis.ifelse(words.part.length() > 1, "word", "initial"))
    solid = names.filter(~spaced)
    given = given_name(solid.name)
    length = given.length().cast("string")
    rest = solid.select("name", kind=ibis.literal("given") + length, part=given.split("")).unnest("part")
    return stack(table.select("name", "kind", "part") for table in (
        words,
        solid.select("name", kind=ibis.literal("surname"), part=solid.name.left(solid.name.length() - given.length())),
        solid.select("name", kind=ibis.literal("length"), part=length),
        rest.filter(rest.part != ""),
    ))


def given_name(name: StringValue) -> StringValue:
    """What follows the surname: two characters where the name begins with a compound surname, else one."""
    compound = name.left(2).isin(COMPOUND.split()) & (name.length() > 2)
    return ibis.ifelse(compound, name.substr(2), name.substr(1))
