import json
from datetime import date

import numpy as np
import pytest
from analysis.graphs import chain_graph, graph_of, pairs
from factory import CHAIN

from ipgraph.analysis.board.gaps import COLUMNS, chains, gap_board
from ipgraph.analysis.board.status import STATUSES
from ipgraph.analysis.measures import hhi, rta
from ipgraph.analysis.records import records
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.errors import NotFound
from ipgraph.projection import Projection, read_projection
from ipgraph.store import Store

#: cathode is strong at home, cell in Shandong alone, film is Japanese, pack is nobody's.
GRAPH = chain_graph(
    ["cathode", "cell", "film", "pack"], ["cathode>cell", "film>cell", "cell>pack"],
    [
        *[(f"C{n}", f"e:c{n}", "cathode") for n in range(6)],
        *[(f"L{n}", "e:taian+e:c0", "cell") for n in range(4)],
        *[(f"F{n}", "e:asahi" if n < 5 else "e:toray", "film") for n in range(7)],
        ("E1", "e:c1", "film", {"status": "ended", "patent_type": "design"}),
    ],
    countries={"e:asahi": "JP", "e:toray": "JP"}, OPERATES_IN=pairs("e:works>pack"),
    LOCATED_IN=pairs("e:taian>370900", "e:works>440000", inferred=False),
)


def column(graph: Projection, name: str, region: str | None = None) -> dict[str, object]:
    board = gap_board(graph, "c", region)
    return dict(zip(board["segment"], board[name], strict=True))


def test_counts_are_of_different_patents_and_holders() -> None:
    assert column(GRAPH, "patents") == {"cathode": 6, "cell": 4, "film": 8, "pack": 0}
    assert column(GRAPH, "holders") == {"cathode": 6, "cell": 2, "film": 3, "pack": 0}
    assert column(GRAPH, "enterprises") == {"cathode": 0, "cell": 0, "film": 0, "pack": 1}


def test_the_weighted_count_is_score_times_quality() -> None:
    weighted = column(GRAPH, "weighted")
    assert weighted["cathode"] == pytest.approx(6)
    assert weighted["film"] == pytest.approx(7 + (.3 + .2) / 2)


def test_advantage_is_that_of_the_formula_for_country_and_region() -> None:
    home = [[6, 4, 1, 0], [0, 0, 7, 0]]
    assert list(column(GRAPH, "rta").values()) == pytest.approx(rta(home)[0])
    shandong = [[0, 2, 0, 0], [6, 2, 8, 0]]
    assert list(column(GRAPH, "rta", "山东").values()) == pytest.approx(rta(shandong)[0])
    assert column(GRAPH, "rta", "泰安") == column(GRAPH, "rta", "山东")


def test_concentration_is_over_fractional_holders() -> None:
    found = column(GRAPH, "hhi")
    assert found["film"] == pytest.approx(hhi([5, 2, 1]))
    assert found["cell"] == pytest.approx(.5)
    assert np.isnan(found["pack"])
    assert column(GRAPH, "cr4")["cathode"] == pytest.approx(4 / 6)


def test_foreign_is_held_abroad_and_effective_alone_where_asked() -> None:
    assert column(GRAPH, "foreign")["film"] == pytest.approx(7 / 8)
    assert column(GRAPH, "foreign_effective")["film"] == 1
    assert column(GRAPH, "foreign", "JP")["film"] == pytest.approx(1 / 8)


def test_local_figures() -> None:
    assert column(GRAPH, "local_patents", "山东") == {"cathode": 0, "cell": 4, "film": 0, "pack": 0}
    assert column(GRAPH, "local_holders", "山东")["cell"] == 1
    assert column(GRAPH, "local_share", "山东")["cell"] == pytest.approx(.5)
    assert column(GRAPH, "local_enterprises", "广东") == {"cathode": 0, "cell": 0, "film": 0, "pack": 1}


