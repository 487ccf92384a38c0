import numpy as np
import pandas as pd
import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.board.explain import EXPLAINED, explain, explain_all
from ipgraph.analysis.board.gaps import COLUMNS, gap_board
from ipgraph.analysis.measures import concentration_ratio, hhi, hhi_corrected
from ipgraph.analysis.records import plain
from ipgraph.errors import NotFound

GRAPH = chain_graph(
    ["cathode", "film", "pack"], ["cathode>pack", "film>pack"],
    [
        *[(f"C{n}", f"e:c{n}", "cathode") for n in range(6)],
        *[(f"F{n}", "e:asahi" if n < 5 else "e:toray", "film") for n in range(7)],
        ("E1", "e:c1+e:taian", "film", {"status": "ended", "patent_type": "design"}),
        ("N1", "", "film", {"origin": "US"}),
    ],
    countries={"e:asahi": "JP", "e:toray": "JP"}, OPERATES_IN=pairs("e:works>pack", "e:taian>pack"),
    LOCATED_IN=pairs("e:taian>370900", inferred=False),
)


def told(region: str | None = None) -> pd.DataFrame:
    return explain(GRAPH, "film", region).set_index("measure")


def test_every_number_of_the_board_is_explained() -> None:
    words = {"chain", "chain_name", "segment", "name", "name_en", "number", "group", "stage", "region", "region_name",
             "status", "status_code", "status_also", "status_basis", "evidence", "position_basis", "leader",
             "hardness_basis", "viewpoint", "within", "industry_status", "industry_code", "supply_demand",
             "supply_demand_code"}
    assert set(EXPLAINED) == set(COLUMNS) - words


@pytest.mark.parametrize("region", [None, "泰安"])
def test_all_segments_at_once_are_told_as_each_alone(region: str | None) -> None:
    found = explain_all(GRAPH, "c", region)
    assert list(found) == gap_board(GRAPH, "c", region)["segment"].tolist()
    for segment, numbers in found.items():
        pd.testing.assert_frame_equal(numbers, explain(GRAPH, segment, region))


@pytest.mark.parametrize("region", [None, "泰安", "US"])
@pytest.mark.parametrize("segment", ["cathode", "film", "pack"])
def test_the_value_is_that_of_the_board_and_follows_from_its_parts(region: str | None, segment: str) -> None:
    board = gap_board(GRAPH, "c", region).set_index("segment").loc[segment]
    found = explain(GRAPH, segment, region).set_index("measure")
    for measure, value in found["value"].items():
        assert plain(value) == plain(board[measure]), measure
    parts = found["parts"]

    def same(measure: str, value: float | None) -> None:
        assert board[measure] == pytest.approx(np.nan if value is None else value, nan_ok=True), measure

    def part(some: float, whole: float) -> float:
        return some / whole if whole else np.nan

    r = parts["rta"]
    expected = r["local_chain"] * r["segment"]
    same("rta", r["local_segment"] * r["chain"] / expected if expected else 0)
    same("foreign", part(*parts["foreign"].values()))
    same("foreign_effective", part(*parts["foreign_effective"].values()))
    same("monopoly", part(*parts["monopoly"].values()))
    same("local_share", part(*parts["local_share"].values()))
    same("graded", part(*parts["graded"].values()))
    same("gap", part(parts["gap"]["leader_rta"] - parts["gap"]["home_rta"], parts["gap"]["leader_rta"]))
    held = [holder["share"] for holder in found["holders"]["hhi"]]
    for measure, formula in (("hhi", hhi), ("hhi_corrected", hhi_corrected), ("cr4", concentration_ratio)):
        same(measure, formula(held))
    for measure in ("patents", "local_patents"):
        assert len(found["patents"][measure]) == board[measure]
    for measure in ("holders", "local_holders", "local_actors"):
        assert len(found["holders"][measure]) == board[measure]


def test_the_patents_behind_a_number_are_those_it_counts() -> None:
    found = told("泰安")["patents"]
    assert found["local_patents"] == ["E1"]
    assert found["foreign"] == [*(f"F{n}" for n in range(7)), "N1"]
    assert found["monopoly"] == [f"F{n}" for n in range(7)]
    assert found["holders"] == [*(f"F{n}" for n in range(7)), "E1"]
    assert found["cut"] == []
    assert told()["parts"]["cut"] == {"upstream": [], "downstream": ["pack"]}


def test_the_largest_holders_stand_first() -> None:
    assert [(one["id"], one["share"]) for one in told()["holders"]["monopoly"]] == [("e:asahi", 5), ("e:toray", 2)]


def test_who_works_there() -> None:
    found = explain(GRAPH, "pack", "山东").set_index("measure")["parts"]
    assert found["enterprises"] == {"organisations": ["e:taian", "e:works"]}
    assert found["local_enterprises"] == {"organisations": ["e:taian"]}


def test_a_segment_with_parts_and_an_unknown_one() -> None:
    whole = chain_graph(["a", "a1"], parents={"a1": "a"})
    with pytest.raises(NotFound, match="parts"):
        explain(whole, "a")
    with pytest.raises(NotFound):
        explain(whole, "z")
