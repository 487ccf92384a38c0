from __future__ import annotations

import numpy as np
import pytest
from analysis.matching.corpus import corpus_graph, corpus_index

from ipgraph.analysis.matching import evaluate_matching
from ipgraph.analysis.matching.baselines import Counted, bm25_weights, flags
from ipgraph.analysis.matching.evaluate import measured


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict:
    graph = corpus_graph()
    return evaluate_matching(graph, corpus_index(graph, tmp_path_factory.mktemp("home")))


def test_every_task_has_its_queries(found: dict) -> None:
    queries = {name: task["queries"] for name, task in found["tasks"].items()}
    assert queries == {"title": 54, "cites": 48, "cites_chinese": 48, "classes": 54}
    assert found["tasks"]["cites"] == {"queries": 48, "candidates": 54, "too_few": True}


def test_methods_stand_beside_one_another(found: dict) -> None:
    task = found["tasks"]["title"]
    assert set(task["methods"]) == {"bm25 characters", "bm25 pairs", "bm25 words", "tf-idf n-grams", "latent vectors",
                                    "rank fusion", "ours"}
    chance = sum(1 / n for n in range(1, 55)) / 54
    assert all(0 <= method["mrr_ci"][0] <= method["mrr"] <= method["mrr_ci"][1] <= 1
               for method in task["methods"].values())
    assert task["methods"]["ours"]["mrr"] > 3 * chance
    assert task["trained"] == 0  # 27 lessons are too few to learn from


def test_figures_of_ranks() -> None:
    assert measured(np.array([1]), 1).tolist() == [1, 1, 1]
    assert measured(np.array([], dtype=int), 3).tolist() == [0, 0, 0]
    assert measured(np.array([4, 101]), 2)[[0, 2]].tolist() == [0.25, 0.5]


def test_bm25_against_the_formula_by_hand() -> None:
    counted = Counted(["a b a", "b c"], str.split)
    scores = (flags(counted.of(["a a"])) @ bm25_weights(counted.documents).T).toarray()
    idf = np.log(1 + (2 - 1 + 0.5) / 1.5)
    assert scores[0, 0] == pytest.approx(idf * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 3 / 2.5)))
    assert scores[0, 1] == 0
