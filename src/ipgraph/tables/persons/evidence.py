"""What speaks for two mentions of a name being one person: tokens they share, each with a weight in nats.

The weights follow logistic regressions on names made alike (docs/identity.md): a shared co-inventor counts
INVENTOR + SLOPE · ln(1/share), a shared class SLOPE · ln(1/share), where the share is that of the organisation's
patents with it: to share a co-inventor who is on every patent says little.
"""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.tables.engine import keep, stack

INVENTOR, SLOPE = 1.0, 0.5
#: One invention, published twice: as good as certain.
CERTAIN = 20.0
#: Patents with more inventors name whole departments; they tell nobody apart.
CROWD = 30


def tokens(con: Backend, asked: Table, mentions: Table, classes: Table, families: Table) -> Table:
    """m, kind (family, inventor, class), token, weight of the mentions asked for.

    `asked` and `mentions` have m, patent, name, org; `classes` patent, symbol; `families` patent, family. Weights are
    relative to `org`: one and the same for all where the whole corpus is meant.
    """
    crowd = mentions.group_by("patent").agg(n=mentions.count()).filter(ibis._.n <= CROWD).select("patent")
    near = mentions.semi_join(crowd, "patent").select("patent", token="name")
    met = asked.join(near, "patent").filter(ibis._.token != ibis._.name)
    symbols = keep(con, "symbols_cut", stack([
        classes.select("patent", token=classes.symbol.left(4)),
        classes.filter(classes.symbol.length() > 4).select("patent", token=classes.symbol.split("/")[0]),
    ]).distinct().semi_join(mentions, "patent"))
    rows = keep(con, "tokens_found", stack([
        met.select("m", "org", "token", kind=ibis.literal("inventor")),
        asked.join(symbols, "patent").select("m", "org", "token", kind=ibis.literal("class"))]))
    weighed = keep(con, "token_weights", weights(rows, mentions, symbols))
    known = rows.join(weighed, ["org", "kind", "token"]).select("m", "kind", "token", "weight")
    same = asked.join(families, "patent").select(
        "m", kind=ibis.literal("family"), token="family", weight=ibis.literal(CERTAIN))
    return keep(con, "tokens", stack([known, same.distinct()]))


def weights(rows: Table, mentions: Table, symbols: Table) -> Table:
    """org, kind, token → weight, from how many patents of the organisation have the token."""
    wanted = rows.select("org", "kind", "token").distinct()
    patents = mentions.select("org", "patent").distinct()
    size = patents.group_by("org").agg(whole=patents.count())
    people = mentions.select("org", "patent", token="name").join(
        wanted.filter(wanted.kind == "inventor"), ["org", "token"])
    areas = patents.join(symbols, "patent").join(wanted.filter(wanted.kind == "class"), ["org", "token"])
    columns = ("org", "kind", "token", "patent")
    both = stack([people.select(*columns), areas.select(*columns)])
    seen = both.group_by("org", "kind", "token").agg(patents=both.patent.nunique())
    found = wanted.left_join(seen, ["org", "kind", "token"]).drop("org_right", "kind_right", "token_right")
    found = found.join(size, "org")
    # Who belongs to another organisation has no mention in this one.
    rare = (found.whole / found.patents.fill_null(1)).ln()
    base = ibis.ifelse(found.kind == "inventor", INVENTOR, 0.0)
    return found.select("org", "kind", "token", weight=base + SLOPE * rare)
