"""The rankers of a corpus: learned once a version of the graph, kept beside the index."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from weakref import WeakKeyDictionary

from ipgraph.analysis.matching.features import FEATURES
from ipgraph.analysis.matching.lessons import LONG, Known, bodies_alone, drawn, lesson, needs, told_rows
from ipgraph.analysis.matching.ranker import PLAIN, Ranker, learn
from ipgraph.bundle.disk import keep
from ipgraph.projection import Projection
from ipgraph.text import TextIndex

__all__ = ["LESSONS", "Rankers", "learn_rankers", "rankers"]

#: Needs of each kind that a ranker learns from at most, and documents that they are asked over.
LESSONS, DOCUMENTS = 600, 20_000
FILE = "rankers.json"
#: Raised when what is learned, or from what, changes, so that old rankers are not taken for new ones.
LAYOUT = 2
MADE_BY = [LAYOUT, *FEATURES]
#: Rankers in use, and who learns: many questions at once learn once.
HELD: WeakKeyDictionary[TextIndex, Rankers] = WeakKeyDictionary()
LEARNING = Lock()


@dataclass(frozen=True)
class Rankers:
    """One ranker for needs as short as a title, one for needs as long as an abstract."""

    short: Ranker
    long: Ranker

    def of(self, different: int) -> Ranker:
        """The one for a need of so many different pairs of letters."""
        return self.long if different >= LONG else self.short


def rankers(graph: Projection, index: TextIndex) -> Rankers:
    """The rankers held with the index, else kept beside it, else learned now and kept."""
    with LEARNING:
        if index not in HELD:
            HELD[index] = kept(index) or learned(graph, index)
        return HELD[index]


def kept(index: TextIndex) -> Rankers | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads((index.folder / FILE).read_text("utf-8"))
        if said["made_by"] == MADE_BY:
            return Rankers(*(Ranker(tuple(said[n]["weights"]), said[n]["lessons"]) for n in ("short", "long")))
    return None


def learned(graph: Projection, index: TextIndex) -> Rankers:
    """From needs of at most `DOCUMENTS` patents, over an index that has no titles, as the evaluation learns: over one
    that has them every title would find itself first."""
    with TemporaryDirectory() as folder:
        told = drawn(told_rows(index), DOCUMENTS)
        bodies = bodies_alone(graph, index, told, Path(folder) / "bodies")
        found = learn_rankers(graph, bodies, *needs(graph, index, bodies, told, LESSONS).values())
    said = {"made_by": MADE_BY, "short": vars(found.short), "long": vars(found.long)}
    keep(index.folder / FILE, json.dumps(said))
    return found


def learn_rankers(
    graph: Projection, index: TextIndex, titles: Sequence[Known], citing: Sequence[Known], groups: Sequence[Known],
) -> Rankers:
    """The ranker of short needs from titles; that of long ones from abstracts, by what they cite and by what has the
    same main group: what is cited is not what is alike, and a need may mean either. Where too few abstracts teach,
    the ranker of short needs does for long ones."""
    short, *long = ([lesson(graph, index, need) for need in needs] for needs in (titles, citing, groups))
    found, told = learn(short), learn(*long)
    return Rankers(found, found if told is PLAIN else told)
