"""Whom a model learns from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from analysis.texts import SILENT, text_bundle

from ipgraph.analysis.mapping import open_corpus
from ipgraph.analysis.mapping.sample import Sample, draw
from ipgraph.analysis.thresholds import Thresholds


def sampled(folder: Path, thresholds: Thresholds, german: int = 0) -> Sample:
    with open_corpus(text_bundle(folder, german=german)) as corpus:
        [group] = corpus.groups()
        return draw(corpus, group, thresholds)


def test_asked_texts_stand_for_themselves_where_they_are_few(tmp_path: Path) -> None:
    sample = sampled(tmp_path, Thresholds())
    asked = np.isin(sample.ids, list(SILENT))
    assert asked.sum() == len(SILENT)
    assert not sample.truth[asked].any()
    assert not sample.held[asked].any()
    assert sample.weight[asked].tolist() == [1.0] * len(SILENT)


@pytest.mark.parametrize("none", [20, 4000])
def test_asked_texts_weigh_at_most_what_those_of_none_do(tmp_path: Path, none: int) -> None:
    sample = sampled(tmp_path, Thresholds(text_none=none), german=150)
    asked = np.isin(sample.ids, list(SILENT)) | np.array([id >= "DE00001" and id < "E" for id in sample.ids])
    others = ~asked & ~sample.truth.any(axis=1)
    assert sample.weight[asked].sum() == pytest.approx(sample.weight[others].sum())
