from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from analysis.graphs import graph_of
from analysis.matching.corpus import corpus_index

from ipgraph.analysis.matching import Filters, Matches, match
from ipgraph.errors import NotFound, UsageError
from ipgraph.projection import Projection
from ipgraph.text import TextIndex, open_texts

NEED = "寻找提高耐热性的陶瓷涂层隔膜"


def best(found: Matches, kind: str) -> str:
    return str(found.rows[found.rows["kind"] == kind]["id"].iat[0])


def test_a_need_leads_to_patent_team_and_institution(graph: Projection, index: TextIndex) -> None:
    found = match(graph, index, NEED, 3)
    assert best(found, "Patent") == "CN100A"
    assert best(found, "Institution") == "i:大学"
    assert best(found, "Team") == "i:大学#p:乙"
    assert found.rows["score"].is_monotonic_decreasing
    assert found.rows["score"].between(0, 1).all()
    assert found.need.classes["id"].iat[0] == "H01M"
    assert found.need.segments["id"].iat[0] == "s1"
    assert found.lessons == 54


def test_reasons_name_what_stands_in_the_patent(graph: Projection, index: TextIndex) -> None:
    row = match(graph, index, NEED, 1, ["Patent"]).rows.iloc[0]
    said = {reason["kind"]: reason for reason in row["reasons"]}
    assert set(said) == {"words", "class", "segment", "passage"}
    assert said["class"]["classes"] == ["H01M"]
    assert said["segment"]["segments"] == ["s1"]
    assert "隔膜" in said["passage"]["passage"]
    assert all(reason["zh"] and reason["en"] for reason in row["reasons"])


def test_words_that_are_not_there_are_no_reason(graph: Projection, index: TextIndex) -> None:
    row = match(graph, index, "陶瓷涂层隔膜 量子纠缠", 1, ["Patent"]).rows.iloc[0]
    [words] = [reason["words"] for reason in row["reasons"] if reason["kind"] == "words"]
    assert words
    assert not {"量子", "纠缠"} & set(words)


def test_traditional_and_simplified_are_one(graph: Projection, index: TextIndex) -> None:
    one, other = match(graph, index, "提高耐熱性的陶瓷塗層隔膜"), match(graph, index, "提高耐热性的陶瓷涂层隔膜")
    assert one.rows["id"].tolist() == other.rows["id"].tolist()


@pytest.mark.parametrize(("filters", "expected"), [
    (Filters(status="active"), lambda id: int(id[2:-1]) % 2 == 1),
    (Filters(licence="open_licence"), lambda id: id == "CN100A"),
    (Filters(owner="institution"), lambda id: int(id[2:-1]) < 109 or 118 <= int(id[2:-1]) < 127),
    (Filters(owner="农机"), lambda id: 109 <= int(id[2:-1]) < 118 or int(id[2:-1]) >= 127),
    (Filters(region="山东省"), lambda id: 109 <= int(id[2:-1]) < 118 or int(id[2:-1]) >= 127),
])
def test_filters_hold(graph: Projection, index: TextIndex, filters: Filters, expected) -> None:
    found = match(graph, index, "提高隔膜和水的性能", 20, ["Patent"], filters).rows
    assert len(found)
    assert all(expected(id) for id in found["id"])


@pytest.mark.parametrize("need", ["", "  \n", "？！…"])
def test_an_empty_need_is_refused(graph: Projection, index: TextIndex, need: str) -> None:
    with pytest.raises(UsageError, match="the need is empty"):
        match(graph, index, need)


def test_an_endless_need_is_refused(graph: Projection, index: TextIndex) -> None:
    with pytest.raises(UsageError, match="at most 50000"):
        match(graph, index, "隔" * 50_001)


def test_twenty_thousand_letters_are_read(graph: Projection, index: TextIndex) -> None:
    assert best(match(graph, index, (NEED + "，") * 1400, 3), "Patent") == "CN100A"


@pytest.mark.parametrize(("need", "patents"), [("滴", 3), ("隔膜", 3), ("ceramic", 0)])
def test_one_word_is_a_need(graph: Projection, index: TextIndex, need: str, patents: int) -> None:
    found = match(graph, index, need, 3).rows
    assert found["kind"].eq("Patent").sum() == patents


def test_patents_without_classes_are_found(tmp_path: Path) -> None:
    graph = graph_of({"Patent": [{"id": "CN1A"}]}, {})
    text = pa.table({"id": ["CN1A"], "title": ["电池隔膜"], "title_en": pa.nulls(1, pa.string()),
                     "abstract": pa.nulls(1, pa.string())})
    index = open_texts(lambda: text, graph.nodes["Patent"]["id"], "v", tmp_path)
    assert best(match(graph, index, "电池"), "Patent") == "CN1A"


def test_a_filter_that_admits_nothing_finds_nothing(graph: Projection, index: TextIndex) -> None:
    found = index.search(index.terms(NEED), 5, np.zeros(len(index), dtype=bool))
    assert len(found.rows) == 0


@pytest.mark.parametrize("need", ["リチウムイオン", "리튬 배터리", "خلية وقود"])
def test_a_script_that_nothing_is_written_in_finds_nothing(graph: Projection, index: TextIndex, need: str) -> None:
    found = match(graph, index, need)
    assert len(found.rows) == 0
    assert found.need.words == []


def test_unknown_kinds_states_and_names_are_told(graph: Projection, index: TextIndex) -> None:
    with pytest.raises(UsageError, match="no kind Person"):
        match(graph, index, NEED, 3, ["Person"])
    with pytest.raises(UsageError, match="no status dead"):
        match(graph, index, NEED, filters=Filters(status="dead"))
    with pytest.raises(UsageError, match="no licence free"):
        match(graph, index, NEED, filters=Filters(licence="free"))
    with pytest.raises(NotFound):
        match(graph, index, NEED, filters=Filters(owner="没有这家"))


def test_two_homes_give_the_same_answer(graph: Projection, index: TextIndex, tmp_path: Path) -> None:
    again = match(graph, corpus_index(graph, tmp_path), NEED).rows
    assert again.equals(match(graph, index, NEED).rows)
