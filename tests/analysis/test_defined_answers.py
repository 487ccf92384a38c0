"""Chains and places at the edge: every answer is defined, says why, and is JSON without NaN. Warnings are errors."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis import advice, board_notes, chain_incoherence, chain_quality, chains, explain, gap_board, records
from ipgraph.analysis.changes.compare import compare
from ipgraph.projection import Projection

pytestmark = pytest.mark.filterwarnings("error")

LOCATED = pairs("e:sd>370900", "e:gd>440000", inferred=False)
PATENTS = [("P1", "e:sd", "a"), ("P2", "e:sd+e:gd", "b"), ("P3", "e:jp", "b", {"filed_on": date(2020, 1, 1)})]
ABROAD: dict[str, Any] = {"countries": {"e:jp": "JP", "e:sd": "CN", "e:gd": "CN"}, "LOCATED_IN": LOCATED}
TWELVE = [f"s{n}" for n in range(12)]
GRAPHS = {
    "cycle": chain_graph(["a", "b", "c"], ["a>b", "b>c", "c>a"], PATENTS, **ABROAD),
    "two components": chain_graph(["a", "b", "c", "d"], ["a>b", "c>d"], PATENTS, **ABROAD),
    "one segment": chain_graph(["a"], [], [("P1", "e:sd", "a"), ("P3", "e:jp", "a")], **ABROAD),
    "no patents": chain_graph(["a", "b"], ["a>b"], [], **ABROAD),
    "no segments": chain_graph([], [], [], **ABROAD),
    "no feeds": chain_graph(["a", "b"], [], PATENTS, **ABROAD),
    "twelve": chain_graph(TWELVE, [], [("P1", "e:sd", "+".join(TWELVE)), ("P2", "e:gd", "s0")], **ABROAD),
    "unowned": chain_graph(["a"], [], [("P1", "", "a")], **ABROAD),
}
REASONS = {
    "cycle": {"cycle", "no_industry"}, "two components": {"parts", "no_industry"},
    "one segment": {"one_segment", "no_industry"}, "no patents": {"no_patents", "no_industry"},
    "no segments": {"no_segments"}, "no feeds": {"no_feeds", "no_industry"}, "twelve": {"no_feeds", "no_industry"},
    "unowned": {"no_local", "one_segment", "no_industry"},
}
PLACES = ({}, {"region": "山东"}, {"region": "山东", "within": "country"}, {"holder": "e:gd"}, {"region": "泰安市"})


def told(value: Any) -> None:
    json.dumps(value, allow_nan=False)


@pytest.mark.parametrize("place", PLACES, ids=str)
@pytest.mark.parametrize("name", GRAPHS)
def test_every_board_is_defined(name: str, place: dict[str, str]) -> None:
    graph = GRAPHS[name]
    board = gap_board(graph, "c", **place)  # type: ignore[arg-type]
    told(records(board))
    told(board_notes(graph, "c", board))
    told(chain_quality(graph, "c"))
    for segment in board["segment"]:
        told(records(explain(graph, segment, **place)))  # type: ignore[arg-type]
    told(records(chains(graph)))
    told(chain_incoherence(graph, 0))


@pytest.mark.parametrize("name", GRAPHS)
def test_advice_and_two_dates_are_defined(name: str) -> None:
    graph = GRAPHS[name]
    told(records(advice(graph, "c", "山东")))
    told(compare(graph, "c", date(1900, 1, 1), date(1901, 1, 1)).as_record())


def test_a_span_in_which_nothing_was_filed_says_so() -> None:
    found = compare(GRAPHS["cycle"], "c", date(1900, 1, 1), date(1901, 1, 1))
    assert found.moves.empty
    assert found.reason is not None


@pytest.mark.parametrize("name", REASONS)
def test_the_reason_is_told(name: str) -> None:
    graph = GRAPHS[name]
    notes = board_notes(graph, "c", gap_board(graph, "c"))
    assert {one["code"] for one in notes} == REASONS[name]
    assert all(one["zh"] and one["en"] and "{" not in one["en"] for one in notes)


def test_a_region_without_patents_is_told_by_name() -> None:
    graph: Projection = chain_graph(["a", "b"], ["a>b"], [("P1", "e:gd", "a")], **ABROAD)
    board = gap_board(graph, "c", "山东")
    [note, _] = board_notes(graph, "c", board)
    assert (note["code"], "山东省" in note["zh"]) == ("no_local", True)
    assert board["rta"].tolist() == [0, 0]
    assert set(board["status_code"]) == {"missing"}


def test_a_patent_in_twelve_segments_counts_once_in_each_and_once_in_the_chain() -> None:
    board = gap_board(GRAPHS["twelve"], "c", "山东")
    assert board["local_patents"].tolist() == [1] * 12
    assert chain_quality(GRAPHS["twelve"], "c")["patents"] == 2
    assert chains(GRAPHS["twelve"])["patents"].tolist() == [2]
