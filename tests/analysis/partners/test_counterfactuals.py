"""Every rank that is told is found again on a graph built without the thing."""

from __future__ import annotations

from typing import Any

import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis import partners, records
from ipgraph.projection import Projection

PATENTS = [
    ("P1", "i:u+e:a", "cathode"), ("P2", "i:u", "cathode"), ("P3", "e:m", "cell"), ("P4", "e:n", "cell"),
    ("P5", "e:n", "cell"), ("P6", "e:f", "film"), ("P7", "e:k", "pack"), ("P8", "e:k+e:a", "pack"),
    ("P9", "e:m", "cathode"),
]
CITES, WORKS, CLASSES = ["P3>P2", "P7>P2"], ["e:g>cell", "e:a>pack"], ["P2>H01M4/52", "P6>H01M4/52", "P4>H01M4/52"]


def graph(without: dict[str, Any] | None = None) -> Projection:
    """The graph, without a patent or an edge where that is asked."""
    gone = without or {"kind": "", "ids": []}
    lost = set(gone["ids"]) if gone["kind"] == "patent" else set()
    edge = ">".join(gone["ids"])
    cites = [text for text in CITES if text != edge and not lost & set(text.split(">"))]
    works = [text for text in WORKS if text != edge]
    classes = [text for text in CLASSES if text.split(">")[0] not in lost]
    return chain_graph(
        ["cathode", "cell", "film", "pack"], ["cathode>cell", "film>cell", "cell>pack"],
        [row for row in PATENTS if row[0] not in lost], OPERATES_IN=pairs(*works), CITES=pairs(*cites),
        CLASSIFIED_AS=pairs(*classes, main=True), countries=dict.fromkeys(("i:u", "e:a", "e:m", "e:n"), "CN"),
    )


@pytest.mark.parametrize("who", ["u", "k", "cell"])
def test_the_rank_told_is_that_without_the_thing(who: str) -> None:
    told = [(row["id"], one) for row in records(partners(graph(), who, why=True)) for one in row["counterfactuals"]]
    assert told
    for id, one in told:
        then = partners(graph(one), who, top=100)["id"].tolist()
        assert one["rank_without"] == (then.index(id) + 1 if id in then else None), one
        assert str(one["rank"]) in one["zh"]
        assert str(one["rank"]) in one["en"]
    assert any(one["rank_without"] != one["rank"] for _, one in told), "a rank must move"


def test_each_kind_of_thing_is_taken_away() -> None:
    kinds = {one["kind"] for who in ("u", "k", "cell") for row in records(partners(graph(), who, why=True))
             for one in row["counterfactuals"]}
    assert kinds == {"patent", "CITES", "OPERATES_IN"}


def test_with_the_patent_goes_the_reason() -> None:
    def cofiled(of: Projection) -> list[str]:
        row = partners(of, "u").set_index("id").loc["e:a"]
        return [id for reason in row["reasons"] if reason["kind"] == "cofiled" for id in reason["patents"]]

    assert cofiled(graph()) == ["P1"]
    assert cofiled(graph({"kind": "patent", "ids": ["P1"]})) == []


def test_at_most_three_and_what_moves_the_rank_most_first_for_the_first_five() -> None:
    rows = records(partners(graph(), "u", why=True))
    for row in rows[:5]:
        moves = [abs((one["rank_without"] or 101) - one["rank"]) for one in row["counterfactuals"]]
        assert 0 < len(moves) <= 3
        assert moves == sorted(moves, reverse=True)
    assert len(rows) > 5
    assert not any(row["counterfactuals"] for row in rows[5:])


def test_they_cost_time_and_are_only_there_when_asked_for() -> None:
    assert "counterfactuals" not in partners(graph(), "u")
