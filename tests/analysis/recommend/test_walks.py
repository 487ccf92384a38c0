"""Walks to the end and walks cut short, beside powers of the matrix of steps."""

from __future__ import annotations

import numpy as np
import pytest
from analysis.recommend.histories import dated

from ipgraph.analysis.measures import personalised_pagerank
from ipgraph.analysis.recommend import walks
from ipgraph.analysis.recommend.before import before
from ipgraph.analysis.recommend.events import events
from ipgraph.analysis.recommend.history import history
from ipgraph.analysis.recommend.past import Past
from ipgraph.analysis.recommend.walks import ALPHA, Short, pair_walker, walker, whole

ROWS = np.array([0, 2])


@pytest.fixture(scope="module")
def past() -> Past:
    """Five firms, two of them on one patent, with classes, inventors and citations."""
    graph = dated(
        {"P1": ("2000-01-01", "e:a+p:x"), "P2": ("2001-01-01", "e:b+e:c+p:x+p:y"), "P3": ("2002-01-01", "e:c+p:y"),
         "P4": ("2003-01-01", "e:d"), "P5": ("2004-01-01", "e:e"), "P6": ("2005-01-01", "e:a")},
        ("P3>P1", "P4>P3", "P5>P4", "P6>P4"), nodes={"TechClass": [{"id": "A01B1/00"}, {"id": "C08J5/18"}]},
        edges={"CLASSIFIED_AS": [{"source": "P1", "target": "A01B1/00"}, {"source": "P5", "target": "A01B1/00"},
                                 {"source": "P4", "target": "C08J5/18"}]})
    known = history(graph)
    return before(known, "flow", int(known.day.max()) + 1, events(known, "flow"))


def test_a_walk_cut_short_is_the_sum_of_its_first_steps(past: Past) -> None:
    adjacency = whole(past.held, past.cites, past.classes, past.others).toarray()
    step = adjacency / np.maximum(adjacency.sum(axis=1, keepdims=True), 1)
    count = len(past.actors)
    wanted = sum((1 - ALPHA) * ALPHA ** n * np.linalg.matrix_power(step, n)[:count, :count] for n in (2, 3, 4))
    found = Short.of(past.held, past.cites, past.classes, past.others)(ROWS).toarray()
    np.testing.assert_allclose(found, wanted[ROWS], atol=1e-6)


def test_a_walk_to_the_end_is_pagerank(past: Past) -> None:
    adjacency = whole(past.held, past.cites, past.classes, past.others)
    found = walker(past.held, past.cites, past.classes, past.others)(ROWS).toarray()
    for row, at in zip(found, ROWS, strict=True):
        seeds = np.zeros(adjacency.shape[0])
        seeds[at] = 1
        np.testing.assert_allclose(row, personalised_pagerank(adjacency, seeds)[:len(past.actors)], atol=0.01)


def test_a_large_graph_is_walked_a_few_steps(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walks, "EXACT", 0)
    assert isinstance(walker(past.held, past.cites, past.classes, past.others), Short)
    step = (past.pairs + past.pairs.T).toarray()
    step = step / np.maximum(step.sum(axis=1, keepdims=True), 1)
    found = pair_walker(past.pairs)(ROWS).toarray()
    np.testing.assert_allclose(found, (ALPHA * step + ALPHA ** 2 * step @ step)[ROWS], atol=1e-6)
