"""The rankers of a corpus: learned once a version of the graph, kept beside the index."""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from ipgraph.analysis.matching.features import FEATURES
from ipgraph.analysis.matching.lessons import (
    LONG,
    Known,
    citing_needs,
    drawn,
    group_needs,
    lesson,
    own_rows,
    title_needs,
)
from ipgraph.analysis.matching.ranker import PLAIN, Ranker, learn
from ipgraph.projection import Projection
from ipgraph.text import TextIndex

__all__ = ["LESSONS", "Rankers", "learn_rankers", "rankers"]

#: Needs of each kind that a ranker learns from at most.
LESSONS = 600
FILE = "rankers.json"


@dataclass(frozen=True)
class Rankers:
    """One ranker for needs as short as a title, one for needs as long as an abstract."""

    short: Ranker
    long: Ranker

    def of(self, different: int) -> Ranker:
        """The one for a need of so many different pairs of letters."""
        return self.long if different >= LONG else self.short


def rankers(graph: Projection, index: TextIndex) -> Rankers:
    """The rankers kept with the index, else learned now and kept."""
    file = index.folder / FILE
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(file.read_text("utf-8"))
        if kept["features"] == list(FEATURES):
            return Rankers(*(Ranker(tuple(kept[n]["weights"]), kept[n]["lessons"]) for n in ("short", "long")))
    found = learn_rankers(graph, index, title_needs(index, drawn(own_rows(index), LESSONS)),
                          citing_needs(graph, index, LESSONS), group_needs(graph, index, LESSONS))
    said = {"features": FEATURES, "short": vars(found.short), "long": vars(found.long)}
    with suppress(OSError):  # a disk only for reading is no reason not to answer
        draft = file.with_name(f".draft-{uuid.uuid4().hex}")
        draft.write_text(json.dumps(said), "utf-8")
        os.replace(draft, file)
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
