"""The graph as it was known before a day, seen from those among whom a task plays."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.measures import proximity
from ipgraph.analysis.recommend.matrices import Floats, Matrix, flags, inverse, portions, shared, unit_rows
from ipgraph.analysis.recommend.walks import Walk, pair_walker, steps, walker, whole

__all__ = ["HALF_LIFE", "LATELY", "Past"]

#: Months that count as lately, and half-life in months of what fades.
LATELY, HALF_LIFE = 36, 36


@dataclass(frozen=True, eq=False)
class Past:
    """Actors alive before `day` (positions of holders, ascending) and what was known of them.

    Rows of every matrix are actors or patents alive, numbered from 0. `held` is actors × patents; `age` of a patent
    in months before the day; `pairs` actors × actors: on how many days the task came to pass from row to column;
    `fading` the same, each day fading with time, `first` and `latest` with the first and the last day alone.
    """

    task: str
    day: int
    actors: NDArray[np.int64]
    held: Matrix
    age: Floats
    classes: Matrix
    subclasses: Matrix
    cites: Matrix
    others: Matrix
    serves: Matrix
    need: Matrix
    pairs: Matrix
    fading: Matrix
    first: Matrix
    latest: Matrix
    titles: Matrix | None
    turned: dict[str, Matrix] = field(default_factory=dict)

    def across(self, name: str) -> Matrix:
        """The transpose of one of the matrices below, by its name; made once."""
        if name not in self.turned:
            self.turned[name] = Matrix(getattr(self, name).T)
        return self.turned[name]

    def positions(self, holders: NDArray[np.int64]) -> NDArray[np.int64]:
        """Row of each holder, −1 where it was not alive."""
        at = np.searchsorted(self.actors, holders).clip(max=max(len(self.actors) - 1, 0))
        return np.where(self.actors[at] == holders, at, -1) if len(self.actors) else np.full(len(holders), -1)

    @cached_property
    def fade(self) -> Floats:
        """Weight of each patent, half after three years."""
        return (0.5 ** (self.age / HALF_LIFE)).astype(np.float32)

    @cached_property
    def late(self) -> Matrix:
        """`held`, each patent fading with age."""
        return Matrix(self.held @ sparse.diags_array(self.fade))

    @cached_property
    def size(self) -> Floats:
        """Patents of each actor, each shared out among those who hold it."""
        return np.asarray(self.shares.sum(axis=1)).ravel()

    @cached_property
    def shares(self) -> Matrix:
        """`held`, each patent shared out among its holders."""
        return Matrix(self.held @ sparse.diags_array(inverse(np.asarray(self.held.sum(axis=0)).ravel())))

    @cached_property
    def cited(self) -> Matrix:
        """Actors × patents that their patents cite, as ones."""
        return flags(self.held @ self.cites)

    @cached_property
    def citing(self) -> Matrix:
        """Actors × patents that cite theirs, as ones."""
        return flags(self.held @ self.cites.T)

    @cached_property
    def topics(self) -> Matrix:
        """Actors × main groups: patents held in each."""
        return Matrix(self.held @ self.classes)

    @cached_property
    def topics_unit(self) -> Matrix:
        """`topics`, rows of length 1."""
        return unit_rows(self.topics)

    @cached_property
    def fields_unit(self) -> Matrix:
        """Actors × subclasses, rows of length 1."""
        return unit_rows(self.held @ self.subclasses)

    @cached_property
    def cited_lately(self) -> Floats:
        """Citations of each patent, fading with the age of the patent that cites."""
        return np.asarray(self.cites.T @ self.fade).ravel()

    @cached_property
    def topics_cited(self) -> Matrix:
        """Actors × main groups: citations of late of the patents held in each."""
        return Matrix(self.held @ sparse.diags_array(self.cited_lately) @ self.classes)

    @cached_property
    def company(self) -> Matrix:
        """Actors × holders of the other kind (inventors of an organisation, organisations of an inventor), as ones."""
        return flags(self.held @ self.others.T)

    @cached_property
    def late_company(self) -> Matrix:
        """The same, fading with the age of the patents: Σ of their weights, at most 1."""
        both = Matrix(self.late @ self.others.T)
        both.data = np.minimum(both.data, 1)
        return both

    @cached_property
    def standing(self) -> dict[str, Floats]:
        """Of each actor, ln(1 + value): size; recent (patents of late); last (months since the last patent); partners;
        recited (citations of late); first (who came to it for the first time of late), took (to whom it came so);
        most_popular, recent_popular (who ever came to it, and fading with time); and trend and sought, how far recent
        patents and those who come to it are above what they were before."""
        recent = self.held @ (self.age < LATELY).astype(np.float32)
        before = self.held @ (self.age < 2 * LATELY).astype(np.float32)
        last = np.full(len(self.actors), np.inf)
        holder, patent = self.held.tocoo().coords
        np.minimum.at(last, holder, self.age[patent])
        popular, fading, first = (np.asarray(m.sum(axis=0)).ravel() for m in (self.pairs, self.fading, self.first))
        partners, took = (np.asarray(m.sum(axis=1)).ravel() for m in (self.pairs, self.first))
        values = {"size": self.size, "recent": recent, "last": last, "partners": partners,
                  "recited": self.held @ self.cited_lately, "first": first, "took": took}
        values |= {"most_popular": np.asarray((self.pairs > 0).sum(axis=0)).ravel(), "recent_popular": fading}
        logs: dict[str, Floats] = {name: np.log1p(value).astype(np.float32) for name, value in values.items()}
        return {**logs, "trend": logs["recent"] - np.log1p(before), "sought": np.log1p(fading) - np.log1p(popular)}

    @cached_property
    def popular(self) -> NDArray[np.int64]:
        """Actors, those first to whom most came of late; ties by id."""
        return np.argsort(-self.standing["recent_popular"], kind="stable")

    @cached_property
    def worth(self) -> Matrix:
        """Actors × segments: patents, each shared out, by how surely they serve it."""
        worth = Matrix(self.shares @ self.serves).astype(np.float64)
        worth.eliminate_zeros()
        return worth

    @cached_property
    def coverage(self) -> Matrix:
        """Actors × segments: ln(1 + worth) over that of the best."""
        logs = self.worth.log1p()
        most = logs.max(axis=0).toarray().ravel() if len(self.actors) else np.zeros(logs.shape[1])
        return Matrix(logs @ sparse.diags_array(inverse(most)))

    @cached_property
    def presence(self) -> Matrix:
        """Actors × segments: 1 where the location quotient reaches 1."""
        rows, columns = self.worth.tocoo().coords
        of_actor, of_segment = (np.asarray(self.worth.sum(axis=axis)).ravel() for axis in (1, 0))
        quotient = self.worth.data * self.worth.data.sum() / (of_actor[rows] * of_segment[columns])
        strong = np.round(quotient, 6) >= 1
        return Matrix((np.ones(int(strong.sum())), (rows[strong], columns[strong])), shape=self.worth.shape)

    @cached_property
    def proximity(self) -> Floats:
        """φ of segments × segments, by who is present in both."""
        return proximity(self.presence)

    @cached_property
    def words(self) -> Matrix | None:
        """Actors × words of the titles of their patents, each word over the number of patents that have it; rows of
        length 1 before words of one actor are dropped."""
        if self.titles is None:
            return None
        weight = inverse(np.bincount(self.titles.indices, minlength=self.titles.shape[1]).astype(np.float32))
        return shared(unit_rows(self.held @ self.titles @ sparse.diags_array(weight)))

    @cached_property
    def shares_of_company(self) -> Matrix:
        """`company`, each of the others shared out among those who have it."""
        return Matrix(self.company @ sparse.diags_array(inverse(np.asarray(self.company.sum(axis=0)).ravel())))

    @cached_property
    def late_shares_of_company(self) -> Matrix:
        """The same, fading."""
        weight = inverse(np.asarray(self.late_company.sum(axis=0)).ravel())
        return Matrix(self.late_company @ sparse.diags_array(weight))

    @cached_property
    def same(self) -> Matrix:
        """Actors × their partners, rows of length 1."""
        return unit_rows(flags(self.pairs))

    @cached_property
    def late_steps(self) -> Matrix:
        """`fading`, each row divided by its sum."""
        return portions(self.fading)

    @cached_property
    def late_topics_unit(self) -> Matrix:
        """Actors × main groups, patents fading with age, rows of length 1."""
        return unit_rows(self.late @ self.classes)

    @cached_property
    def ties(self) -> Matrix:
        """The pair graph without direction, as ones."""
        return flags(self.pairs + self.pairs.T)

    @cached_property
    def degree(self) -> Floats:
        """Partners of each actor, either way."""
        return np.asarray(self.ties.sum(axis=1)).ravel()

    @cached_property
    def pair_reach(self) -> Walk:
        """From seekers to actors, on the pair graph."""
        return pair_walker(self.pairs)

    @cached_property
    def reach(self) -> Walk:
        """From seekers to actors, over patents."""
        return walker(self.held, self.cites, self.classes, self.others)

    @cached_property
    def late_reach(self) -> Walk:
        """The same, a step between a holder and its patent fading with the age of the patent."""
        return walker(self.late, self.cites, self.classes, self.others)

    @cached_property
    def pair_walk(self) -> Matrix:
        """Steps of a walk on the pair graph."""
        return steps(self.pairs + self.pairs.T)

    @cached_property
    def walk(self) -> Matrix:
        """Steps of a walk over actors, patents, main groups and the holders of the other kind, in that order."""
        return steps(whole(self.held, self.cites, self.classes, self.others))
