"""Texts to segments: every patent whose classes nobody told, in chains where no rule found a place for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from ibis.expr.types import Table

from ipgraph.analysis.mapping.corpus import Corpus, Group
from ipgraph.analysis.mapping.learn import Model, learn
from ipgraph.analysis.mapping.read import forms, rows, whole
from ipgraph.analysis.mapping.sample import draw
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.text.grams import BUCKETS, placed, tokens

#: Texts read at once, and n-grams named as what speaks for a segment.
CHUNK, NAMED = 4096, 3


@dataclass(frozen=True, eq=False)
class Mapped:
    """`edges`: patent, segment, probability, words (the n-grams that speak most for it), sorted by patent and segment.
    `asked`: patents whose texts were looked at. `learnt`: segments that a model was learnt for; `few`: rule examples
    of the segments that have too few, by segment."""

    edges: pd.DataFrame
    asked: int
    learnt: tuple[str, ...]
    few: dict[str, int]


@dataclass(frozen=True, eq=False)
class Learnt:
    group: Group
    segments: tuple[str, ...]
    model: Model


def map_texts(corpus: Corpus, thresholds: Thresholds = DEFAULT) -> Mapped:
    """Edges by text, each at least `text_probability` likely.

    A patent whose classes are told is left alone: the rules could look and said no. So is one in a chain where a rule
    of words gave it a place.
    """
    few: dict[str, int] = {}
    models = []
    for group in corpus.groups():
        sample = draw(corpus, group, thresholds)
        few |= sample.few
        if sample.segments:
            texts = corpus.read(sample.ids)
            model = learn(sample, rows(texts, group.words), rows(texts, group.words, brief=True), forms(texts))
            models.append(Learnt(group, sample.segments, model))
    silent = corpus.texts.filter(~corpus.texts.told).select("id", "title", "abstract")
    asked = int(corpus.con.to_pandas(silent.count()))
    found = [edges_of(corpus, batch, learnt, thresholds) for batch in batches(corpus, silent) for learnt in models]
    columns = ["patent", "segment", "probability", "words"]
    edges = pd.concat(found) if found else pd.DataFrame(columns=columns)
    learnt_segments = tuple(sorted(segment for learnt in models for segment in learnt.segments))
    return Mapped(edges.sort_values(["patent", "segment"], ignore_index=True)[columns], asked, learnt_segments,
                  dict(sorted(few.items())))


def batches(corpus: Corpus, table: Table) -> Iterator[pa.Table]:
    """The rows a chunk at a time. Ibis 12 asks DuckDB 2 for batches by a name that is gone."""
    for batch in corpus.con.con.sql(corpus.con.compile(table)).to_arrow_reader(CHUNK):
        yield pa.Table.from_batches([batch])


def edges_of(corpus: Corpus, texts: pa.Table, learnt: Learnt, thresholds: Thresholds) -> pd.DataFrame:
    """Edges of one chunk of texts by one model."""
    model, words = learnt.model, learnt.group.words
    sure = model.probabilities(rows(texts, words), forms(texts))
    at, k = np.nonzero(sure >= thresholds.text_probability)
    found = pd.DataFrame({
        "patent": texts["id"].to_pandas().to_numpy(dtype=object)[at],
        "segment": np.array(learnt.segments, dtype=object)[k], "probability": sure[at, k].round(6), "row": at, "k": k,
    })
    chain = found["segment"].map(corpus.segments)
    known = corpus.labels[corpus.labels["patent"].isin(found["patent"])]
    taken = pd.MultiIndex.from_frame(known[["patent", "chain"]])
    found = found[~pd.MultiIndex.from_arrays([found["patent"], chain]).isin(taken)]
    told = reasons(texts, learnt, found["row"].to_numpy(), found["k"].to_numpy())
    return found.assign(words=pd.Series(told, index=found.index, dtype=object))


def reasons(texts: pa.Table, learnt: Learnt, row: np.ndarray, k: np.ndarray) -> list[list[str]]:
    """For each text (a row) and segment the n-grams that add most to its score, the most first."""
    if not len(row):
        return []
    model = learnt.model
    distinct, back = np.unique(row, return_inverse=True)
    found = tokens(whole(texts.take(pa.array(distinct)), learnt.group.words))
    place = np.full(BUCKETS, -1)
    place[model.columns] = np.arange(len(model.columns))
    first, count, bucket = placed(found)
    starts = np.searchsorted(found.row[first], np.arange(len(distinct) + 1))
    named = []
    for text, segment in zip(back, k, strict=True):
        mine = slice(starts[text], starts[text + 1])
        column = place[bucket[mine]]
        worth = np.where(column >= 0, model.coef[column, segment] * model.idf[column], 0.0)
        order = np.argsort(-worth, kind="stable")
        told: dict[str, None] = {}
        for n in order[worth[order] > 0]:
            told[found.text(int(first[mine][n]), int(count[mine][n]))] = None
            if len(told) == NAMED:
                break
        named.append(list(told))
    return named
