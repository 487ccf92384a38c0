"""How good a patent is, as far as its record says: a weight in (0, 1] made of visible indicators, and its grade."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ipgraph.analysis.quality.indicators import RECORDED, granted
from ipgraph.analysis.quality.quality_tree import BRANCHES, INDICATORS, SCENARIOS, shares
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["bands", "coverage", "grade", "graded", "patent_quality", "quality", "quality_basis", "weighed"]


@remembered
def quality(graph: Projection, thresholds: Thresholds = DEFAULT) -> pd.DataFrame:
    """Indicators and weight of every patent, row for row with `graph.nodes["Patent"]`, all in [0, 1].

    The indicators are those of quality_tree.yaml. One that the record lacks is NaN and does not count:
    weight = Σ share · value / Σ share over those known, the shares being those of `thresholds.scenario`;
    `thresholds.neutral` where nothing is known.
    """
    frame = pd.DataFrame({name: RECORDED[name](graph) for name in INDICATORS})
    return frame.assign(weight=weighed(graph, thresholds).weight)


@dataclass(frozen=True, eq=False)
class Weighed:
    """Of every patent its weight, whether it is graded, and which indicators its record has: a bit each, in order.

    A ninth of what `quality` takes, which only those need who show the indicators themselves.
    """

    weight: np.ndarray
    graded: np.ndarray
    known: np.ndarray

    def has(self, indicator: str) -> np.ndarray:
        """True where the record has the indicator."""
        return (self.known >> list(INDICATORS).index(indicator) & 1).astype(bool)


@remembered
def weighed(graph: Projection, thresholds: Thresholds = DEFAULT) -> Weighed:
    """The weights of `quality`, one indicator at a time."""
    weigh, count = shares(thresholds.scenario), len(graph.nodes["Patent"])
    total, whole, grounds = np.zeros(count), np.zeros(count), np.zeros(count, dtype=np.int8)
    known = np.zeros(count, dtype=np.int16)
    for bit, (name, one) in enumerate(INDICATORS.items()):
        value = RECORDED[name](graph).to_numpy()
        told = ~np.isnan(value)
        if not told.any():
            continue
        total += np.where(told, weigh[name] * value, 0.0)
        whole += weigh[name] * told
        grounds += told & one.grounds
        known |= told.astype(np.int16) << bit
    weight = np.divide(total, whole, out=np.full(count, thresholds.neutral), where=whole > 0).round(12)
    return Weighed(weight, granted(graph).to_numpy() | (grounds >= thresholds.indicators), known)


def graded(graph: Projection, thresholds: Thresholds = DEFAULT) -> pd.Series[bool]:
    """True where quality rests on more than the type: on a grant, or on `thresholds.indicators` grounds or more."""
    return pd.Series(weighed(graph, thresholds).graded)


def bands(thresholds: Thresholds = DEFAULT) -> list[dict[str, Any]]:
    """Grades from the best down, each `low` ≤ weight < the `low` of the one before; the last begins at 0.

    >>> [(band["grade"], band["low"]) for band in bands()]
    [('A', 0.8), ('B', 0.6), ('C', 0.4), ('D', 0.0)]
    """
    lows = {"A": thresholds.excellent, "B": thresholds.good, "C": thresholds.fair, "D": 0.0}
    return [{"grade": name, "low": low} for name, low in lows.items()]


def grade(weights: pd.Series[float], thresholds: Thresholds = DEFAULT) -> pd.Series[str]:
    """The grade of each weight in [0, 1]: there is no hole between two bands.

    >>> grade(pd.Series([0, 0.399, 0.4, 0.6, 0.8, 1.0])).tolist()
    ['D', 'D', 'C', 'B', 'A', 'A']
    """
    rising = bands(thresholds)[::-1]
    at = np.searchsorted([band["low"] for band in rising], weights.to_numpy(), side="right") - 1
    return pd.Series(np.array([band["grade"] for band in rising])[at], index=weights.index, dtype="str")


def coverage(graph: Projection, thresholds: Thresholds = DEFAULT) -> dict[str, float | None]:
    """Share of patents whose record has each indicator; None without patents."""
    found = weighed(graph, thresholds)
    return {name: float(found.has(name).mean()) if len(found.known) else None for name in INDICATORS}


def quality_basis(
    graph: Projection, thresholds: Thresholds = DEFAULT, patents: np.ndarray | None = None,
) -> dict[str, Any]:
    """What the quality of these patents (positions; all without) rests on, to stand beside an answer.

    scenario, scenario_zh, scenario_en; weights: one {branch, indicator, zh, en, weight, known} an indicator, known
    being the share of the patents whose record has it; bands; graded: share of them with a grade; patents; neutral,
    indicators: the settings.
    """
    t = thresholds
    found, chosen = weighed(graph, t), slice(None) if patents is None else patents
    weigh, sure = shares(t.scenario), found.graded[chosen]
    some = bool(len(sure))
    return {
        "scenario": t.scenario, "scenario_zh": SCENARIOS[t.scenario].zh, "scenario_en": SCENARIOS[t.scenario].en,
        "weights": [
            {"branch": one.branch, "indicator": name, "zh": one.zh, "en": one.en, "weight": round(weigh[name], 9),
             "known": round(float(found.has(name)[chosen].mean()), 9) if some else None}
            for name, one in INDICATORS.items()],
        "bands": bands(t), "graded": round(float(sure.mean()), 9) if some else None, "patents": len(sure),
        "neutral": t.neutral, "indicators": t.indicators,
    }


def patent_quality(graph: Projection, at: int, thresholds: Thresholds = DEFAULT) -> dict[str, Any]:
    """The score tree of one patent (a position).

    scenario, scenario_zh, scenario_en, weight, grade (None where it is not graded), graded, bands; branches: one
    {branch, zh, en, weight, value, indicators} each, weight being that of the branch in the whole and value None where
    nothing of it is known; indicators: {indicator, zh, en, zh_doc, en_doc, weight, value}, value None where missing.
    """
    row = quality(graph, thresholds).iloc[at]
    weigh, scenario = shares(thresholds.scenario), SCENARIOS[thresholds.scenario]
    sure = bool(graded(graph, thresholds).iloc[at])
    branches = []
    for key, branch in BRANCHES.items():
        leaves = [one for one in INDICATORS.values() if one.branch == key]
        known = [one for one in leaves if not np.isnan(row[one.key])]
        total = sum(weigh[one.key] for one in known)
        value = round(sum(weigh[one.key] * float(row[one.key]) for one in known) / total, 9) if total else None
        branches.append({
            "branch": key, "zh": branch.zh, "en": branch.en, "value": value,
            "weight": round(sum(weigh[one.key] for one in leaves), 9),
            "indicators": [
                {"indicator": one.key, "zh": one.zh, "en": one.en, "zh_doc": one.zh_doc, "en_doc": one.en_doc,
                 "weight": round(weigh[one.key], 9), "value": round(float(row[one.key]), 9) if one in known else None}
                for one in leaves],
        })
    return {
        "scenario": scenario.key, "scenario_zh": scenario.zh, "scenario_en": scenario.en,
        "weight": float(row["weight"]), "graded": sure, "bands": bands(thresholds), "branches": branches,
        "grade": grade(quality(graph, thresholds)["weight"].iloc[[at]], thresholds).iloc[0] if sure else None,
    }