def test_evidence_is_none_where_nobody_is_and_thin_where_few_are() -> None:
    assert column(GRAPH, "evidence") == {"cathode": "ok", "cell": "thin", "film": "ok", "pack": "thin"}
    assert set(column(chain_graph(["only"]), "evidence").values()) == {"none"}


def test_evidence_of_a_region_warns_of_a_handful() -> None:
    assert set(column(GRAPH, "evidence", "湖南").values()) == {"thin"}
    rows = [*[(f"S{n}", "e:taian", "s") for n in range(5)], *[(f"T{n}", "e:x", "t+u") for n in range(5)]]
    graph = chain_graph(["s", "t", "u"], patents=[*rows, ("T9", "e:taian", "t")],
                        LOCATED_IN=pairs("e:taian>370900", inferred=False))
    assert column(graph, "evidence", "山东") == {"s": "ok", "t": "thin", "u": "ok"}
    assert set(column(graph, "evidence").values()) == {"ok"}


def test_the_four_numbers_of_a_choke_point() -> None:
    board = gap_board(GRAPH, "c").set_index("segment")
    quotient = rta([[6, 4, 1, 0], [0, 0, 7, 0]])
    assert board.loc["film", "gap"] == pytest.approx(1 - quotient[0, 2] / quotient[1, 2])
    assert (board.loc["film", "leader"], board.loc["cell", "leader"]) == ("JP", "CN")
    assert board.loc["film", "monopoly"] == pytest.approx(7 / 8)
    assert board.loc["cell", "monopoly"] == 0
    assert board.loc["film", "value"] == pytest.approx((7 + .25) / 8)
    assert set(board["hardness_basis"]) == {"none"}


def test_a_patent_known_by_its_type_alone_is_neither_good_nor_bad() -> None:
    bare = {"status": None}
    graph = chain_graph(["s", "t", "u"], patents=[
        *[(f"S{n}", "e:a", "s", bare) for n in range(5)], *[(f"T{n}", "e:a", "t") for n in range(2)],
        ("T2", "e:a", "t", bare), *[(f"U{n}", "e:a", "u") for n in range(2)], ("U2", "e:a", "u", {"status": "ended"}),
    ])
    board = gap_board(graph, "c").set_index("segment")
    assert board["graded"].tolist() == pytest.approx([0, 2 / 3, 1])
    assert board["value"].fillna(-1).tolist() == pytest.approx([-1, -1, (1 + 1 + .4) / 3])
    assert board["local_good"].fillna(-1).tolist() == [-1, 2, 2]
    assert gap_board(graph, "c", "湖南")["local_good"].tolist() == [0, 0, 0]


def test_a_country_with_few_patents_does_not_set_the_largest_advantage() -> None:
    strict = gap_board(GRAPH, "c", thresholds=Thresholds(few=8)).set_index("segment")
    assert strict.loc["film", "leader"] == "CN"


def test_the_leader_has_more_than_a_handful_in_the_segment() -> None:
    rows = [*[(f"J{n}", "e:j", "s") for n in range(6)], *[(f"H{n}", "e:h", "t") for n in range(6)]]
    two, three = ([*rows, *[(f"T{n}", "e:j", "u") for n in range(n)], ("U", "e:h", "u")] for n in (2, 3))
    leaders = [gap_board(chain_graph(["s", "t", "u"], patents=patents, countries={"e:j": "JP"}), "c")
               .set_index("segment").loc["u", ["leader", "gap"]].tolist() for patents in (two, three)]
    assert leaders[0] == ["CN", 0]
    assert leaders[1][0] == "JP"


def test_status_of_the_country_and_of_a_region_without_anything() -> None:
    assert column(GRAPH, "status_code") == {"cathode": "strong", "cell": "fragile", "film": "weak", "pack": "weak"}
    assert set(column(GRAPH, "status", "湖南").values()) == {STATUSES["missing"]}
    assert column(GRAPH, "status_code", "广东")["pack"] == "weak"


