"""What a report is made of: the answers of the analyses for one chain, place and language, asked once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ipgraph.analysis import (
    DEFAULT,
    Place,
    Thresholds,
    chain_quality,
    find_chain,
    find_region,
    gap_board,
    plain,
    records,
)
from ipgraph.analysis.places import home_place
from ipgraph.bundle.spreadsheet import clean
from ipgraph.explorer.legend import BANDS, EVIDENCE, MEASURES, STATUSES, Measure, Status
from ipgraph.projection import Projection
from ipgraph.report.content import Column
from ipgraph.report.words import say

__all__ = ["Scene", "scene"]


@dataclass(frozen=True, eq=False)
class Scene:
    """A chain (its row), seen from a place; `board` are its rows as records."""

    graph: Projection
    chain: pd.Series[Any]
    place: Place
    region: str | None
    language: str
    board: list[dict[str, Any]]
    quality: dict[str, Any]
    thresholds: Thresholds

    def say(self, code: str, *values: object) -> str:
        return say(code, self.language, *values)

    def pick(self, zh: str, en: str | None) -> str:
        """The text in the language of the report, Chinese where there is no English one."""
        return en if self.language == "en" and en else zh

    def named(self, row: dict[str, Any]) -> str:
        """Number and name of a segment."""
        return clean(f"{row.get('number') or ''} {self.pick(row['name'], row['name_en'])}".strip())

    def joined(self, texts: Iterable[str], outer: bool = False) -> str:
        """Texts as a list; `outer` where they hold commas."""
        zh, en = ("；", "; ") if outer else ("、", ", ")
        return self.pick(zh, en).join(texts)

    @property
    def chain_name(self) -> str:
        return clean(self.pick(self.chain["name"], plain(self.chain["name_en"])))

    @property
    def seen_from(self) -> str:
        return self.pick(self.place.name, self.place.name_en)

    def caption(self, one: Measure | Status) -> str:
        return one.zh if self.language == "zh" else one.en

    def column(self, key: str) -> Column:
        """The column of a figure of the board."""
        one = next(one for one in MEASURES if one.key == key)
        return Column(key, self.caption(one), one.format)

    def status(self, code: str) -> Status:
        return next(one for one in STATUSES if one.key == code)

    def rows(self) -> list[dict[str, Any]]:
        """The board with its codes in words: segment (number and name), stage, status, evidence."""
        evidence = {one.key: self.pick(one.zh, one.en) for one in EVIDENCE}
        return [{
            **row, "segment_id": row["segment"], "segment": self.named(row),
            "stage": self.pick(*BANDS[row["stage"] or ""]), "status": self.caption(self.status(row["status_code"])),
            "evidence": evidence.get(row["evidence"], self.say("enough")),
            "leader": row["leader"] and self.country(row["leader"]),
        } for row in self.board]

    def country(self, code: str) -> str:
        place = home_place(self.graph, code)
        return self.pick(place.name, place.name_en)

    @property
    def segment(self) -> Column:
        return Column("segment", self.say("segment"), wide=1.0)


def scene(
    graph: Projection, chain: str, region: str | None, language: str, thresholds: Thresholds = DEFAULT,
) -> Scene:
    """Ask for a chain and region (ids or names). Raises NotFound with suggestions."""
    row = graph.nodes["Chain"].iloc[find_chain(graph, chain)]
    place = find_region(graph, region) if region else home_place(graph, thresholds.home)
    board = gap_board(graph, str(row["id"]), region or None, thresholds)
    return Scene(graph, row, place, region or None, language, records(board),
                 chain_quality(graph, str(row["id"]), thresholds), thresholds)
