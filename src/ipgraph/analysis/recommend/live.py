"""What was learnt of partners, for a question of today: learnt once a version of the graph, then asked row by row."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.recommend import kept
from ipgraph.analysis.recommend.before import before
from ipgraph.analysis.recommend.choice import Choice
from ipgraph.analysis.recommend.events import complete, events
from ipgraph.analysis.recommend.features import SEEKING, features
from ipgraph.analysis.recommend.history import NEVER, History, days_of, history
from ipgraph.analysis.recommend.past import Past
from ipgraph.analysis.recommend.pool import looked_at
from ipgraph.analysis.recommend.ranker import Ranker
from ipgraph.analysis.recommend.trial import UNKNOWN, Trial
from ipgraph.projection import Projection, remembered

__all__ = ["Learnt", "Row", "alive", "ask", "learnt", "present", "ready", "today"]


@dataclass(frozen=True, eq=False)
class Learnt:
    """What came to pass before the day `until` (None: nothing) teaches of a task: how much of it to believe, and, where
    it is to be believed, rankers for `new` partners and for those known from it (`repeat`; None: there are none)."""

    task: str
    until: int | None
    choice: Choice
    new: Ranker | None
    repeat: Ranker | None

    @property
    def believed(self) -> bool:
        """Whether what is learnt was better than the best plain rule on windows inside."""
        return self.new is not None


def learnt(graph: Projection, task: str) -> Learnt:
    """What the graph teaches of a task, learnt by the first who asks. Only who asks for partners waits: a minute under
    the projection's own lock would hold up everybody else."""
    lock, known = shelf(graph)
    if task not in known:
        with lock:
            if task not in known:
                known[task] = learn(graph, task)
    return known[task]


@remembered
def shelf(graph: Projection) -> tuple[Lock, dict[str, Learnt]]:
    """What was learnt of the graph so far, by task, and the lock of those who learn."""
    return Lock(), {}


def learn(graph: Projection, task: str) -> Learnt:
    """What the graph teaches of a task; read again where it is kept in the projection's folder.

    It learns from windows that end before the last day on which the data still are complete, from at most
    `trial.LEARNERS` seekers a window, drawn with a fixed seed.
    """
    known = history(graph)
    found = so_far(known, task, today(graph))
    if not len(found):
        return Learnt(task, None, Choice(UNKNOWN, 0.0), None, None)
    until = complete(found)
    file = None if graph.folder is None else graph.folder / f"{task}.json"
    told = None if file is None else kept.read(file)
    if told is None:
        trial = Trial(known, task, None, found, until)
        choice = trial.choice(True)
        new, repeat = (trial.ranker(until, fresh) if choice.weight else None for fresh in (True, False))
        told = choice, new, repeat
        if file is not None:
            kept.write(told, file)
    return Learnt(task, until, *told)


def ready(graph: Projection, task: str) -> bool:
    """Learn, and make what the first question would wait for; whether what was learnt is believed."""
    found = learnt(graph, task)
    if found.believed:
        past = present(graph, task, today(graph))
        if len(past.actors):
            ask(graph, found, int(past.actors[0]), past.day)
    return found.believed


@remembered
def today(graph: Projection) -> int:
    """The day before which all is known: after the last dated patent, and not beyond the day the graph stands for."""
    days = history(graph).day
    last = int(days[days < NEVER].max(initial=0))
    as_of = int(days_of(pd.Series([graph.as_of or None]))[0])
    return min(last, as_of) + 1


def so_far(known: History, task: str, day: int) -> pd.DataFrame:
    """What came to pass before a day."""
    found = events(known, task)
    return found[found["day"] < day]


@remembered
def present(graph: Projection, task: str, day: int) -> Past:
    """What is known before the day."""
    known = history(graph)
    return before(known, task, day, so_far(known, task, day))


def alive(graph: Projection, task: str, holder: int, day: int) -> bool:
    """Whether a holder had a patent before the day, so that what was learnt can be asked for it."""
    return bool(present(graph, task, day).positions(np.array([holder]))[0] >= 0)


@dataclass(frozen=True, eq=False)
class Row:
    """The answer to one question: `holder` (positions), whether the task `came` to pass between the two before, and the
    `chance` that it does within the window."""

    holder: NDArray[np.int64]
    came: NDArray[np.bool_]
    chance: NDArray[np.float64]


def ask(graph: Projection, found: Learnt, holder: int, day: int) -> Row | None:
    """Whom a holder may come together with, by what was learnt; None where it has no patent dated before the day."""
    past = present(graph, found.task, day)
    seeker = past.positions(np.array([holder]))
    if seeker[0] < 0:
        return None
    told = features(past, seeker)
    known = past.pairs[seeker].toarray() > 0
    itself = np.arange(len(past.actors))[None, :] == seeker[0]
    values = np.column_stack([past.standing[name][seeker] for name in SEEKING])
    holders, came, chances = [], [], []
    for ranker, repeat in ((found.new, False), (found.repeat, True)):
        if ranker is None:
            continue
        pool = looked_at(told, itself | (known != repeat), np.zeros_like(itself))
        chance = ranker.chance.anybody(values) * ranker.chance.found(ranker.order(pool), pool.seeking())
        holders.append(past.actors[pool.actor])
        came.append(np.full(len(chance), repeat))
        chances.append(chance)
    return Row(np.concatenate(holders), np.concatenate(came), np.concatenate(chances))
