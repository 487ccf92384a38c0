"""The annex of a report: every number with its formula, its sums and the patents behind it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from ipgraph.analysis import records
from ipgraph.analysis.board.explain import EXPLAINED, explain_all
from ipgraph.analysis.board.segment import segment_patents
from ipgraph.analysis.lookup import with_id
from ipgraph.explorer.formulas import with_formula
from ipgraph.explorer.legend import MEASURES
from ipgraph.report.content import Column, Section, Table, table
from ipgraph.report.scene import Scene
from ipgraph.report.shown import shown

__all__ = ["annex"]

#: Patents named beside a number, patents of a segment on pages, and rows of the whole list.
FIRST, ON_PAGES, MOST = 3, 5, 200_000


def annex(scene: Scene, listed: Mapping[str, dict[str, Any]]) -> list[Section]:
    """The numbers of every segment, and its patents; `listed` has title, holders and filed_on of patents by id."""
    say = scene.say
    if not scene.board:
        return []
    told = explain_all(scene.graph, str(scene.chain["id"]), scene.region, thresholds=scene.thresholds)
    opened = {segment: records(numbers) for segment, numbers in told.items()}
    return [Section(say("annex"), 1, ()), Section(say("numbers"), 2, (numbers(scene, opened),)),
            Section(say("list"), 2, (patents(scene, opened, listed),))]


def numbers(scene: Scene, opened: Mapping[str, list[dict[str, Any]]]) -> Table:
    """A row a segment and figure."""
    say, captions = scene.say, {one.key: one for one in MEASURES}
    rows: list[dict[str, Any]] = []
    shown_rows: list[int] = []
    for segment in scene.board:
        for told in map(with_formula, opened[segment["segment"]]):
            one = captions[told["measure"]]
            if one.main and told["patents"]:
                shown_rows.append(len(rows))
            said, worked = told["formula"][scene.language], told["formula"]["worked"]
            more = "…" if len(told["patents"]) > FIRST else ""
            rows.append({
                "segment": scene.named(segment), "figure": scene.caption(one),
                "value": shown(told["value"], one.format, scene.language),
                "worked": f"{said} = {worked}" if worked and worked != said else said, "behind": len(told["patents"]),
                "first": scene.joined(told["patents"][:FIRST]) + more})
    columns = (scene.segment, Column("figure", say("figure")), Column("value", say("value")),
               Column("worked", say("worked"), wide=1.6), Column("behind", say("behind"), "count"),
               Column("first", say("first"), wide=1.6))
    return table("numbers", say("numbers"), columns, rows, shown_rows, say("numbers note", len(shown_rows), len(rows)))


def patents(
    scene: Scene, opened: Mapping[str, list[dict[str, Any]]], listed: Mapping[str, dict[str, Any]],
) -> Table:
    """A row a segment and patent, most worth first, with a column for each set of numbers that it is behind."""
    say, captions = scene.say, {one.key: scene.caption(one) for one in MEASURES}
    sets = {name: [key for key, of in group] for name, group in groupby(
        sorted(EXPLAINED.items(), key=lambda item: item[1]), key=lambda item: item[1]) if name != "none"}
    rows: list[dict[str, Any]] = []
    shown_rows: list[int] = []
    total, ids = 0, scene.graph.nodes["Segment"]
    for segment in scene.board:
        behind = {told["measure"]: frozenset(told["patents"]) for told in opened[segment["segment"]]}
        at, count = int(with_id(ids, segment["segment"])[0]), len(behind["patents"])
        total += count
        for n, one in enumerate(records(segment_patents(scene.graph, at, 0, count, scene.thresholds))):
            if len(rows) == MOST:
                break
            if n < ON_PAGES:
                shown_rows.append(len(rows))
            rows.append({"segment": scene.named(segment), **listed.get(one["id"], NOTHING), **one,
                         **{name: one["id"] in behind[keys[0]] for name, keys in sets.items()}})
    columns = (
        scene.segment, Column("id", say("patent")), Column("title", say("name"), wide=1.6),
        Column("holders", say("holder"), wide=1.6), Column("filed_on", say("filed")),
        Column("worth", say("worth"), "number"))
    flags = tuple(Column(name, scene.joined(captions[key] for key in keys), "flag", pages=False)
                  for name, keys in sets.items())
    note = say("list note", ON_PAGES, total) if total <= MOST else say("list cut", MOST, total)
    return table("list", say("list"), (*columns, *flags), rows, shown_rows, note)


NOTHING: dict[str, Any] = {"title": None, "holders": None, "filed_on": None}
