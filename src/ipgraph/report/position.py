"""The second part of a report: where the place stands in each segment, and why it is said to (定位)."""

from __future__ import annotations

from typing import Any

from ipgraph.explorer.legend import MEASURES
from ipgraph.report.charts import by_segment
from ipgraph.report.content import Column, Section, table
from ipgraph.report.scene import Scene
from ipgraph.report.shown import shown
from ipgraph.report.state import STATE, STRUCTURE

__all__ = ["position"]

BOARD = ("local_patents", "local_share", "rta", "local_actors", "local_enterprises", "steady")
CHOKE = ("value", "gap", "monopoly", "hardness")
#: Figures of a table of those that stand in no other.
WIDTH = 6
SIGNS = {">=": "≥", "<=": "≤"}


def position(scene: Scene) -> list[Section]:
    """The board with its statuses, what decided them, the four numbers of a choke point, and every figure left."""
    say, rows = scene.say, scene.rows()
    if not rows:
        return []
    status, evidence = Column("status", say("status")), Column("evidence", say("evidence"))
    board = table("board", say("board"), (scene.segment, status, evidence, *map(scene.column, BOARD)), rows)
    chart = by_segment(scene, say("advantage chart"), {"rsta": say("local")}, by_status=True)
    basis = table("basis", say("basis"), (scene.segment, status, Column("tests", say("tests"), wide=3.0)),
                  [{**row, "tests": tests(scene, row)} for row in rows])
    choke = table("choke", say("choke"), (scene.segment, status, *map(scene.column, CHOKE),
                                          Column("leader", say("leader"))), rows)
    shown_already = {*STATE, *STRUCTURE, *BOARD, *CHOKE}
    left = [one.key for one in MEASURES if one.key not in shown_already and one.key in rows[0]]
    rest = [table(f"figures {n // WIDTH + 1}", say("rest"),
                  (scene.segment, *map(scene.column, left[n:n + WIDTH])), rows) for n in range(0, len(left), WIDTH)]
    return [
        Section(say("position", scene.seen_from), 1, ()),
        Section(say("board"), 2, (say("board said"), board, *chart)),
        Section(say("basis"), 2, (basis,)),
        Section(say("choke"), 2, (say("choke said"), choke)),
        Section(say("rest"), 2, tuple(rest)),
    ]


def tests(scene: Scene, row: dict[str, Any]) -> str:
    """The tests of the statuses of a row that are met, with value and threshold."""
    captions = {one.key: (scene.caption(one), one.format) for one in MEASURES}
    said = []
    for test in row["status_basis"]:
        if test["met"] and test["status"] in (row["status_code"], *row["status_also"]):
            caption, format = captions.get(test["measure"], (test["measure"], "number"))
            if format == "flag":
                said.append(caption)
                continue
            value, bound = (shown(test[end], format, scene.language) for end in ("value", "threshold"))
            said.append(f"{caption} {value} {SIGNS.get(test['sign'], test['sign'])} {bound}")
    return scene.joined(dict.fromkeys(said), outer=True) or scene.say("none met")
