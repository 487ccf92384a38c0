"""The summary, and the first part of a report: the industry, its patents, and who holds them (现状)."""

from __future__ import annotations

from ipgraph.analysis import records
from ipgraph.analysis.board.status import STATUSES
from ipgraph.analysis.board.trend import chain_holders, local_patents, yearly
from ipgraph.report.charts import by_segment, by_year
from ipgraph.report.content import Column, Part, Section, table
from ipgraph.report.scene import Scene
from ipgraph.report.shown import shown
from ipgraph.schema import NODES

__all__ = ["STATE", "state", "summary"]

#: Figures of the board that belong to this part.
STATE = ("patents", "inventions", "graded", "weighted", "holders", "hhi", "cr4", "foreign")
STRUCTURE = ("upstreamness", "cut", "paths", "enterprises", "local_enterprises")


def summary(scene: Scene) -> Section:
    """How the chain stands in a few sentences, and which segments have which status."""
    say, board = scene.say, scene.board
    if not board:
        return Section(say("summary"), 1, (say("no segments"),))
    local = local_patents(scene.graph, scene.chain["id"], scene.region)
    quality = scene.quality
    graded = shown(quality["graded"], "share", scene.language)
    parts: list[Part] = [say("whole", scene.chain_name, len(board), quality["patents"], graded, scene.seen_from, local)]
    none, thin = (sum(row["evidence"] == code for row in board) for code in ("none", "thin"))
    if none or thin:
        parts.append(say("thin", none, thin))
    if unsteady := sum(not row["steady"] for row in board):
        parts.append(say("unsteady", unsteady))
    rows = []
    for code in STATUSES:
        of = [scene.named(row) for row in board if row["status_code"] == code]
        status = scene.status(code)
        rows.append({"status": scene.caption(status), "count": len(of), "segments": scene.joined(of, outer=True),
                     "meaning": scene.pick(status.zh_doc, status.en_doc)})
    columns = (Column("status", say("status")), Column("count", say("count"), "count"),
               Column("segments", say("segments"), wide=1.5), Column("meaning", say("meaning"), wide=1.0))
    return Section(say("summary"), 1, (*parts, table("summary", say("by status"), columns, rows)))


def state(scene: Scene) -> list[Section]:
    """Structure, patents, years and holders of the chain."""
    say, rows = scene.say, scene.rows()
    if not rows:
        return []
    stage = Column("stage", say("stage"))
    structure = table("structure", say("structure"), (scene.segment, stage, *map(scene.column, STRUCTURE)), rows)
    patents = table("patents", say("patents"), (scene.segment, *map(scene.column, STATE)), rows)
    charts = by_segment(scene, say("weighted chart"), {"weighted": say("all"), "local_weighted": say("local")})
    return [
        Section(say("state"), 1, ()),
        Section(say("structure"), 2, (say("structure said"), structure)),
        Section(say("patents"), 2, (say("patents said"), patents, *charts)),
        Section(say("yearly"), 2, years(scene)),
        Section(say("holders"), 2, (say("holders said"), *holders(scene))),
    ]


def years(scene: Scene) -> tuple[Part, ...]:
    say = scene.say
    found = records(yearly(scene.graph, scene.chain["id"], scene.region))
    if not found:
        return (say("no years"),)
    columns = (Column("year", say("year")), Column("patents", say("all"), "count"),
               Column("local_patents", say("local"), "count"))
    recent = range(max(0, len(found) - 10), len(found))
    return (say("yearly said"), by_year(scene, found),
            table("years", say("yearly"), columns, [{**row, "year": str(row["year"])} for row in found], recent))


def holders(scene: Scene) -> tuple[Part, ...]:
    say = scene.say
    found = records(chain_holders(scene.graph, scene.chain["id"], scene.region))
    rows = [{**row, "name": scene.pick(row["name"], row["name_en"]),
             "kind": scene.pick(NODES[row["kind"]].zh, NODES[row["kind"]].en)} for row in found]
    columns = (
        Column("name", say("holder"), wide=1.5), Column("kind", say("kind")), Column("local", say("here"), "flag"),
        Column("weighted", say("weighted"), "number"), Column("share", say("share"), "share"),
        Column("segments", say("in segments"), "count"))
    return (table("holders", say("holders"), columns, rows),) if rows else (say("nobody"),)
