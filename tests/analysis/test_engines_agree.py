"""Both engines give the same answers to the last digit: boards, partners, teams and pools of the same bundle."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from factory import CHAIN

from ipgraph.analysis import advice, all_teams, explain, gap_board, partners, pool_design, pools, records, team_view
from ipgraph.projection import Projection, read_projection
from ipgraph.store import Store

QUESTIONS: dict[str, Callable[[Projection], pd.DataFrame]] = {
    "gap board": lambda graph: gap_board(graph, CHAIN),
    "gap board of a region": lambda graph: gap_board(graph, CHAIN, "山东省"),
    "every number explained": lambda graph: pd.concat(
        [explain(graph, segment) for segment in gap_board(graph, CHAIN)["segment"]], ignore_index=True),
    "advice": lambda graph: advice(graph, CHAIN, "山东省"),
    "teams": all_teams,
    "pools": pools,
    "a team": lambda graph: pd.DataFrame([team_view(graph, id) for id in all_teams(graph)["id"]]),
    "a pool designed": lambda graph: pd.DataFrame([pool_design(graph, "s3", ["中南大学"])]),
    "partners": lambda graph: pd.concat(
        [partners(graph, who) for who in graph.nodes["Holder"]["id"].astype(str).sort_values()], ignore_index=True),
}


@pytest.fixture
def graphs(stores: tuple[Store, Store]) -> tuple[Projection, Projection]:
    first, second = stores
    return read_projection(first), read_projection(second)


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_engines_answer_alike(question: str, graphs: tuple[Projection, Projection]) -> None:
    embedded, neo4j = (records(QUESTIONS[question](graph)) for graph in graphs)
    assert embedded, "an empty answer proves nothing"
    assert embedded == neo4j
