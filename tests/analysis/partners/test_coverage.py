import numpy as np
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.partners.coverage import coverage
from ipgraph.analysis.portfolio import organisations, worth
from ipgraph.analysis.thresholds import DEFAULT

#: a has most in s, b in t; p is a person with more than any of them; w works in t without patents, b beside patents.
GRAPH = chain_graph(
    ["s", "t"], ["s>t"],
    [*((f"A{n}", "e:a", "s") for n in range(4)), ("B1", "e:b", "s"), ("B2", "e:b", "t"), ("B3", "e:b", "t"),
     ("C1", "e:c", "s"), ("C2", "e:c", "s"), ("C3", "e:c", "t"), *((f"P{n}", "p:p", "t") for n in range(9))],
    OPERATES_IN=pairs("e:w>t", "e:b>t"),
)


def by_hand(need: np.ndarray, at: np.ndarray) -> np.ndarray:
    logs = np.log1p(worth(GRAPH, DEFAULT)[at].toarray())
    works = GRAPH.edges["OPERATES_IN"].out[at].toarray() * DEFAULT.works_there
    most = logs.max(axis=0)
    return np.maximum(logs / np.where(most > 0, most, 1), works) @ need


def test_each_is_measured_against_the_best_of_the_candidates() -> None:
    need = np.array([0.7, 0.4])
    everybody = np.flatnonzero(organisations(GRAPH))
    for gone in [None, *everybody]:
        at = everybody[everybody != gone]
        np.testing.assert_allclose(coverage(GRAPH, need, at, DEFAULT), by_hand(need, at))


def test_a_segment_that_is_not_needed_counts_nothing() -> None:
    at = np.flatnonzero(organisations(GRAPH))
    need = np.array([0.0, 1.0])
    found = dict(zip(GRAPH.nodes["Holder"]["id"].iloc[at], coverage(GRAPH, need, at, DEFAULT), strict=True))
    assert found == {"e:a": 0, "e:b": 1, "e:c": found["e:c"], "e:w": DEFAULT.works_there}
    assert 0 < found["e:c"] < 1
