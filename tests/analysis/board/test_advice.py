from datetime import date
from typing import Any

import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.board.advice import ACTIONS, COLUMNS, advice
from ipgraph.analysis.quality.quality import quality
from ipgraph.errors import NotFound

#: Shandong is strong in cathode; cell is Guangdong's; e:bj is in both, so the two are near; pack is Japan's.
CHAIN: dict[str, Any] = {
    "segments": ["cathode", "cell", "pack"],
    "feeds": ["cathode>cell", "cell>pack"],
    "patents": [
        *[(f"A{n}", "e:sd" if n < 4 else "e:sd2", "cathode", {"filed_on": date(2010 + n, 1, 1)}) for n in range(6)],
        *[(f"B{n}", "e:gd", "cathode", {"filed_on": date(2017, 1, 1)}) for n in range(2)],
        *[(f"C{n}", "e:gd", "cell", {"filed_on": date(2019, 1, 1)}) for n in range(4)],
        *[(f"D{n}", "e:bj", segment, {"filed_on": date(2005, 1, 1)}) for n, segment in enumerate(("cathode", "cell"))],
        *[(f"E{n}", "e:jp", "pack", {"filed_on": date(2019, 1, 1)}) for n in range(6)],
    ],
    "countries": {"e:jp": "JP", "e:new": "CN"},
    "LOCATED_IN": pairs("e:sd>370900", "e:sd2>370900", "e:gd>440000", inferred=False),
}
GRAPH = chain_graph(**CHAIN)


def rows(region: str | None = "山东") -> dict[tuple[str, str], dict[str, object]]:
    found = advice(GRAPH, "c", region)
    assert tuple(found.columns) == COLUMNS
    return {(row["segment"], row["action_code"]): row for row in found.to_dict("records")}


def ids(row: dict[str, object]) -> list[str]:
    return [one["id"] for one in row["candidates"]]  # type: ignore[attr-defined]


def test_what_is_missing_is_filled_by_those_near_it_and_by_those_who_could_be_drawn() -> None:
    found = rows()["cell", "fill"]
    assert found["score"] == 1
    assert ids(found) == ["e:sd", "e:sd2", "e:gd", "e:bj"]
    near, _, drawn, _ = found["candidates"]  # type: ignore[misc]
    assert (near["local"], near["weighted"], near["density"] > 0) == (True, 0, True)
    of = GRAPH.nodes["Patent"]["id"].isin(["C0", "C1", "C2", "C3"])
    assert (drawn["local"], drawn["weighted"]) == (False, pytest.approx(quality(GRAPH)["weight"][of].sum()))


def test_who_works_in_a_segment_without_patents_is_in_it_already() -> None:
    def to_fill(*works: str) -> list[str]:
        found = advice(chain_graph(**CHAIN, OPERATES_IN=pairs(*works)), "c", "山东")
        return ids(found[(found["segment"] == "cell") & (found["action_code"] == "fill")].to_dict("records")[0])

    assert to_fill("e:sd>cell") == ["e:sd2", "e:gd", "e:bj"]
    assert to_fill("e:sd>pack") == ["e:sd", "e:sd2", "e:gd", "e:bj"]
    # Of those elsewhere at home, who works there could be drawn, though behind those with patents.
    assert to_fill("e:new>cell") == ["e:sd", "e:sd2", "e:gd", "e:bj", "e:new"]


def test_a_share_that_falls_is_to_be_strengthened() -> None:
    # Newest 2019, two years of lag: 2013–2017 against 2008–2012; Shandong 3 of 5 against 3 of 3.
    found = rows()["cathode", "strengthen"]
    assert found["score"] == pytest.approx(.4)
    assert "40%" in str(found["reason_zh"])
    assert ids(found) == ["e:sd", "e:sd2"]
    assert ("cathode", "strengthen") not in rows("广东")


def test_a_strong_segment_leads_downstream() -> None:
    found = rows()["cell", "extend"]
    assert found["origin"] == "cathode"
    assert ids(found) == ["e:sd", "e:sd2"]
    assert ("cathode", "extend") not in rows()


def test_what_is_not_near_is_no_extension() -> None:
    apart = {**CHAIN, "patents": [row for row in CHAIN["patents"] if row[1] != "e:bj"]}
    found = advice(chain_graph(**apart), "c", "山东")
    assert "extend" not in set(found["action_code"])
    assert (found["score"] > 0).all()


def test_a_reason_names_the_place() -> None:
    region, country = rows(), rows(None)
    assert str(region["cathode", "strengthen"]["reason_zh"]).startswith("近五年山东省份额")
    assert "Shandong" in str(region["cell", "fill"]["reason_en"])
    assert str(country["pack", "fill"]["reason_zh"]).startswith("国内邻近而尚未进入的单位")
    assert "可引进" not in str(country["pack", "fill"]["reason_zh"]), "nobody at home is elsewhere"
    assert not [row for row in (*region.values(), *country.values()) if "本地" in str(row["reason_zh"])]


def test_what_is_strong_is_not_filled_and_the_gravest_stands_first() -> None:
    found = advice(GRAPH, "c", "山东")
    assert ("cathode", "fill") not in rows()
    assert found["score"].is_monotonic_decreasing
    assert set(found["action_code"]) <= set(ACTIONS)


def test_nothing_known_at_all() -> None:
    empty = advice(chain_graph(["a"]), "c")
    assert empty["candidates"].tolist() == [[]]
    assert len(advice(chain_graph([]), "c")) == 0
    with pytest.raises(NotFound):
        advice(GRAPH, "nothing")
