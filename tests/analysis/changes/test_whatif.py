from typing import Any

import pandas as pd
import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.board.gaps import gap_board
from ipgraph.analysis.changes.whatif import DEEDS, Change, apply, what_if
from ipgraph.errors import NotFound, UsageError
from ipgraph.projection import Edges, LazyEdges, Projection

GRAPH = chain_graph(
    ["film", "cell", "pack"], ["film>cell", "cell>pack"],
    [
        *[(f"F{n}", "e:asahi", "film") for n in range(5)], ("F5", "e:asahi+e:home", "film"),
        *[(f"C{n}", "e:home", "cell") for n in range(4)], ("C4", "i:uni", "cell"),
    ],
    countries={"e:asahi": "JP"}, OPERATES_IN=pairs("e:home>cell"), IN_POOL=pairs("F0>pool", "F1>pool"),
    LOCATED_IN=pairs("e:home>370900", inferred=False),
)


def moves(*changes: Change, region: str | None = None) -> dict[tuple[str, str], tuple[Any, Any]]:
    found = what_if(GRAPH, "c", changes, region)
    return {(r["segment"], r["measure"]): (r["before"], r["after"]) for r in found.to_dict("records")}


def test_nothing_done_moves_nothing() -> None:
    assert moves() == {}
    assert what_if(GRAPH, "c", []).columns.tolist() == ["segment", "name", "name_en", "measure", "before", "after"]


def test_a_holder_that_leaves_takes_what_it_alone_holds() -> None:
    found = moves(Change("remove", "asahi"))
    assert found["film", "patents"] == (6, 1)
    assert found["film", "foreign"] == (pytest.approx(5.5 / 6), 0)
    assert ("cell", "patents") not in found
    home = moves(Change("remove", "e:home"), region="山东")
    assert home["cell", "enterprises"] == (1, 0)
    assert home["cell", "local_patents"] == (4, 0)
    assert home["film", "local_patents"] == (1, 0)
    assert ("film", "patents") not in home


def test_patents_handed_over_count_for_the_new_owner() -> None:
    found = moves(Change("give", "asahi", "uni"))
    assert found["film", "foreign"] == (pytest.approx(5.5 / 6), 0)
    assert found["film", "holders"] == (2, 1)
    assert moves(Change("give", "F0", "uni"))["film", "foreign"] == (pytest.approx(5.5 / 6), pytest.approx(4.5 / 6))


def test_patents_of_a_pool_taken_away() -> None:
    assert moves(Change("withdraw", "pool"))["film", "patents"] == (6, 4)
    assert moves(Change("withdraw", "C4"))["cell", "patents"] == (5, 4)


def test_a_set_of_patents_is_named_by_its_numbers() -> None:
    assert moves(Change("withdraw", "F0, F1；F2\nF3"))["film", "patents"] == (6, 2)
    with pytest.raises(NotFound, match="XX1"):
        apply(GRAPH, [Change("withdraw", "F0,XX1")])


def test_a_pool_that_is_removed_takes_its_patents_along() -> None:
    assert moves(Change("remove", "pool")) == moves(Change("withdraw", "pool"))


def test_new_patents_are_filed_in_a_segment() -> None:
    found = moves(Change("file", "uni", "pack", 4))
    assert found["pack", "patents"] == (0, 4)
    assert found["pack", "holders"] == (0, 1)
    assert found["pack", "status_code"] == ("missing", "fragile")
    assert moves(Change("file", "uni", "pack", 8))["pack", "weighted"][1] == pytest.approx(
        2 * found["pack", "weighted"][1])
    assert not any(segment == "film" and measure == "patents" for segment, measure in found)


def test_patents_are_brought_into_a_segment_that_they_did_not_serve() -> None:
    found = moves(Change("serve", "F0,F1", "pack"))
    assert found["pack", "patents"] == (0, 2)
    assert ("film", "patents") not in found
    assert moves(Change("serve", "F0", "film")) == {}


