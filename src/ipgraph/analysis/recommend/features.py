"""What is known of a seeker and a candidate before the day. Every feature can be told in words and counted again."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from ipgraph.analysis.recommend.heuristics import HEURISTICS, Rows, dense, pagerank, repeated
from ipgraph.analysis.recommend.past import LATELY, Floats, Matrix, Past, flags, inverse, portions, unit_rows

__all__ = ["features"]

#: Added before a logarithm is taken of a probability, and of the share of a path.
FLOOR, PATH_FLOOR = 1e-9, 1e-4
#: Cosine of classes from which two are alike.
ALIKE = 0.15


def features(past: Past, rows: Rows) -> dict[str, Floats]:
    """Seekers × actors by name: paths between the two, what they have in common, and what each is by itself."""
    return {**paths(past, rows), **topics(past, rows), **alone(past, rows)}


def paths(past: Past, rows: Rows) -> dict[str, Floats]:
    """Walks and paths from the seeker to the candidate.

    pair_pagerank, whole_pagerank, late_pagerank: log10 of π; common_neighbours, adamic_adar, resource_allocation,
    katz: ln(1 + score); back: days on which the candidate came to the seeker (of *flow* alone known apart); known,
    together: past partners, by events and by patents held together; coupling, coupling_cos: patents that both cite;
    cocited: patents that cite both; step2: partners of partners, each sharing its weight out; cf_pairs: partners of
    those who have the seeker's partners; others: inventors (organisations) in common; others_share, late_others: the
    same, each shared out among all who have it, and fading with time; late_pairs, late_back, latest: past partners,
    fading with time; late_step: their partners; cites2: patents of the candidate cited by what the seeker cites.
    """
    shares = past.company @ sparse.diags_array(inverse(np.asarray(past.company.sum(axis=0)).ravel()))
    late_shares = past.late_company @ sparse.diags_array(inverse(np.asarray(past.late_company.sum(axis=0)).ravel()))
    count, same = len(past.actors), unit_rows(flags(past.pairs))
    plain = {name: HEURISTICS[name](past, rows) for name in HEURISTICS if name not in ("repeat", "title_cosine")}
    walks = {name: plain.pop(name) for name in ("pair_pagerank", "whole_pagerank")}
    walks["late_pagerank"] = pagerank(past.late_walk, rows)[:, :count]
    cosines = {"class_cosine": plain.pop("class_cosine")}
    unit = unit_rows(past.cited)
    return {
        **{name: np.log10(values + FLOOR) for name, values in walks.items()},
        **{name: np.log1p(values) for name, values in plain.items()}, **cosines,
        "back": counted(past.back[rows]), "known": counted(past.pairs[rows]),
        "together": counted(past.together[rows]), "coupling": counted(past.cited[rows] @ past.cited.T),
        "coupling_cos": dense(unit[rows] @ unit.T), "cocited": counted(past.citing[rows] @ past.citing.T),
        "step2": np.log10(dense(portions(past.pairs)[rows] @ portions(past.fading)) + PATH_FLOOR),
        "cf_pairs": counted(same[rows] @ same.T @ past.fading),
        "others": counted(past.company[rows] @ past.company.T), "others_share": dense(shares[rows] @ past.company.T),
        "late_others": dense(late_shares[rows] @ past.late_company.T),
        "late_pairs": counted(past.fading[rows]), "late_back": counted(Matrix(past.fading.T)[rows]),
        "latest": dense(past.latest[rows]), "late_step": counted(past.fading[rows] @ past.fading),
        "cites2": counted(past.cited[rows] @ past.cites @ past.held.T),
    }


def topics(past: Past, rows: Rows) -> dict[str, Floats]:
    """What the two work on.

    subclass_cos, title_cosine, late_class_cos, late_title: cosines; cf_class, cf_title: partners of those who work on
    the same; class_first: the same by the first day with each; class_pop, class_cited: patents, and citations of late,
    of the candidate in the seeker's main groups; region: regions in common.
    """
    alike, titles = close(past.topics_unit[rows] @ past.topics_unit.T), HEURISTICS["title_cosine"](past, rows)
    subclasses, share = past.fields_unit, portions(past.topics[rows])
    late = past.late_words
    return {
        "subclass_cos": dense(subclasses[rows] @ subclasses.T), "cf_class": counted(alike @ past.fading),
        "cf_title": counted(close(titles) @ past.fading), "class_first": counted(alike @ past.first),
        "title_cosine": titles, "late_title": titles if late is None else dense(late[rows] @ late.T),
        "late_class_cos": dense(past.late_topics_unit[rows] @ past.late_topics_unit.T),
        "class_pop": counted(share @ past.topics.T), "class_cited": counted(share @ past.topics_cited.T),
        "region": dense(past.regions[rows] @ past.regions.T),
    }


def alone(past: Past, rows: Rows) -> dict[str, Floats]:
    """Of the candidate (v_) and the seeker (u_): patents, patents of late, partners, months since the last patent,
    whether it grows, whether more come to it than before, who came for the first time of late, citations of late."""
    late = past.held @ (past.age < LATELY).astype(np.float32)
    before = past.held @ (past.age < 2 * LATELY).astype(np.float32)
    popular, fading, first = (np.asarray(m.sum(axis=0)).ravel() for m in (past.pairs, past.fading, past.first))
    out = np.asarray(past.pairs.sum(axis=1)).ravel()
    holder, patent = past.held.tocoo().coords
    last = np.full(len(past.actors), np.inf)
    np.minimum.at(last, holder, past.age[patent])
    candidate = {
        "size": past.size, "recent": late, "last": last, "partners": out, "recited": past.held @ past.cited_lately,
        "first": first,
    }
    trends = {"trend": np.log1p(late) - np.log1p(before), "sought": np.log1p(fading) - np.log1p(popular)}
    return {
        **{f"v_{name}": repeated(np.log1p(values), rows) for name, values in candidate.items()},
        **{f"v_{name}": repeated(values, rows) for name, values in trends.items()},
        **{f"u_{name}": np.broadcast_to(np.log1p(values.astype(np.float32))[rows][:, None],
                                        (len(rows), len(past.actors)))
           for name, values in (("size", past.size), ("recent", late), ("partners", out),
                                ("first", np.asarray(past.first.sum(axis=1)).ravel()))},
    }


def close(cosines: sparse.sparray | Floats) -> Matrix:
    """Squares of the cosines above `ALIKE`, 0 for the rest."""
    alike = Matrix(cosines)
    alike.data = np.where(alike.data > ALIKE, alike.data, 0) ** 2
    alike.eliminate_zeros()
    return alike


def counted(block: sparse.sparray) -> Floats:
    """ln(1 + count)."""
    return np.log1p(dense(block))
