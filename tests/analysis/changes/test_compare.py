from __future__ import annotations

import json
from datetime import date
from typing import Any

import pandas as pd
import pytest
from analysis.graphs import chain_graph

from ipgraph.analysis import compare, gap_board, read_day
from ipgraph.errors import NotFound, UsageError
from ipgraph.projection import Projection


def filed(number: str, holders: str, segments: str, day: date | None, **more: Any) -> tuple[Any, ...]:
    return number, holders, segments, {"filed_on": day, **more}


GRAPH = chain_graph(
    ["film", "cell"], ["film>cell"],
    [
        filed("F0", "e:asahi", "film", date(2008, 1, 1)), filed("F1", "e:asahi", "film", date(2010, 12, 31)),
        filed("F2", "e:home", "film", date(2011, 1, 1)), filed("F3", "e:home", "film", date(2015, 6, 1)),
        filed("C0", "e:home", "cell", None, published_on=date(2012, 3, 1)), filed("C1", "e:home", "cell", None),
    ],
    countries={"e:asahi": "JP"},
    OWNS=[{"source": "e:home", "target": "F0"}],
    OWNED=[
        {"source": "e:asahi", "target": "F0", "since": None, "until": date(2014, 5, 1)},
        {"source": "e:home", "target": "F0", "since": date(2014, 5, 1), "until": None},
    ],
)


def moved(since: str, until: str, graph: Projection = GRAPH) -> dict[tuple[str, str], tuple[Any, Any]]:
    found = compare(graph, "c", read_day(since), read_day(until)).moves
    return {(r["segment"], r["measure"]): (r["before"], r["after"]) for r in found.to_dict("records")}


def test_a_board_has_what_was_filed_by_the_end_of_the_day() -> None:
    found = moved("2010", "2011-01-01")
    assert found["film", "patents"] == (2, 3)
    assert found["film", "foreign"] == (1, pytest.approx(2 / 3))
    assert ("cell", "patents") not in found


def test_a_day_of_publication_stands_in_where_none_of_filing_is_known() -> None:
    assert moved("2011", "2012")["cell", "patents"] == (0, 1)


def test_patents_are_held_by_the_owners_of_the_day() -> None:
    # Until it was handed over, F0 was foreign: nothing else was filed in between.
    assert moved("2014-04-30", "2014-05-01")["film", "foreign"] == (pytest.approx(2 / 3), pytest.approx(1 / 3))


def test_a_status_that_changes_is_told_by_its_code() -> None:
    before, after = moved("2007", "2015")["film", "status_code"]
    assert before == "missing"
    assert after == gap_board(GRAPH, "c").set_index("segment")["status_code"]["film"]


def test_the_patents_in_between_are_named_and_those_without_a_day_counted() -> None:
    found = compare(GRAPH, "c", date(2010, 12, 31), date(2012, 12, 31))
    assert found.new["id"].tolist() == ["F2", "C0"]
    assert (found.patents_from, found.patents_to, found.undated) == (2, 4, 1)
    json.dumps(found.as_record(), allow_nan=False)


@pytest.mark.parametrize(("since", "until", "said"), [
    ("2016", "2020", "no patent of the chain was filed after 2016-12-31 and by 2020-12-31"),
    ("1990", "1991", "no patent of the chain was filed after 1990-12-31"), ("2011", "2011", "both days are the same"),
])
def test_a_range_with_nothing_in_it_says_why(since: str, until: str, said: str) -> None:
    found = compare(GRAPH, "c", read_day(since), read_day(until))
    assert found.moves.empty
    assert found.reason is not None
    assert found.reason[1].startswith(said)


def test_chains_without_patents_and_without_days_say_so() -> None:
    bare = chain_graph(["film"])
    assert compare(bare, "c", date(2010, 1, 1), date(2011, 1, 1)).reason == (
        "该产业链没有专利", "no patent serves the chain")
    undated = chain_graph(["film"], patents=[filed("F0", "e:home", "film", None)])
    reason = compare(undated, "c", date(2010, 1, 1), date(2011, 1, 1)).reason
    assert reason is not None
    assert "has a day" in reason[1]


def test_the_graph_itself_stays_as_it_is() -> None:
    before = gap_board(GRAPH, "c")
    compare(GRAPH, "c", date(2000, 1, 1), date(2010, 1, 1))
    pd.testing.assert_frame_equal(gap_board(GRAPH, "c"), before)


def test_what_cannot_be_compared_is_said() -> None:
    with pytest.raises(UsageError, match="lies after"):
        compare(GRAPH, "c", date(2012, 1, 1), date(2011, 1, 1))
    with pytest.raises(NotFound):
        compare(GRAPH, "c", date(2010, 1, 1), date(2011, 1, 1), "nowhere")
    for text in ("", "20101", "2010-13", "2010-02-30", "yesterday", "01/02/2020", "12/2020", "1Q20", "2020W10"):
        with pytest.raises(UsageError, match="no day"):
            read_day(text)