def test_what_the_edges_say_stays_with_them() -> None:
    before, after = GRAPH.edges["SERVES"], apply(GRAPH, [Change("serve", "F0", "pack")]).edges["SERVES"]
    assert after.data.columns.tolist() == before.data.columns.tolist()
    assert after.data["score"].tolist() == [1.0] * (len(before) + 1)


def test_a_holder_that_moves() -> None:
    found = moves(Change("move", "asahi", "广东"), region="广东")
    assert found["film", "local_patents"] == (0, 6)
    assert found["film", "foreign"] == (pytest.approx(5.5 / 6), 0)
    assert moves(Change("move", "home", "JP"))["cell", "foreign"] == (0, pytest.approx(.8))


@pytest.mark.parametrize("do", ["move", "add"])
def test_a_country_that_nobody_was_in_before(do: str) -> None:
    assert "DE" not in set(GRAPH.nodes["Holder"]["country"])
    who = "home" if do == "move" else "e:new"
    after = apply(GRAPH, [Change(do, who, "DE")]).nodes["Holder"].set_index("name")
    assert after["country"][who] == "DE"
    others = GRAPH.nodes["Holder"].set_index("name")["country"].astype("str").drop(who, errors="ignore")
    assert after["country"].astype("str").drop(who).to_dict() == others.to_dict()


def test_a_new_enterprise_moves_in_and_starts_to_work() -> None:
    changes = [Change("add", "e:new", "泰安市"), Change("enter", "e:new", "pack")]
    found = moves(*changes, region="370900")
    assert found["pack", "local_enterprises"] == (0, 1)
    assert found["pack", "status_code"] == ("missing", "weak")
    assert moves(*changes, Change("give", "asahi", "e:new"), region="370900")["film", "local_patents"] == (1, 6)


def test_an_added_holder_shifts_nobody_else() -> None:
    before, after = gap_board(GRAPH, "c", "山东"), gap_board(apply(GRAPH, [Change("add", "e:aaa", "JP")]), "c", "山东")
    pd.testing.assert_frame_equal(before, after)


def test_the_graph_itself_stays_as_it_is() -> None:
    before = gap_board(GRAPH, "c")
    apply(GRAPH, [Change("remove", "asahi"), Change("move", "home", "JP")])
    pd.testing.assert_frame_equal(gap_board(GRAPH, "c"), before)
    assert GRAPH.nodes["Holder"].set_index("id")["country"]["e:home"] == "CN"


@pytest.mark.parametrize(("change", "fault"), [
    (Change("sell", "asahi"), UsageError), (Change("move", "asahi"), UsageError),
    (Change("add", "e:home", "CN"), UsageError), (Change("add", "home", "CN"), UsageError),
    (Change("add", "", "CN"), UsageError),
    (Change("remove", "nobody"), NotFound), (Change("give", "F0", "nobody"), NotFound),
    (Change("move", "asahi", "nowhere"), NotFound), (Change("enter", "home", "moon"), NotFound),
    (Change("withdraw", "XX1"), NotFound), (Change("file", "uni", "pack", 0), UsageError),
    (Change("file", "uni"), UsageError), (Change("serve", "F0", "moon"), NotFound),
])
def test_what_cannot_be_done_is_said(change: Change, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        apply(GRAPH, [change])


def test_every_deed_is_worded_in_both_languages() -> None:
    assert all(zh and en.isascii() for zh, en, _ in DEEDS.values())


@pytest.mark.parametrize("change", [
    Change("add", "e:new", "山东"), Change("file", "e:home", "cell"), Change("give", "F0", "e:home")],
    ids=lambda change: str(change.do))
def test_edges_that_no_board_needs_stay_unread(change: Change) -> None:
    read: list[str] = []

    def edges(type: str) -> Edges:
        read.append(type)
        return GRAPH.edges[type]

    graph = Projection(GRAPH.version, GRAPH.as_of, GRAPH.nodes, LazyEdges(edges))
    assert not gap_board(apply(graph, [change]), "c").empty
    assert "SERVES" in read
    assert not {"INVENTED", "CLASSIFIED_AS"} & set(read)
