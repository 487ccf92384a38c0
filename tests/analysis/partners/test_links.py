import numpy as np
import pytest
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.partners.links import citation, common

DRAW = np.random.default_rng(2)
CITES = sorted({(int(a), int(b)) for a, b in DRAW.integers(0, 30, (60, 2)) if a > b})
GRAPH = chain_graph(["s"], [], [(f"P{n:02}", "e:a", "s") for n in range(30)],
                    CITES=pairs(*(f"P{a:02}>P{b:02}" for a, b in CITES)))


@pytest.mark.parametrize("sizes", [(0, 5), (5, 0), (1, 20), (20, 3), (12, 12), (0, 0)])
def test_what_is_in_both(sizes: tuple[int, int]) -> None:
    some, others = (np.sort(DRAW.choice(25, size, replace=False)) for size in sizes)
    assert common(some, others).tolist() == sorted(set(some.tolist()) & set(others.tolist()))


@pytest.mark.parametrize("sizes", [(3, 12), (12, 3), (8, 8), (0, 4), (4, 0), (1, 1)])
def test_the_first_citation_between_two_portfolios(sizes: tuple[int, int]) -> None:
    for _ in range(20):
        citing, cited = (np.sort(DRAW.choice(30, size, replace=False)) for size in sizes)
        known = [(a, b) for a, b in CITES if a in citing and b in cited]
        assert citation(GRAPH, citing, cited) == (min(known) if known else None)
