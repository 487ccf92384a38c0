"""The third part of a report: what to fill, strengthen and extend, with whom (路径)."""

from __future__ import annotations

from typing import Any

from ipgraph.analysis import advice, partners, records
from ipgraph.report.content import Column, Section, table
from ipgraph.report.scene import Scene
from ipgraph.schema import NODES

__all__ = ["paths"]

#: Segments in greatest need for which partners are told, partners of each, reasons of each.
NEEDY, PARTNERS, REASONS = 8, 3, 2


def paths(scene: Scene) -> list[Section]:
    """One table an action, and partners for the segments in greatest need."""
    say = scene.say
    if not scene.board:
        return []
    found = records(advice(scene.graph, scene.chain["id"], scene.region, scene.thresholds))
    sections = [Section(say("paths"), 1, ())]
    names = english(scene, found)
    numbers = {row["segment"]: scene.named(row) for row in scene.board}
    columns = (scene.segment, Column("status", say("status")), Column("score", say("score"), "number"),
               Column("reason", say("reason"), wide=1.5), Column("candidates", say("candidates"), wide=2.4))
    for action in ("fill", "strengthen", "extend"):
        rows = [{
            **row, "segment": numbers[row["segment"]], "status": scene.caption(scene.status(row["status_code"])),
            "reason": row[f"reason_{scene.language}"],
            "candidates": scene.joined(called(names, one) for one in row["candidates"]),
        } for row in found if row["action_code"] == action]
        told = table(action, say(action), columns, rows) if rows else say("nobody")
        sections.append(Section(say(action), 2, (say(f"{action} said"), told)))
    needy = [row["segment"] for row in found if row["action_code"] == "fill"][:NEEDY]
    rows = [row for segment in needy for row in brought(scene, segment, numbers[segment])]
    columns = (scene.segment, Column("name", say("partner"), wide=1.0), Column("kind", say("kind")),
               Column("score", say("score"), "number"), Column("reasons", say("reasons"), wide=2.4))
    told = table("partners", say("partners"), columns, rows) if rows else say("nobody")
    return [*sections, Section(say("partners"), 2, (say("partners said"), told))]


def called(names: dict[str, str], candidate: dict[str, Any]) -> str:
    """Name of a candidate, with a star where it is not of the place."""
    return f"{names.get(candidate['id'], candidate['name'])}{'' if candidate['local'] else '*'}"


def english(scene: Scene, found: list[dict[str, Any]]) -> dict[str, str]:
    """English names of the candidates that have one, for a report in English."""
    if scene.language == "zh":
        return {}
    holders = scene.graph.nodes["Holder"]
    named = holders[holders["id"].isin({one["id"] for row in found for one in row["candidates"]})]
    return dict(named.dropna(subset="name_en").set_index("id")["name_en"].astype(str))


def brought(scene: Scene, segment: str, name: str) -> list[dict[str, Any]]:
    """Partners for a segment, best first."""
    found = records(partners(scene.graph, segment, top=PARTNERS))
    return [{**row, "segment": name, "kind": scene.pick(NODES[row["kind"]].zh, NODES[row["kind"]].en),
             "reasons": scene.joined((
                 reason[scene.language] for reason in row["reasons"][:REASONS]), outer=True)} for row in found]
