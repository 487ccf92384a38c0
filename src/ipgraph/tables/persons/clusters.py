"""The mentions of one name in one organisation, told apart.

Log-odds in nats: ln(1 / expected namesakes) to begin with, so that a rare name needs nothing more and a common one
needs evidence; plus what mentions share (`evidence`), less what parts them. Mentions that share a telling token are
tied; then what is tied is compared as a whole, `ROUNDS` times.
"""

from __future__ import annotations

import ibis
import numpy as np
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.tables.components import components as numbered
from ipgraph.tables.engine import keep, stack
from ipgraph.tables.persons.evidence import tokens

#: Log-odds from which two are one.
TIE = 0.5
#: What it says that two share nothing at all, and so the log-odds from which a name alone is enough: a namesake is
#: expected in fewer than one in twenty organisations like this.
NOTHING = -2.5
SURE = TIE - NOTHING
#: A token that more clusters of one name have than this ties none of them.
FAN = 200
ROUNDS = 2
#: Years apart up to which time says nothing against, and from which it says much.
NEAR, FAR = 3, 10
#: What time says, and that two share no co-inventor though both have some.
CLOSE, DISTANT, REMOTE, APART = 0.4, -0.5, -1.2, -1.5

GROUP = ("name", "org")
TOKEN = (*GROUP, "kind", "token")


def cluster(con: Backend, mentions: Table, groups: Table, classes: Table, families: Table) -> tuple[Table, Table]:
    """Mentions with `cluster` (the lowest m of those that are one person) and `sure`, the log-odds by the name alone;
    and the clusters that were compared: a, b, score.

    `mentions` has m, patent, name, org, year; `groups` is that of `mentions.groups`.
    """
    sure = groups.select(*GROUP, "mentions", sure=-ibis.greatest(groups.expected, 1e-9).ln())
    known = keep(con, "mentions_sure", mentions.join(sure, GROUP))
    common = known.filter((known.sure < SURE) & (known.mentions > 1))
    asked = keep(con, "mentions_asked", common.select("m", "patent", *GROUP, "year", "sure"))
    told = tokens(con, asked, mentions, classes, families)
    have = keep(con, "tokens_held", told.join(asked.drop("patent"), "m"))
    strong = have.filter((have.kind != "class") & (have.weight + have.sure >= TIE))
    first = strong.group_by(TOKEN).agg(a=strong.m.min())
    edges = keep(con, "edges", strong.join(first, TOKEN).select("a", b="m").distinct())
    labels, scores = components(con, asked, edges), []
    for _ in range(ROUNDS):
        scores.append(compared(con, have, labels))
        tied = labels.select(a="cluster", b="m")
        labels = components(con, asked, stack([tied, scores[-1].filter(ibis._.score >= TIE).select("a", "b")]))
    whole = known.group_by(GROUP).agg(whole=known.m.min())
    found = known.join(whole, GROUP).left_join(labels, "m").drop("m_right")
    found = found.mutate(cluster=found.cluster.coalesce(found.whole)).drop("whole", "mentions")
    return keep(con, "clustered", found), keep(con, "scores", stack(scores).distinct())


def components(con: Backend, mentions: Table, edges: Table) -> Table:
    """m → cluster: the lowest m of what the edges (a, b) tie together."""
    ids = np.sort(con.to_pyarrow(mentions.select("m"))["m"].to_numpy())
    pairs = con.to_pyarrow(edges)
    a, b = (np.searchsorted(ids, pairs[end].to_numpy()) for end in ("a", "b"))
    label = numbered(len(ids), a, b)
    lowest = np.full(int(label.max(initial=-1)) + 1, len(ids))
    np.minimum.at(lowest, label, np.arange(len(ids)))
    return keep(con, "labels", pa.table({"m": ids, "cluster": ids[lowest[label]] if len(ids) else ids}))


def compared(con: Backend, have: Table, labels: Table) -> Table:
    """a, b (clusters of one name in one organisation that share a token, a < b) and the score that they are one."""
    rows = keep(con, "cluster_rows", have.join(labels, "m"))
    held = rows.group_by("cluster", *TOKEN).agg(weight=rows.weight.max(), sure=rows.sure.max())
    both = shared(con, held, TOKEN)
    score = keep(con, "cluster_pairs", weighed(both))
    span = keep(con, "spans", rows.group_by("cluster").agg(
        low=rows.year.min(), high=rows.year.max(), company=(rows.kind == "inventor").any()))
    near = score.join(span.select(a="cluster", low_a="low", high_a="high", company_a="company"), "a").join(
        span.select(b="cluster", low_b="low", high_b="high", company_b="company"), "b")
    gap = ibis.greatest(near.low_a - near.high_b, near.low_b - near.high_a, 0).fill_null(0)
    time = ibis.cases((gap <= NEAR, CLOSE), (gap <= FAR, DISTANT), else_=REMOTE)
    apart = ibis.ifelse(near.company_a & near.company_b & (near.met == 0), APART, 0.0)
    return keep(con, "compared", near.select("a", "b", score=near.sure + near.evidence + time + apart))


def shared(con: Backend, held: Table, token: tuple[str, ...]) -> Table:
    """Pairs a < b of clusters that hold a token, with it, its weight and sure; tokens that too many hold left out."""
    spread = held.group_by(token).agg(n=held.count()).filter(ibis._.n.between(2, FAN)).drop("n")
    held = keep(con, "cluster_tokens", held.join(spread, token))
    other = held.select(*token, b="cluster")
    return held.rename(a="cluster").join(other, token).filter(ibis._.a < ibis._.b)


def weighed(both: Table) -> Table:
    """a, b → evidence, sure, met: shared inventors and families summed, of the classes only the most telling, because
    they lie in one another; `met` says how many inventors and families are shared."""
    each = both.group_by("a", "b", "kind").agg(
        total=both.weight.sum(), most=both.weight.max(), sure=both.sure.max(), n=both.count())
    classes = each.kind == "class"
    return each.group_by("a", "b").agg(
        evidence=ibis.ifelse(classes, each.most, each.total).sum(), sure=each.sure.max(),
        met=ibis.ifelse(classes, 0, each.n).sum(), areas=classes.any(), family=(each.kind == "family").any())
