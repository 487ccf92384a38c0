"""What is known of a seeker and a candidate before the day. Every feature can be told in words and counted again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.recommend.heuristics import RULE, Rows
from ipgraph.analysis.recommend.matrices import Floats, Matrix, flags, inverse, portions
from ipgraph.analysis.recommend.past import Past
from ipgraph.analysis.recommend.segments import brought, rule_score

__all__ = ["COSINES", "SEEKING", "Features", "features", "scale"]

#: Added before the logarithm to base 10 of a probability, and of the share of a path, is taken.
FLOORS = {"reach": 1e-9, "late_reach": 1e-9, "pair_reach": 1e-9, "step2": 1e-4}
#: Features that stay as they are; of all others ln(1 + value) is taken.
SHARES = (
    "class_cosine", "coupling_cos", "others_share", "late_others", "latest", "complement", "density", RULE,
)
#: Cosine of classes from which two are alike.
ALIKE = 0.15
#: Cosines that are worked out for candidates alone, by the matrix of the past that has the rows.
COSINES = {"subclass_cos": "fields_unit", "late_class_cos": "late_topics_unit"}
#: What is known of the seeker alone, the same for all of its candidates.
SEEKING = ("size", "recent", "partners", "took")


@dataclass(frozen=True, eq=False)
class Features:
    """What is known of a block of seekers (`rows` of the past): `between` by name, seekers × actors, nothing where the
    two have nothing of it. What is known of each actor alone is in `Past.standing`."""

    past: Past
    rows: Rows
    between: dict[str, Matrix]

    def of(self, name: str, row: int, actors: NDArray[np.int64]) -> Floats:
        """One feature of a seeker and some actors, as the trees see it."""
        if name in self.between:
            matrix = self.between[name]
            low, high = matrix.indptr[row], matrix.indptr[row + 1]
            whole = np.zeros(len(self.past.actors), dtype=np.float32)
            whole[matrix.indices[low:high]] = matrix.data[low:high]
            return scale(name, whole[actors])
        if name in COSINES:
            known: Matrix = getattr(self.past, COSINES[name])
            return scale(name, (known[actors] @ known[self.rows[[row]]].T).toarray().ravel())
        return self.past.standing[name][actors]

    def everybody(self, name: str) -> Floats:
        """One feature of all seekers and actors."""
        every = np.arange(len(self.past.actors))
        return np.stack([self.of(name, row, every) for row in range(len(self.rows))])

    def names(self) -> Iterator[str]:
        """Names of the features of a seeker and a candidate, in their order."""
        yield from (*self.between, *COSINES, *self.past.standing)


def features(past: Past, rows: Rows) -> Features:
    """Paths between seekers and all others, what they work on, and what one brings to the other."""
    found = {**paths(past, rows), **topics(past, rows), **brought(past, rows)}
    found[RULE] = rule_score(found, rows)
    return Features(past, rows, {name: tidy(values) for name, values in found.items()})


def scale(name: str, values: Floats) -> Floats:
    """As the trees see it; rounded, so that equals stay equal whatever order they were summed in."""
    if name in FLOORS:
        values = np.log10(values + FLOORS[name])
    elif name not in SHARES and name not in COSINES:
        values = np.log1p(values)
    rounded: Floats = np.round(values.astype(np.float32), 5)
    return rounded


def paths(past: Past, rows: Rows) -> dict[str, Matrix]:
    """Walks and paths from the seeker to the candidate.

    reach, late_reach, pair_reach: walks over patents, over patents fading with age, and on the pair graph;
    common_neighbours, adamic_adar, resource_allocation: shared partners, plain and by rarity; back: days on which the
    candidate came to the seeker (of *flow* alone known apart); known, together: past partners, by events and by patents
    held together; coupling, coupling_cos: patents that both cite; cocited: patents that cite both; step2: partners of
    partners, each sharing its weight out; cf_pairs: partners of those who have the seeker's partners; others: inventors
    (organisations) in common; others_share, late_others: the same, each shared out among all who have it, and fading
    with time; late_pairs, late_back, latest: past partners, fading with time; late_step: their partners; cites2:
    patents of the candidate cited by what the seeker cites.
    """
    mine, ties = Matrix(past.held[rows]), Matrix(past.ties[rows])
    cited, degree = flags(mine @ past.cites), past.degree
    coupling = Matrix(cited @ past.across("cited"))
    lengths = np.sqrt(np.diff(past.cited.indptr))
    rarity = [sparse.diags_array(inverse(each)) for each in (np.log(np.maximum(degree, 1)), degree)]
    return {
        "reach": past.reach(rows), "late_reach": past.late_reach(rows), "pair_reach": past.pair_reach(rows),
        "common_neighbours": Matrix(ties @ past.ties), "adamic_adar": Matrix(ties @ rarity[0] @ past.ties),
        "resource_allocation": Matrix(ties @ rarity[1] @ past.ties),
        "back": past.across("pairs")[rows], "known": past.pairs[rows],
        "together": alone_out(Matrix(mine @ past.across("held")), rows), "coupling": coupling,
        "coupling_cos": Matrix(sparse.diags_array(inverse(lengths[rows])) @ coupling
                               @ sparse.diags_array(inverse(lengths))),
        "cocited": Matrix(flags(mine @ past.across("cites")) @ past.across("citing")),
        "step2": Matrix(portions(past.pairs[rows]) @ past.late_steps),
        "cf_pairs": Matrix(past.same[rows] @ past.across("same") @ past.fading),
        "others": Matrix(past.company[rows] @ past.across("company")),
        "others_share": Matrix(past.shares_of_company[rows] @ past.across("company")),
        "late_others": Matrix(past.late_shares_of_company[rows] @ past.across("late_company")),
        "late_pairs": past.fading[rows], "late_back": past.across("fading")[rows], "latest": past.latest[rows],
        "late_step": Matrix(past.fading[rows] @ past.fading),
        "cites2": Matrix(cited @ past.cites @ past.across("held")),
    }


def topics(past: Past, rows: Rows) -> dict[str, Matrix]:
    """What the two work on.

    class_cosine: of main groups; cf_class: partners of those who work on the same; class_first: the same by the first
    day with each; class_pop, class_cited: patents, and citations of late, of the candidate in the seeker's main groups.
    """
    cosines, share = Matrix(past.topics_unit[rows] @ past.across("topics_unit")), portions(past.topics[rows])
    alike = close(cosines)
    return {
        "class_cosine": cosines, "cf_class": Matrix(alike @ past.fading), "class_first": Matrix(alike @ past.first),
        "class_pop": Matrix(share @ past.across("topics")), "class_cited": Matrix(share @ past.across("topics_cited")),
    }


def close(cosines: Matrix) -> Matrix:
    """Squares of the cosines above `ALIKE`, 0 for the rest."""
    alike = cosines.copy()
    alike.data = np.where(alike.data > ALIKE, alike.data, 0) ** 2
    alike.eliminate_zeros()
    return alike


def alone_out(block: Matrix, rows: Rows) -> Matrix:
    """Without what a seeker has with itself."""
    at = np.repeat(np.arange(len(rows)), np.diff(block.indptr))
    block.data[block.indices == rows[at]] = 0
    return block


def tidy(block: Matrix) -> Matrix:
    """Without entries of 0, each row's in ascending order."""
    block = Matrix(block, dtype=np.float32)
    block.eliminate_zeros()
    block.sort_indices()
    return block
