"""What the graph tells with a day, and what came to pass by it."""

from __future__ import annotations

from datetime import date

import numpy as np
from analysis.recommend.histories import dated

from ipgraph.analysis.recommend.before import before
from ipgraph.analysis.recommend.events import cuts, events
from ipgraph.analysis.recommend.history import history, less
from ipgraph.analysis.recommend.questions import questions
from ipgraph.projection import ENDS, Edges, Projection


def named(graph: Projection, task: str) -> set[tuple[str, str]]:
    ids = graph.nodes["Holder"]["id"]
    found = events(history(graph), task)
    return {(ids[s], ids[p]) for s, p in zip(found["seeker"], found["partner"], strict=True)}


def test_a_person_who_applies_is_an_inventor() -> None:
    graph = dated({"P1": ("2010-01-01", "e:a+p:x+p:y"), "P2": ("2010-01-01", "e:a+i:b")})
    assert named(graph, "cofiling") == {("e:a", "i:b"), ("i:b", "e:a")}
    assert named(graph, "inventors") == {("p:x", "p:y"), ("p:y", "p:x")}


def test_a_flow_goes_from_who_cites_to_who_is_cited() -> None:
    graph = dated({"P1": ("2010-01-01", "e:a"), "P2": ("2005-01-01", "e:b"), "P3": ("2004-01-01", "e:a")},
                  ("P1>P2", "P1>P3"))
    assert named(graph, "flow") == {("e:a", "e:b")}


def test_a_transfer_is_a_dated_deal_that_is_no_pledge() -> None:
    graph = dated({"P1": ("2010-01-01", "e:a"), "P2": ("2010-01-01", "e:b+e:c")}, nodes={"Deal": [
        {"id": "d1", "mode": "transfer", "recorded_on": date(2015, 1, 1)},
        {"id": "d2", "mode": "pledge", "recorded_on": date(2015, 1, 1)}, {"id": "d3", "mode": "licence"}]}, edges={
        "GRANTS": [{"source": "e:a", "target": d} for d in ("d1", "d2", "d3")],
        "RECEIVES": [{"source": "e:b", "target": "d1"}, {"source": "e:c", "target": "d2"},
                     {"source": "e:c", "target": "d3"}]})
    assert named(graph, "transfer") == {("e:a", "e:b"), ("e:b", "e:a")}


def test_who_received_a_patent_is_a_stranger_to_it_before() -> None:
    """P1 has no applicant; a had it first and passed it to b in 2015, so b is not on it from 2005."""
    graph = dated({"P1": ("2005-01-01", "e:z"), "P2": ("2005-01-01", "e:b")}, edges={
        "FILED": [{"source": "e:b", "target": "P2"}],
        "OWNS": [{"source": "e:b", "target": "P1"}],
        "OWNED": [{"source": "e:b", "target": "P1", "since": date(2015, 1, 1)},
                  {"source": "e:z", "target": "P1", "until": date(2015, 1, 1)}]})
    ids = graph.nodes["Holder"]["id"]
    holder, patent = history(graph).organisations.tocoo().coords
    assert {(ids[h], int(p)) for h, p in zip(holder, patent, strict=True)} == {("e:b", 1), ("e:z", 0)}


def test_nothing_of_the_day_itself_or_later_is_known_before_it() -> None:
    graph = dated({"P1": ("2010-01-01", "e:a"), "P2": ("2005-01-01", "e:b"), "P3": ("2009-12-31", "e:c")},
                  ("P1>P2", "P3>P2"))
    known = history(graph)
    found = events(known, "flow")
    day = int(known.day[0])
    past = before(known, "flow", day, found)
    assert [graph.nodes["Holder"]["id"][n] for n in past.actors] == ["e:b", "e:c"]
    assert past.pairs.toarray().tolist() == [[0, 0], [1, 0]]
    assert past.cites.nnz == 1


def test_pairs_are_new_known_or_unseen() -> None:
    graph = dated({"P1": ("2000-01-01", "e:a"), "P2": ("2000-01-01", "e:b"), "P3": ("2001-01-01", "e:a"),
                   "P4": ("2006-01-01", "e:a"), "P5": ("2006-01-02", "e:b"), "P6": ("2006-01-02", "e:c")},
                  ("P3>P2", "P4>P2", "P5>P1", "P6>P1"))
    known = history(graph)
    found = events(known, "flow")
    past = before(known, "flow", int(known.day[3]), found)
    new, again = questions(past, found, True), questions(past, found, False)
    assert new.seekers.tolist() == [1]  # b builds on a for the first time
    assert again.seekers.tolist() == [0]  # a builds on b once more
    assert new.unseen == 1  # c was not there
    assert new.barred.toarray().tolist() == [[0, 1]]


def bare(graph: Projection, patent: int) -> Projection:
    """The graph with nothing that leads to or from a patent."""
    left = {}
    for type, ends in ENDS.items():
        edges = graph.edges[type]
        gone = np.zeros(len(edges), dtype=bool)
        for label, at in zip(ends, (edges.source, edges.target), strict=True):
            gone |= (label == "Patent") & (at == patent)
        data = edges.data[~gone].reset_index(drop=True)
        left[type] = Edges(edges.source[~gone], edges.target[~gone], data, edges.shape)
    return Projection(graph.version, graph.as_of, graph.nodes, left)


def test_less_is_what_is_read_of_a_graph_without_the_thing() -> None:
    patents = {"P1": ("2010-01-01", "e:a+p:x"), "P2": ("2005-01-01", "e:b+e:a"), "P3": ("2009-12-31", "e:c+p:x")}
    more = {"nodes": {"TechClass": [{"id": "A01B1/00"}]}, "edges": {"CLASSIFIED_AS": [
        {"source": p, "target": "A01B1/00"} for p in patents]}}
    known = history(dated(patents, ("P1>P2", "P3>P2"), **more))
    for found, wanted in (
        (less(known, citation=(0, 1)), history(dated(patents, ("P3>P2",), **more))),
        (less(known, patent=1), history(bare(dated(patents, ("P1>P2", "P3>P2"), **more), 1))),
    ):
        for name in ("organisations", "persons", "classes", "subclasses", "cites", "serves"):
            assert getattr(found, name).toarray().tolist() == getattr(wanted, name).toarray().tolist(), name
        assert found.day.tolist() == wanted.day.tolist()


def test_cuts_end_where_the_data_do() -> None:
    graph = dated({f"P{y}": (f"{y}-06-01", "e:a+e:b") for y in range(2000, 2020)})
    days = cuts(events(history(graph), "cofiling"))
    assert len(days) == 3
    assert days[0] - days[1] in (730, 731)
    assert cuts(events(history(dated({"P1": ("2000-01-01", "e:a")})), "cofiling")) == []
