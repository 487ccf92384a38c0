from datetime import date
from typing import Any

import numpy as np
import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.board.explain import explain
from ipgraph.analysis.board.gaps import gap_board
from ipgraph.analysis.groups import owners
from ipgraph.projection import Projection


def group(*rows: dict[str, Any]) -> Projection:
    return chain_graph(["s"], patents=[("P1", "e:a", "s"), ("P2", "e:b", "s"), ("P3", "e:c", "s")],
                       SUBSIDIARY_OF=rows)


def owned(graph: Projection) -> dict[str, str]:
    ids = graph.nodes["Holder"]["id"].to_numpy()
    return {child: parent for child, parent in zip(ids, ids[owners(graph)], strict=True) if child != parent}


def test_nobody_has_a_parent_that_no_source_names() -> None:
    assert owned(group()) == {}


def test_a_chain_of_parents_leads_to_the_last() -> None:
    chain = [*pairs(*(f"e:{n:02d}>e:{n + 1:02d}" for n in range(20)))]
    found = owned(group(*chain))
    assert set(found.values()) == {"e:20"}
    assert len(found) == 20


@pytest.mark.parametrize(("shares", "parent"), [
    ((None, None), None), ((0.5, 0.5), None), ((0.51, 0.49), "e:x"), ((0.3, 0.7), "e:y"), ((None, 0.2), None),
])
def test_of_several_parents_more_than_half_decides(shares: tuple[float | None, ...], parent: str | None) -> None:
    rows = [{"source": "e:a", "target": f"e:{end}", "share": share}
            for end, share in zip("xy", shares, strict=True)]
    assert owned(group(*rows)).get("e:a") == parent


def test_a_parent_of_the_past_is_none() -> None:
    assert owned(group({"source": "e:a", "target": "e:x", "until": date(2024, 6, 29)})) == {}
    assert owned(group({"source": "e:a", "target": "e:x", "until": date(2024, 6, 30)})) == {"e:a": "e:x"}


def test_a_group_counts_as_one_holder_of_the_board() -> None:
    apart, together = (gap_board(graph, "c").iloc[0] for graph in (group(), group(*pairs("e:a>e:g", "e:b>e:g"))))
    assert (apart["holders"], apart["hhi"]) == (3, pytest.approx(1 / 3))
    assert (together["holders"], together["hhi"]) == (2, pytest.approx(5 / 9))
    assert together["patents"] == apart["patents"]


def test_the_explanation_names_the_members() -> None:
    found = explain(group(*pairs("e:a>e:g", "e:b>e:g")), "s").set_index("measure")
    assert [(one["id"], one["share"], one["through"]) for one in found["holders"]["hhi"]] == [
        ("e:g", 2, ["a", "b"]), ("e:c", 1, [])]
    assert np.isclose(sum(one["share"] for one in found["holders"]["hhi"]), found["parts"]["hhi"]["patents"])


def test_a_group_of_two_countries_counts_abroad_by_what_it_has_there() -> None:
    graph = chain_graph(
        ["s"], patents=[("P1", "e:a", "s"), ("P2", "e:a", "s"), ("P3", "e:b", "s"), ("P4", "e:c", "s"),
                        *[(f"K{n}", f"e:k{n}", "s") for n in range(4)]],
        countries={"e:a": "JP", "e:b": "US", **{f"e:k{n}": "KR" for n in range(4)}},
        SUBSIDIARY_OF=pairs("e:a>e:g", "e:b>e:g"))
    found = {country: gap_board(graph, "c", country)["monopoly"].item() for country in ("CN", "JP", "US", "KR")}
    assert found == {"CN": 6 / 8, "JP": 4 / 8, "US": 5 / 8, "KR": 4 / 8}
