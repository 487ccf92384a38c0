from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from analysis.matching.corpus import patents
from text.endpoint import endpoint

from ipgraph.analysis.matching import match
from ipgraph.analysis.matching.match import EXPLAINED
from ipgraph.analysis.matching.outside import released
from ipgraph.projection import Projection
from ipgraph.text import TextIndex
from ipgraph.text.plugged import Endpoint, Plugged, RemoteEncoder

NEED = "寻找提高耐热性的陶瓷涂层隔膜"
TODAY = date(2024, 6, 30)
SAID = '{"zh": "它能耐热。", "en": "It stands heat."}'


def plugged(address: str) -> Plugged:
    return Plugged(RemoteEncoder(Endpoint(address, "e")), Endpoint(address, "m"))


def test_what_is_released(graph: Projection) -> None:
    assert released(graph, "Patent", np.arange(3), TODAY).tolist() == [True, False, False]
    assert released(graph, "Patent", np.arange(3), date(2023, 1, 1)).tolist() == [False, False, False]


def test_only_released_records_are_sent(graph: Projection, index: TextIndex) -> None:
    with endpoint(name='["浆料"]', say=SAID) as spoken:
        found = match(graph, index, NEED, 20, plugged=plugged(spoken.address), today=TODAY)
    assert found.notes == []
    assert {path for path, _, _ in spoken.asked} == {"/v1/chat/completions", "/v1/embeddings"}
    sent = [row["title"] in spoken.read for row in patents()]
    assert any(sent[::3])
    assert not any(sent[1::3] + sent[2::3])
    said = {row["id"]: [r["kind"] for r in row["reasons"]] for _, row in found.rows.iterrows()
            if row["kind"] == "Patent"}
    first, later = list(said.items())[:EXPLAINED], list(said.items())[EXPLAINED:]
    assert all(("model" in kinds) == (int(id[2:-1]) % 3 == 100 % 3) for id, kinds in first)
    assert any("model" in kinds for _, kinds in first)
    assert later
    assert not any("model" in kinds for _, kinds in later)


def test_a_demand_that_is_not_released_is_not_sent(graph: Projection, index: TextIndex) -> None:
    with endpoint() as spoken:
        match(graph, index, NEED, 5, plugged=plugged(spoken.address), shown=False, today=TODAY)
    assert spoken.asked == []


def test_words_of_the_model_are_looked_for(graph: Projection, index: TextIndex) -> None:
    with endpoint(name='```json\n["滴灌带"]\n```', say=SAID) as spoken:
        model = Plugged(model=Endpoint(spoken.address, "m"))
        found = match(graph, index, "节水", 9, ["Patent"], plugged=model, today=TODAY)
    assert "滴灌带" in found.rows["name"].iat[0]
    assert not any("滴灌带" in name for name in match(graph, index, "耐热", 3, ["Patent"]).rows["name"])


@pytest.mark.parametrize("said", ["I cannot", '{"zh": 1}', "[]"])
def test_a_model_that_says_something_else_is_told_and_the_match_goes_on(
    graph: Projection, index: TextIndex, said: str,
) -> None:
    with endpoint(name=said, say=said) as spoken:
        found = match(graph, index, NEED, 3, plugged=Plugged(model=Endpoint(spoken.address, "m")), today=TODAY)
    assert bool(found.notes) == (said == "I cannot")
    assert found.rows["id"].tolist() == match(graph, index, NEED, 3).rows["id"].tolist()


def test_without_a_server_the_order_is_the_corpus_s_own(graph: Projection, index: TextIndex, tmp_path: Path) -> None:
    with endpoint() as spoken:
        address = spoken.address
    found = match(graph, index, NEED, 3, plugged=plugged(address), today=TODAY)
    assert len(found.notes) == 2
    assert all(note["zh"] and note["en"] for note in found.notes)
    assert found.rows["id"].tolist() == match(graph, index, NEED, 3).rows["id"].tolist()