def complexity_graph() -> Projection:
    """Four countries: KR makes all, others ever fewer segments; s3 is everyone's, s0 that of KR alone."""
    rows, countries = [], {f"e:{c}": c for c in ("KR", "JP", "US", "CN")}
    for holder, segments in (("e:KR", "s0+s1+s2"), ("e:JP", "s1+s2"), ("e:US", "s2+s3"), ("e:CN", "s3")):
        rows += [(f"{holder}{n}", holder, s) for n, s in enumerate(segments.split("+") * 3)]
    return chain_graph(["s0", "s1", "s2", "s3"], patents=rows, countries=countries)


def test_a_rare_segment_of_diverse_countries_is_hard_to_break_and_choked() -> None:
    board = gap_board(complexity_graph(), "c", thresholds=Thresholds(few=3, evidence=3)).set_index("segment")
    assert set(board["hardness_basis"]) == {"complexity"}
    assert board["hardness"].idxmax() == "s0"
    assert board.loc["s0", "status"] == "卡脖子候选"
    assert board.loc["s3", "status"] == "优势"


def test_growth_stands_in_for_complexity() -> None:
    rows = [(f"P{y}{n}", "e:a", "s", {"filed_on": date(y, 1, 1)}) for y in range(2011, 2023) for n in range(y - 2010)]
    board = gap_board(chain_graph(["s"], patents=rows), "c")
    assert board.loc[0, "hardness_basis"] == "growth"
    assert board.loc[0, "hardness"] == pytest.approx(1 / 5.5)


def test_every_row_has_every_column_and_is_json() -> None:
    assert tuple(gap_board(GRAPH, "测试链").columns) == COLUMNS
    for row in records(gap_board(GRAPH, "Test chain")):
        assert json.loads(json.dumps(row, allow_nan=False)) == row


def test_a_chain_without_segments_one_segment_and_no_patents() -> None:
    assert gap_board(chain_graph([]), "c").empty
    row = gap_board(chain_graph(["only"]), "c").iloc[0]
    assert (row["status_code"], row["patents"], row["weighted"], row["rta"]) == ("missing", 0, 0, 0)
    assert np.isnan(row["hhi"])


def test_parts_are_rows_and_wholes_their_group() -> None:
    graph = chain_graph(["1", "1.1", "1.2", "2"], parents={"1.1": "1", "1.2": "1"})
    board = gap_board(graph, "c")
    assert board["segment"].tolist() == ["1.1", "1.2", "2"]
    assert board["group"].fillna("").tolist() == ["1", "1", ""]


def test_the_board_handed_out_may_be_changed() -> None:
    board = gap_board(GRAPH, "c")
    board["patents"] = -1
    assert column(GRAPH, "patents")["cathode"] == 6


def test_unknown_chain_and_region() -> None:
    with pytest.raises(NotFound):
        gap_board(GRAPH, "光伏")
    with pytest.raises(NotFound):
        gap_board(GRAPH, "c", "亚特兰蒂斯")


def test_chains_count_leaves_patents_and_flows() -> None:
    row = chains(GRAPH).iloc[0]
    assert (row["segments"], row["patents"], row["feeds"]) == (4, 18, 3)
    assert chains(graph_of({}, {})).empty


def test_both_engines_give_the_same_board_to_the_last_digit(stores: tuple[Store, Store]) -> None:
    one, other = (records(gap_board(read_projection(store), CHAIN)) for store in stores)
    assert one == other
    assert len(one) == 7


def test_a_family_is_one_invention() -> None:
    graph = chain_graph(["s"], [], [
        ("CN1A", "e:a", "s", {"family": "CN1A"}), ("US2A", "e:a", "s", {"family": "CN1A"}), ("CN3A", "e:a", "s")])
    row = gap_board(graph, "c").iloc[0]
    assert (row["patents"], row["inventions"]) == (3, 2)
