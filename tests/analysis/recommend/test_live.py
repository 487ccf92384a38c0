"""What was learnt, asked for today: the same whether it was learnt now or read again, and never from later days."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from analysis.recommend.histories import dated, trades

from ipgraph.analysis.lookup import find_holder
from ipgraph.analysis.recommend import kept
from ipgraph.analysis.recommend.choice import FEW, Choice
from ipgraph.analysis.recommend.events import complete
from ipgraph.analysis.recommend.history import history
from ipgraph.analysis.recommend.live import ask, learnt, so_far, today
from ipgraph.projection import Projection


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Projection:
    """The trades, in a folder where what is learnt may be kept."""
    return replace(trades(), folder=tmp_path_factory.mktemp("learnt"))


def chances(graph: Projection) -> list[tuple[int, bool, float]]:
    row = ask(graph, learnt(graph, "flow"), find_holder(graph, "firm005"), today(graph))
    assert row is not None
    return list(zip(row.holder.tolist(), row.came.tolist(), row.chance.tolist(), strict=True))


def test_a_cache_changes_nothing_but_the_time(graph: Projection) -> None:
    assert learnt(graph, "flow").believed
    first = chances(graph)
    file = Path(str(graph.folder)) / "flow.json"
    assert [f.name for f in file.parent.iterdir()] == ["flow.json"]
    assert chances(replace(trades(), folder=file.parent)) == first
    written = file.read_bytes()
    for damaged in (written[:200], b"", json.dumps({"made_by": [0]}).encode()):
        file.write_bytes(damaged)
        assert kept.read(file) is None
    assert chances(replace(trades(), folder=file.parent)) == first
    assert file.read_bytes() == written


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_answer(tmp_path: Path) -> None:
    told = kept.read(tmp_path / "not there.json")
    assert told is None
    kept.write((Choice("reach", 0.0), None, None), tmp_path / "not there" / "flow.json")
    assert list(tmp_path.iterdir()) == []


def test_probabilities_are_those_of_events_within_the_window(graph: Projection) -> None:
    found = chances(graph)
    assert all(0 < chance < 1 for *_, chance in found)
    assert {came for _, came, _ in found} == {True, False}
    names, trade = graph.nodes["Holder"]["name"], {f"firm{n:03}" for n in range(5, 120, 12)}
    likely = [names[holder] for holder, _, _ in sorted(found, key=lambda one: -one[2])[:4]]
    assert set(likely) <= trade
    assert "firm005" not in {names[holder] for holder, *_ in found}


def test_it_learns_from_days_up_to_where_the_data_are_complete(graph: Projection) -> None:
    found = learnt(graph, "flow")
    events = so_far(history(graph), "flow", today(graph))
    assert found.until == complete(events)
    assert found.until <= today(graph) == int(history(graph).day.max()) + 1


def test_few_events_are_not_learnt_from() -> None:
    graph = dated({f"P{n}": (f"{2000 + n}-06-01", f"e:a+e:{n % 5}") for n in range(18)})
    found = learnt(graph, "cofiling")
    assert not found.believed
    assert found.choice.queries < FEW
    assert found.choice.inside is None
    assert learnt(graph, "transfer").until is None


def test_who_has_no_dated_patent_cannot_be_asked_for(graph: Projection) -> None:
    day = int(history(graph).day.min())
    assert ask(graph, learnt(graph, "flow"), find_holder(graph, "firm005"), day) is None


def test_today_is_no_later_than_the_day_the_graph_stands_for() -> None:
    graph = dated({"P1": ("2030-01-01", "e:a"), "P2": ("2001-01-01", "e:b")})
    assert str(np.datetime64(today(graph), "D")) == "2024-07-01"
