"""Figures of a classification, against values worked out by hand and scikit-learn's."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import brier_score_loss, precision_recall_fscore_support

from ipgraph.analysis.mapping.figures import calibration, figures


def invented(texts: int = 300, labels: int = 4) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(3)
    truth = chance.random((texts, labels)) < 0.3
    return truth, truth ^ (chance.random(truth.shape) < 0.15), chance.integers(1, 9, texts).astype(float)


def test_figures_are_those_of_scikit_learn() -> None:
    truth, given, weight = invented()
    found = figures(truth, given, weight)
    micro = precision_recall_fscore_support(truth, given, average="micro", sample_weight=weight)
    macro = precision_recall_fscore_support(truth, given, average="macro", sample_weight=weight)
    told = [found[name] for name in ("precision", "recall", "f1", "macro_f1")]
    assert told == pytest.approx([*micro[:3], macro[2]], abs=1e-4)


def test_an_interval_holds_its_figure_and_narrows_with_more_texts() -> None:
    widths = []
    for texts in (100, 3000):
        truth, given, _ = invented(texts)
        found = figures(truth, given, np.ones(texts))
        low, high = found["f1_ci"]
        assert low <= found["f1"] <= high
        widths.append(high - low)
    assert widths[1] < widths[0] / 2


def test_nothing_given_has_no_precision() -> None:
    truth, _, weight = invented()
    found = figures(truth, np.zeros_like(truth), weight)
    assert (found["precision"], found["precision_ci"], found["recall"], found["f1"]) == (None, None, 0.0, 0.0)


def test_calibration_by_hand_and_as_scikit_learn_has_it() -> None:
    y, p, w = np.array([1.0, 0.0, 1.0, 1.0]), np.array([0.95, 0.95, 0.35, 1.0]), np.array([1.0, 3.0, 2.0, 1.0])
    found = calibration(y, p, w)
    assert found["brier"] == pytest.approx(brier_score_loss(y, p, sample_weight=w), abs=1e-6)
    # From 0.9: said 4.8 of 5 pairs, came 2. From 0.3: said 0.7 of 2, came 2.
    assert found["ece"] == pytest.approx((2.8 + 1.3) / 7, abs=1e-6)
    assert [(row["from"], row["pairs"]) for row in found["reliability"]] == [(0.3, 2), (0.9, 5)]
