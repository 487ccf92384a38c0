"""What is known of a seeker and a candidate before the day. Every feature can be told in words and counted again."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from ipgraph.analysis.recommend.heuristics import HEURISTICS, RULE, RULES, Rows, dense, pagerank
from ipgraph.analysis.recommend.past import Floats, Matrix, Past, flags, inverse, portions, unit_rows
from ipgraph.analysis.recommend.segments import brought, rule_score

__all__ = ["SEEKING", "features"]

#: Added before a logarithm is taken of a probability, and of the share of a path.
FLOOR, PATH_FLOOR = 1e-9, 1e-4
#: Cosine of classes from which two are alike.
ALIKE = 0.15
#: What is known of the seeker alone, the same for all of its candidates.
SEEKING = ("size", "recent", "partners", "took")


def features(past: Past, rows: Rows) -> dict[str, Floats]:
    """Seekers × actors by name: paths between the two, what they have in common, and what each is by itself."""
    found, parts = paths(past, rows), brought(past, rows)
    closeness = 10 ** found["whole_pagerank"] - FLOOR
    return {**found, **topics(past, rows), **parts, RULE: rule_score(parts, closeness, rows), **alone(past, rows)}


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
    plain = {name: HEURISTICS[name](past, rows) for name in RULES if name not in ("repeat", RULE)}
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

    subclass_cos, late_class_cos: cosines; cf_class: partners of those who work on the same; class_first: the same by
    the first day with each; class_pop, class_cited: patents, and citations of late, of the candidate in the seeker's
    main groups.
    """
    alike = close(past.topics_unit[rows] @ past.topics_unit.T)
    subclasses, share = past.fields_unit, portions(past.topics[rows])
    return {
        "subclass_cos": dense(subclasses[rows] @ subclasses.T), "cf_class": counted(alike @ past.fading),
        "class_first": counted(alike @ past.first),
        "late_class_cos": dense(past.late_topics_unit[rows] @ past.late_topics_unit.T),
        "class_pop": counted(share @ past.topics.T), "class_cited": counted(share @ past.topics_cited.T),
    }


def alone(past: Past, rows: Rows) -> dict[str, Floats]:
    """Of the candidate (v_) and the seeker (u_) alone: see `Past.standing`."""
    shape, known = (len(rows), len(past.actors)), past.standing
    return {**{f"v_{name}": np.broadcast_to(values, shape) for name, values in known.items()},
            **{f"u_{name}": np.broadcast_to(known[name][rows][:, None], shape) for name in SEEKING}}


def close(cosines: sparse.sparray | Floats) -> Matrix:
    """Squares of the cosines above `ALIKE`, 0 for the rest."""
    alike = Matrix(cosines)
    alike.data = np.where(alike.data > ALIKE, alike.data, 0) ** 2
    alike.eliminate_zeros()
    return alike


def counted(block: sparse.sparray) -> Floats:
    """ln(1 + count)."""
    return np.log1p(dense(block))
