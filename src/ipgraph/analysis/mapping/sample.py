"""The patents that a model learns from, drawn so that rare segments keep all of theirs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ipgraph.analysis.mapping.corpus import Corpus, Group, digits
from ipgraph.analysis.thresholds import Thresholds

#: Parts of a cross-validation; texts of one title are in one part, because twins would give each other away.
PARTS = 3
#: Share of the titles that an evaluation holds out.
HELD = 0.25


@dataclass(frozen=True, eq=False)
class Sample:
    """`ids` of patents; `truth` patents × `segments`; `weight`: how many patents of the corpus each stands for;
    `part`: 0 … PARTS − 1; `held`: in the quarter that an evaluation holds out,
    never a text that is asked.
    `few`: rule examples, of different titles, of the segments that have too few to learn from.
    """

    ids: np.ndarray
    segments: tuple[str, ...]
    truth: np.ndarray
    weight: np.ndarray
    part: np.ndarray
    held: np.ndarray
    few: dict[str, int]

    def only(self, chosen: np.ndarray) -> Sample:
        """The patents chosen, by position or mask."""
        return Sample(self.ids[chosen], self.segments, self.truth[chosen], self.weight[chosen], self.part[chosen],
                      self.held[chosen], self.few)


def draw(corpus: Corpus, group: Group, thresholds: Thresholds) -> Sample:
    """The sample of a group: each segment, and none, has up to `text_most` patents, and each patent is drawn as often
    as the rarest of its segments asks for. Texts that are asked stand beside those of none."""
    labels = corpus.labels[corpus.labels["chain"].isin(group.chains)]
    return with_asked(corpus, drawn(corpus, labels[["patent", "segment"]], thresholds), thresholds)


def with_asked(corpus: Corpus, sample: Sample, thresholds: Thresholds) -> Sample:
    """The sample with texts whose classes nobody told, as if they were of none (Elkan and Noto 2008: learning from
    positive and unlabelled examples).

    What told and asked texts differ by is no longer taken for what a segment is known by: their language, or words that
    every asked text has. Some of them are of a segment, so that probabilities come out too low rather than too high;
    together they weigh at most what those of none do, so that they do not come out far too low.
    """
    none = ~sample.truth.any(axis=1)
    asked = corpus.con.to_pandas(corpus.texts.filter(~corpus.texts.told).select("id", "title").order_by("id"))
    chance = min(thresholds.text_none / max(len(asked), 1), 1.0)
    asked = asked[digits(asked["id"]) < chance]
    if not len(asked) or not none.any():
        return sample
    lot = digits(asked["title"].str.lower().str.strip().where(asked["title"] != "", asked["id"]))
    weight = min(1 / chance, float(sample.weight[none].sum()) / len(asked))
    return Sample(
        np.concatenate([sample.ids, asked["id"].to_numpy(dtype=object)]), sample.segments,
        np.concatenate([sample.truth, np.zeros((len(asked), len(sample.segments)), dtype=bool)]),
        np.concatenate([sample.weight, np.full(len(asked), weight)]), np.concatenate([sample.part, parts(lot)]),
        np.concatenate([sample.held, np.zeros(len(asked), dtype=bool)]), sample.few)


def parts(lot: np.ndarray) -> np.ndarray:
    """Of each the part that its title, by `digits`, is dealt to."""
    found: np.ndarray = (lot * 1009 * PARTS).astype(int) % PARTS
    return found


def drawn(corpus: Corpus, labels: pd.DataFrame, thresholds: Thresholds) -> Sample:
    """The sample with these labels (patent, segment) as the truth; a label need not be a segment."""
    known = corpus.con.to_pandas(corpus.texts.filter(corpus.texts.told).select("id", "title").order_by("id"))
    ids, title = known["id"].to_numpy(dtype=object), known["title"].str.lower().str.strip()
    labels = labels.assign(patent=pd.Index(known["id"]).get_indexer(labels["patent"]))
    labels = labels[labels["patent"] >= 0]
    lot = digits(title.where(title != "", known["id"]))
    part = parts(lot)
    labels = labels.assign(key=lot[labels["patent"]], part=part[labels["patent"]])
    found = labels.groupby("segment").agg(examples=("key", "nunique"), parts=("part", "nunique"), all=("key", "size"))
    able = (found["examples"] >= thresholds.text_examples) & (found["parts"] == PARTS)
    able &= len(ids) - found["all"] >= thresholds.text_examples
    segments = tuple(found.index[able])
    column = pd.Index(segments).get_indexer(labels["segment"])
    labels = labels[column >= 0].assign(column=column[column >= 0])
    count = np.bincount(labels["column"], minlength=len(segments))
    chance = np.zeros(len(ids))
    np.maximum.at(chance, labels["patent"].to_numpy(), thresholds.text_most / count[labels["column"]])
    none = np.ones(len(ids), dtype=bool)
    none[labels["patent"]] = False
    chance[none] = thresholds.text_none / max(int(none.sum()), 1)
    chance = np.minimum(chance, 1.0)
    taken = np.flatnonzero((lot * 7919) % 1.0 < chance)
    truth = np.zeros((len(ids), len(segments)), dtype=bool)
    truth[labels["patent"], labels["column"]] = True
    few = {str(segment): int(n) for segment, n in found["examples"][~able].items()}
    return Sample(ids[taken], segments, truth[taken], 1.0 / chance[taken], part[taken],
                  ((lot * 4013) % 1.0 < HELD)[taken], few)
