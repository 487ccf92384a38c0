"""The score tree of a patent, as quality_tree.yaml declares it: branches, indicators, weights by scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import yaml

from ipgraph.errors import UsageError

__all__ = ["BRANCHES", "INDICATORS", "SCENARIOS", "Branch", "Indicator", "Scenario", "shares"]


@dataclass(frozen=True)
class Indicator:
    """A leaf of the tree: captions, its branch, its weight there, and how a record is turned into a value in [0, 1]."""

    key: str
    branch: str
    zh: str
    en: str
    zh_doc: str
    en_doc: str
    weight: float
    grounds: bool = True
    values: Mapping[str, float] = field(default_factory=dict)
    percentile: str = ""
    term: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Branch:
    """Law, technology or economy."""

    key: str
    zh: str
    en: str


@dataclass(frozen=True)
class Scenario:
    """An occasion of evaluation, with the weight of each branch."""

    key: str
    zh: str
    en: str
    weights: Mapping[str, float]


DECLARED = yaml.safe_load(files("ipgraph.analysis.quality").joinpath("quality_tree.yaml").read_text("utf-8"))
BRANCHES = {key: Branch(key, one["zh"], one["en"]) for key, one in DECLARED["branches"].items()}
INDICATORS = {
    key: Indicator(key, branch, **told)
    for branch, one in DECLARED["branches"].items() for key, told in one["indicators"].items()
}
SCENARIOS = {
    key: Scenario(key, one["zh"], one["en"], {branch: one[branch] for branch in BRANCHES})
    for key, one in DECLARED["scenarios"].items()
}


@cache
def shares(scenario: str) -> Mapping[str, float]:
    """Weight of each indicator in the whole, by key; they add up to 1. Raises UsageError for no such scenario.

    share = (weight of the branch / of all branches) × (weight of the indicator / of all in the branch)

    >>> round(sum(shares("pledge").values()), 12), round(shares("general")["force"], 3)
    (1.0, 0.12)
    """
    if scenario not in SCENARIOS:
        raise UsageError(f"no scenario called {scenario}: {', '.join(SCENARIOS)}",
                         f"没有名为 {scenario} 的评估场景：可选 {'、'.join(SCENARIOS)}")
    of = SCENARIOS[scenario].weights
    inside = {key: sum(one.weight for one in INDICATORS.values() if one.branch == key) for key in BRANCHES}
    return {key: of[one.branch] / sum(of.values()) * one.weight / inside[one.branch]
            for key, one in INDICATORS.items()}
