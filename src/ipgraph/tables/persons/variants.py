"""Spellings of one person's name in Latin letters: initials, middle names left out, words in another order.

`SMITH J`, `SMITH JOHN A` and `JOHN SMITH` of one organisation are one person where they share co-inventors or an
invention, and never stand on one patent together. A shorter spelling joins only one longer, the likeliest: so John and
James do not meet in J.
"""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import ArrayValue, BooleanValue, StringValue, Table

from ipgraph.schema.types.person import SYLLABLE
from ipgraph.tables.engine import keep
from ipgraph.tables.persons.clusters import FAN
from ipgraph.tables.persons.evidence import tokens

#: Weight of what two spellings must share: two co-inventors, or one who is on an eighth of the patents or fewer.
ALIKE = 2.0
LATIN = r"^[A-Z][A-Z]*(?: [A-Z]+){1,4}$"
#: Nothing but Chinese syllables: which word is the surname cannot be told.
CHINESE = rf"^{SYLLABLE}{{1,2}}(?: {SYLLABLE}{{1,2}}){{1,2}}$"


def canonical(name: StringValue) -> StringValue:
    """The name that stands for all orders of its words; as it is where it is Chinese, in either writing, or has an
    initial in it, because then the order says which word is the surname."""
    ordered = name.re_search(LATIN) & ~name.re_search(CHINESE) & ~name.re_search(r"(^| )[A-Z]( |$)")
    return ibis.ifelse(ordered, name.split(" ").sort().join(" "), name)


def variants(con: Backend, clustered: Table, classes: Table, families: Table) -> Table:
    """Pairs a, b of clusters whose names are spellings of one, with their score; each a once."""
    names = clustered.filter(clustered.name.re_search(LATIN)).select("name", "org").distinct()
    pairs = keep(con, "spellings_alike", alike(con, names))
    asked = keep(con, "variants_asked", clustered.join(
        pairs.select("org", name="short").union(pairs.select("org", name="long")).distinct(), ["org", "name"]))
    told = tokens(con, asked, clustered, classes.limit(0), families)
    held = keep(con, "variant_tokens", told.join(asked.select("m", "name", "org", "cluster"), "m").group_by(
        "cluster", "name", "org", "kind", "token").agg(weight=ibis._.weight.max()))
    short = held.join(pairs.rename(name="short"), ["org", "name"])
    long = held.select("org", "kind", "token", long="name", b="cluster")
    both = short.join(long, ["org", "kind", "token", "long"]).group_by("long", a="cluster", b="b").agg(
        score=ibis._.weight.sum())
    on = asked.select("patent", "cluster")
    met = on.rename(a="cluster").join(on.select("patent", b="cluster"), "patent").select("a", "b").distinct()
    found = both.filter(both.score >= ALIKE).anti_join(met, ["a", "b"])
    best = [ibis.desc(found.score), ibis.desc(found.long), found.b]
    return keep(con, "variants", found.group_by("a").agg(b=found.b.first(order_by=best), score=found.score.max()))


def alike(con: Backend, names: Table) -> Table:
    """org, short, long: two names of an organisation that may be one, the one with fewer letters first."""
    words = names.mutate(words=names.name.split(" "))
    end = words.mutate(surname=words.words).unnest("surname").filter(ibis._.surname.length() > 1)
    initial = end.mutate(rest=end.words.filter(lambda w: w != end.surname)).mutate(first=ibis._.rest)
    initial = initial.unnest("first").mutate(first=ibis._.first.left(1)).distinct()
    key = ("org", "surname", "first")
    spread = initial.group_by(key).agg(n=initial.count()).filter(ibis._.n.between(2, FAN)).drop("n")
    held = keep(con, "spelling_keys", initial.join(spread, key).select(*key, "name", "rest"))
    both = held.select(*key, short="name", few="rest").join(held.select(*key, long="name", many="rest"), key)
    letters = both.long.length() - both.short.length()
    both = both.filter((both.short != both.long) & ((letters > 0) | ((letters == 0) & (both.short < both.long))))
    return both.filter(fits(both.few, both.many)).select("org", "short", "long").distinct()


def fits(few: ArrayValue, many: ArrayValue) -> BooleanValue:
    """Whether each word of the shorter list is one of the longer, or one is the initial of the other."""
    return few.filter(lambda w: ~many.map(lambda v: (v == w) | (
        ((v.length() == 1) | (w.length() == 1)) & (v.left(1) == w.left(1)))).anys()).length() == 0
