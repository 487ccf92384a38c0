"""The fourth part of a report: formulas, rules, thresholds, quality, sources, and what the figures do not say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ipgraph.analysis.board.sensitivity import MOVED
from ipgraph.explorer.formulas import formula
from ipgraph.explorer.legend import MEASURES, STATUSES
from ipgraph.explorer.measures import THRESHOLDS
from ipgraph.report.content import Column, Section, table
from ipgraph.report.scene import Scene
from ipgraph.report.shown import shown

__all__ = ["method"]

LIMITS = ("limit rules", "limit place", "limit industry", "yearly said")


def method(scene: Scene, sources: Sequence[dict[str, Any]]) -> list[Section]:
    """The page of methods; `sources` as `ipgraph sources` lists them."""
    say, lang = scene.say, scene.language
    figures = table(
        "formulas", say("formulas"),
        (Column("figure", say("figure"), wide=0.8), Column("unit", say("unit")),
         Column("formula", say("formula"), wide=1.5), Column("meaning", say("meaning"), wide=1.5)),
        [{"figure": scene.caption(one), "unit": scene.pick(one.zh_unit, one.en_unit), "formula": formula(one.key, lang),
          "meaning": scene.pick(one.zh_doc, one.en_doc)} for one in MEASURES])
    meaning, bound = Column("meaning", say("meaning"), wide=1.5), Column("name", say("threshold"), wide=1.5)
    rules = table("rules", say("rules"), (Column("status", say("status")), meaning),
                  [{"status": scene.caption(one), "meaning": scene.pick(one.zh_doc, one.en_doc)} for one in STATUSES])
    bounds = table("thresholds", say("threshold"), (bound, Column("at", say("at"))),
                   [{"name": scene.pick(*THRESHOLDS[name]), "at": f"{getattr(scene.thresholds, name):g}"}
                    for name in MOVED])
    quality = scene.quality
    weights = table(
        "quality", say("quality"),
        (Column("indicator", say("indicator"), wide=1.5), Column("weight", say("weight"), "share"),
         Column("known", say("known"), "share")),
        [{**one, "indicator": scene.pick(one["zh"], one["en"])}
         for one in quality["weights"]])
    scenario = scene.pick(quality["scenario_zh"], quality["scenario_en"])
    read = table(
        "sources", say("sources"),
        (Column("source", say("source"), wide=1.5), Column("layout", say("layout")),
         Column("read", say("rows"), "count"), Column("as_of", say("source day"))), sources)
    return [
        Section(say("method"), 1, ()),
        Section(say("formulas"), 2, (figures,)),
        Section(say("rules"), 2, (rules, bounds)),
        Section(say("quality"), 2, (
            say("quality said", scenario, quality["patents"], shown(quality["graded"], "share", lang)), weights)),
        Section(say("sources"), 2, (read if sources else say("no sources"),)),
        Section(say("limits"), 2, tuple(map(say, LIMITS))),
    ]
