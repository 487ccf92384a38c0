from datetime import date

import numpy as np
import pandas as pd
import pytest
from analysis.graphs import chain_graph, graph_of, pairs

from ipgraph.analysis.quality.indicators import RECORDED, filing_year, percentile
from ipgraph.analysis.quality.quality_tree import INDICATORS
from ipgraph.projection import Projection

UNKNOWN = {"patent_type": None, "status": None}


def told(graph: Projection, name: str) -> list[float | None]:
    return [None if np.isnan(value) else round(float(value), 9) for value in RECORDED[name](graph)]


def test_every_indicator_of_the_tree_is_read() -> None:
    assert list(RECORDED) == list(INDICATORS)


def test_a_percentile_stands_in_the_middle_of_its_equals() -> None:
    assert percentile(pd.Series([7.0])).tolist() == [.5]
    assert percentile(pd.Series([1.0, 1.0, 9.0, None])).tolist()[:3] == pytest.approx([1 / 3, 1 / 3, 5 / 6])
    assert percentile(pd.Series([1.0, 9.0]), pd.Series([2000.0, 2001.0])).tolist() == [.5, .5]
    assert percentile(pd.Series([None, None], dtype=float)).isna().all()


def test_a_percentile_is_the_mean_rank_of_pandas() -> None:
    chance = np.random.default_rng(7)
    values = pd.Series(chance.integers(0, 9, 500).astype(float)).mask(chance.random(500) < .2)
    cohort = pd.Series(chance.integers(2000, 2006, 500).astype(float)).mask(chance.random(500) < .1)
    ranked = values.groupby(cohort.fillna(-1).where(values.notna()))
    expected = (ranked.rank(method="average") - .5) / ranked.transform("count")
    pd.testing.assert_series_equal(percentile(values, cohort), expected, check_names=False)


def test_citations_are_compared_within_the_filing_year() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {"cited_by": 4, "filed_on": date(2010, 1, 1)}),
        ("P2", "e:a", "s", {"cited_by": 9, "filed_on": date(2010, 5, 1)}),
        ("P3", "e:a", "s", {"cited_by": 1, "filed_on": date(2020, 1, 1)}),
    ])
    assert told(graph, "citations") == [.25, .75, .5]


def test_citations_loaded_stand_in_where_no_source_counts_them() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {"cited_by": 0}), ("P2", "e:a", "s"), ("P3", "e:a", "s"), ("P4", "e:a", "s"),
    ], CITES=pairs("P2>P3"))
    assert told(graph, "citations") == [.5, .25, .75, None]


def test_a_grant_shows_in_the_level() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {"status": "pending"}), ("P2", "e:a", "s", {"status": None, "granted_on": date(2020, 1, 1)}),
    ])
    assert told(graph, "level") == [.6, 1]


def test_the_kind_of_a_number_tells_of_a_grant() -> None:
    ids = ["US10199697B2", "CN101007629C", "EP2199141B1", "US5123456A",
           "US20220340031A1", "JP2001345472A", "FR3019215A1"]
    graph = chain_graph(["s"], [], [(id, "e:a", "s", {"status": None}) for id in ids])
    levels = dict(zip(graph.nodes["Patent"]["id"], told(graph, "level"), strict=True))
    assert [levels[id] for id in ids] == [1, 1, 1, 1, .6, .6, .6]


def test_the_term_left_is_told_of_what_is_alive() -> None:
    on = {"filed_on": date(2014, 6, 30)}
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {**on, "status": "active"}), ("P2", "e:a", "s", {**on, "patent_type": "utility"}),
        ("P3", "e:a", "s", {**on, "status": "ended"}), ("P4", "e:a", "s", {**on, "status": None}),
        ("P5", "e:a", "s", {"filed_on": date(1990, 1, 1)}),
    ])
    left = told(graph, "term")
    assert left[0] == pytest.approx(.5, abs=1e-3)
    assert left[1] == pytest.approx(0, abs=1e-3)
    assert left[2:] == [None, None, 0]


def test_what_the_graph_says_of_use_counts_where_it_is_said() -> None:
    graph = graph_of({
        "Patent": [{"id": id} for id in ("P1", "P2", "P3")],
        "Deal": [{"id": "d", "mode": "transfer"}, {"id": "e", "mode": "pledge"}, {"id": "f", "mode": "gift"}],
        "Pool": [{"id": "o"}], "Standard": [{"id": "s"}],
        "Evaluation": [{"id": "v", "side": "owner", "score": 8.0, "scale": 10.0},
                       {"id": "w", "side": "enterprise", "score": 60.0, "scale": 100.0},
                       {"id": "x", "side": "owner", "score": 4.0}, {"id": "y", "score": 9.0, "scale": 5.0}],
    }, {
        "CONCERNS": pairs("d>P1", "e>P1", "d>P2", "f>P3"), "IN_POOL": pairs("P2>o"), "DECLARED_FOR": pairs("P3>s"),
        "EVALUATES": pairs("v>P1", "w>P1", "x>P2", "y>P3"),
    })
    assert told(graph, "deal") == [1, .8, None]
    assert told(graph, "pool") == [None, 1, None]
    assert told(graph, "standard") == [None, None, 1]
    assert told(graph, "evaluation") == [.7, None, None]


def test_year_of_filing_else_of_publication() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {"filed_on": date(2010, 1, 1), "published_on": date(2012, 1, 1)}),
        ("P2", "e:a", "s", {"published_on": date(2012, 1, 1)}), ("P3", "e:a", "s"),
    ])
    assert filing_year(graph).fillna(0).tolist() == [2010, 2012, 0]


def test_citations_loaded_are_not_read_where_a_source_counts_them_all() -> None:
    graph = chain_graph(["s"], [], [("P1", "e:a", "s", {"cited_by": 0}), ("P2", "e:a", "s", {"cited_by": 2})],
                        CITES=pairs("P2>P1"))
    counted = Projection(graph.version, graph.as_of, graph.nodes, {})
    assert told(counted, "citations") == told(graph, "citations") == [.25, .75]
