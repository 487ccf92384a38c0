"""What ranks, and why: learnt where that was right on the past, else the rules; and counterfactuals of what ranks."""

from __future__ import annotations

import pytest
from analysis.graphs import chain_graph, pairs
from analysis.recommend.histories import trades

from ipgraph.analysis import DEFAULT, Only, partners, records
from ipgraph.analysis.partners.counterfactuals import FAR
from ipgraph.analysis.partners.method import disbelief, method
from ipgraph.analysis.partners.partners import ranking
from ipgraph.analysis.partners.roles import EVERYBODY
from ipgraph.analysis.partners.seeking import asker
from ipgraph.analysis.recommend.choice import Choice
from ipgraph.analysis.recommend.live import Learnt
from ipgraph.projection import Projection


@pytest.fixture(scope="module")
def graph() -> Projection:
    return trades()


def test_what_was_learnt_ranks_with_a_probability_and_says_of_what(graph: Projection) -> None:
    rows = records(partners(graph, "firm005"))
    assert {row["method"] for row in rows} == {"learned"}
    note = rows[0]["method_note"]
    assert (note["method"], note["event"], note["months"]) == ("learned", "flow", 24)
    assert note["learned_until"] in note["zh"]
    assert "24" in note["zh"]
    assert "within 24 months" in note["en"]
    assert all(0 < row["probability"] < 1 for row in rows)
    scores = [row["score"] for row in rows]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1


def test_a_filter_moves_nobody_and_no_number(graph: Projection) -> None:
    every = {row["id"]: row["probability"] for row in records(partners(graph, "firm005", top=100))}
    new = records(partners(graph, "firm005", top=100, only=Only(new=True)))
    assert [row["id"] for row in new] == [id for id in every if id in {row["id"] for row in new}]
    assert {row["id"]: row["probability"] for row in new}.items() <= every.items()


def test_the_rules_rank_where_little_came_to_pass_and_say_so() -> None:
    graph = chain_graph(["s", "t"], ["s>t"], [("P1", "i:u", "s"), ("P2", "e:home", "t")],
                        INVENTED=pairs("p:a>P1", "p:b>P1", "p:a>P3", "p:b>P3"))
    [row] = records(partners(graph, "u"))
    assert (row["method"], row["probability"], row["method_note"]["event"]) == ("rules", None, None)
    assert "too few past events: 0 of 50 needed" in row["method_note"]["en"]
    assert "过往事件太少（0 个，至少 50 个）" in row["method_note"]["zh"]
    for who, segment, only, said in (
        ("s", None, EVERYBODY, "a segment"), ("u", "t", EVERYBODY, "a segment was asked for"),
        ("u", None, Only(role="cofiles"), "file a patent together: too few"),
    ):
        seeking = asker(graph, who, segment, DEFAULT)(graph)
        assert said in method(graph, seeking, only).note["en"]


def test_a_role_asks_for_its_own_event(graph: Projection) -> None:
    seeking = asker(graph, "firm005", None, DEFAULT)(graph)
    assert method(graph, seeking, Only(role="licenses")).learnt is None
    found = method(graph, seeking, Only(role="strengthens")).learnt
    assert found is not None
    assert found.task == "flow"


@pytest.mark.parametrize(("inside", "said"), [
    ({0.0: 0.21, 0.5: 0.19}, "rules were better on past questions: 0.210 against 0.190"),
    ({0.0: 0.21, 0.5: 0.22}, "not surely better than the rules on past questions: 0.220 against 0.210"),
    (None, "too few past events: 31 of 50 needed"),
])
def test_why_it_is_not_believed(inside: dict[float, float] | None, said: str) -> None:
    zh, en = disbelief(Learnt("flow", 1, Choice("katz", 0.0, 31, inside), None, None))
    assert en == said
    assert zh


def test_the_rank_told_is_that_of_the_learned_ranking_without_the_thing(graph: Projection) -> None:
    told = [(row["id"], one) for row in records(partners(graph, "firm005", why=True)) for one in row["counterfactuals"]]
    assert told
    find = asker(graph, "firm005", None, DEFAULT)
    by = method(graph, find(graph), EVERYBODY)
    for id, one in told:
        less = trades(without=">".join(one["ids"]))
        best = ranking(less, asker(less, "firm005", None, DEFAULT)(less), FAR, EVERYBODY, DEFAULT, by)
        then = less.nodes["Holder"]["id"].iloc[best["holder"]].tolist()
        assert one["rank_without"] == (then.index(id) + 1 if id in then else None), one
    assert any(one["rank_without"] != one["rank"] for _, one in told), "a rank must move"
