from datetime import date

import pandas as pd
import pytest
from analysis.graphs import chain_graph

from ipgraph.analysis.quality import INDICATORS, coverage, filing_year, graded, percentile, quality
from ipgraph.analysis.thresholds import Thresholds

UNKNOWN = {"patent_type": None, "status": None}


def test_a_percentile_stands_in_the_middle_of_its_equals() -> None:
    assert percentile(pd.Series([7.0])).tolist() == [.5]
    assert percentile(pd.Series([1.0, 1.0, 9.0, None])).tolist()[:3] == pytest.approx([1 / 3, 1 / 3, 5 / 6])
    assert percentile(pd.Series([1.0, 9.0]), pd.Series([2000.0, 2001.0])).tolist() == [.5, .5]


def test_citations_are_compared_within_the_filing_year() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {"cited_by": 4, "filed_on": date(2010, 1, 1)}),
        ("P2", "e:a", "s", {"cited_by": 9, "filed_on": date(2010, 5, 1)}),
        ("P3", "e:a", "s", {"cited_by": 1, "filed_on": date(2020, 1, 1)}),
    ])
    assert quality(graph)["citations"].tolist() == [.25, .75, .5]


def test_what_is_missing_does_not_count() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {**UNKNOWN, "claims": 5}), ("P2", "e:a", "s", {**UNKNOWN, "claims": 9}),
        ("P3", "e:a", "s", UNKNOWN), ("P4", "e:a", "s", {"status": "ended"}),
    ])
    found = quality(graph)
    assert found["weight"].tolist() == pytest.approx([.25, .75, .5, (.6 + .2) / 2])
    assert found.loc[2, list(INDICATORS)].isna().all()
    assert coverage(graph) == {"level": .25, "force": .25, "citations": 0, "family": 0, "claims": .5}


def test_every_weight_is_above_zero_and_at_most_one() -> None:
    kinds = [{"patent_type": k, "status": s} for k in ("invention", "utility", "design", None)
             for s in ("active", "pending", "ended", None)]
    graph = chain_graph(["s"], [], [(f"P{n}", "e:a", "s", kind) for n, kind in enumerate(kinds)])
    weights = quality(graph)["weight"]
    assert ((weights > 0) & (weights <= 1)).all()


def test_a_grant_shows_in_the_level() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {"status": "pending"}), ("P2", "e:a", "s", {"status": None, "granted_on": date(2020, 1, 1)}),
    ])
    assert quality(graph)["level"].tolist() == [.6, 1]


def test_the_kind_of_a_number_tells_of_a_grant() -> None:
    ids = ["US10199697B2", "CN101007629C", "EP2199141B1", "US5123456A",
           "US20220340031A1", "JP2001345472A", "FR3019215A1"]
    graph = chain_graph(["s"], [], [(id, "e:a", "s", {"status": None}) for id in ids])
    levels = dict(zip(graph.nodes["Patent"]["id"], quality(graph)["level"], strict=True))
    assert [levels[id] for id in ids] == [1, 1, 1, 1, .6, .6, .6]


def test_graded_is_what_rests_on_more_than_the_type() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {"status": None}), ("P2", "e:a", "s", {"status": "ended"}), ("P3", "e:a", "s", UNKNOWN),
        ("P4", "e:a", "s", {**UNKNOWN, "granted_on": date(2020, 1, 1)}), ("P5", "e:a", "s", {"status": "pending"}),
        ("P6", "e:a", "s", {**UNKNOWN, "claims": 3}), ("US1234567B1", "e:a", "s", {"status": None}),
    ])
    assert graded(graph).tolist() == [False, True, False, True, True, False, True]
    assert graded(graph, Thresholds(indicators=1)).tolist() == [True, True, False, True, True, True, True]


def test_settings_are_obeyed() -> None:
    graph = chain_graph(["s"], [], [("P1", "e:a", "s", UNKNOWN)])
    assert quality(graph, Thresholds(neutral=.9))["weight"].tolist() == [.9]
    assert quality(graph)["weight"].tolist() == [.5]


def test_year_of_filing_else_of_publication() -> None:
    graph = chain_graph(["s"], [], [
        ("P1", "e:a", "s", {"filed_on": date(2010, 1, 1), "published_on": date(2012, 1, 1)}),
        ("P2", "e:a", "s", {"published_on": date(2012, 1, 1)}), ("P3", "e:a", "s"),
    ])
    assert filing_year(graph).fillna(0).tolist() == [2010, 2012, 0]


def test_no_patents() -> None:
    graph = chain_graph(["s"])
    assert quality(graph).empty
    assert coverage(graph)["level"] is None
