"""The rankers of a corpus: learned once a version of the graph, kept beside the index."""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from ipgraph.analysis.matching.features import FEATURES
from ipgraph.analysis.matching.lessons import LONG, citing_rows, lesson, own_rows
from ipgraph.analysis.matching.ranker import ENOUGH, PLAIN, Ranker, learn
from ipgraph.projection import Projection
from ipgraph.text import TextIndex

__all__ = ["Rankers", "learn_rankers", "rankers"]

#: Needs that a ranker learns from at most, drawn with this seed.
LESSONS, SEED = 600, 20250101
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
    found = learn_rankers(graph, index, own_rows(index), citing_rows(graph, index))
    said = {"features": FEATURES, "short": vars(found.short), "long": vars(found.long)}
    with suppress(OSError):  # a disk only for reading is no reason not to answer
        draft = file.with_name(f".draft-{uuid.uuid4().hex}")
        draft.write_text(json.dumps(said), "utf-8")
        os.replace(draft, file)
    return found


def learn_rankers(
    graph: Projection, index: TextIndex, own: np.ndarray, citing: dict[int, np.ndarray],
) -> Rankers:
    """Rankers from titles of the rows `own` and from texts of the rows `citing`; that of long needs is that of short
    ones where few patents with texts cite one another."""
    named = drawn(own)
    [titles] = index.given(named, "title")
    short = learn([lesson(graph, index, title, [row]) for row, title in zip(named, titles, strict=True)])
    known = [int(row) for row in drawn(np.array(sorted(citing), dtype=np.int64))]
    if len(known) < ENOUGH:
        return Rankers(short, short)
    texts = index.texts(np.array(known), body=True)
    told = learn([lesson(graph, index, t, citing[row], row) for row, t in zip(known, texts, strict=True)])
    return Rankers(short, short if told is PLAIN else told)


def drawn(rows: np.ndarray | Sequence[int], most: int = LESSONS) -> np.ndarray:
    """At most `most` of the rows, the same for the same rows."""
    rows = np.asarray(rows, dtype=np.int64)
    if len(rows) <= most:
        return rows
    return np.sort(np.random.default_rng(SEED).choice(rows, most, replace=False))
