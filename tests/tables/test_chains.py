from __future__ import annotations

from typing import Any

import pytest
from ibis.backends.duckdb import Backend
from tables.drafts import by_id, draft, file, noted, records, refused

from ipgraph.tables.chains import clean_chains, clean_segments, feeds, looped, segment_tables
from ipgraph.tables.engine import keep

CHAIN = {"id": "c", "name": "锂電池"}


def segmented(con: Backend, *files: Any) -> tuple[Any, list[dict[str, Any]]]:
    """Rows of segments kept under CHAIN, and the faults."""
    chains, _ = clean_chains(con, draft(con, "chains", CHAIN))
    rows, faults = clean_segments(con, draft(con, "segments", *files), chains)
    return rows, records(con, faults)


def segment(id: str, **cells: Any) -> dict[str, Any]:
    return {"id": id, "chain": "c", "name": id} | cells


def test_a_chain_needs_an_id_and_a_name_and_says_one_thing(con: Backend) -> None:
    kept, faults = clean_chains(con, draft(
        con, "chains", CHAIN, {"id": "", "name": "x"}, {"id": "d"}, CHAIN, {"id": "c", "name": "光伏"}))
    assert refused(records(con, faults)) == {
        (3, "id", "missing"), (4, "name", "missing"), (6, "id", "duplicate-differs")}
    assert {row["name"] for row in records(con, kept)} == {"锂电池"}


def test_segments_are_refused_for_what_they_lack_or_refer_to(con: Backend) -> None:
    rows, faults = segmented(
        con, segment("a"), segment("b", chain="nowhere"), segment("d", chain=None), segment("e", parent="e"),
        segment("f", parent="z"), segment("g", name=None), segment("a", name="other"), segment("h", parent="f"),
        segment("i", parent="b"), segment("", name="x"))
    assert refused(faults) == {
        (3, "chain", "edge-to-nothing"), (4, "chain", "missing"),
        (5, "parent", "self-reference"), (6, "parent", "edge-to-nothing"), (7, "id", "edge-to-nothing"),
        (8, "id", "duplicate-differs"), (9, "parent", "edge-to-nothing"), (10, "parent", "edge-to-nothing"),
        (11, "id", "missing"),
    }
    assert {row["id"] for row in records(con, rows)} == {"a"}


def test_segments_that_are_above_themselves_are_refused_with_what_is_below(con: Backend) -> None:
    rows, faults = segmented(
        con, segment("a", parent="b"), segment("b", parent="a"), segment("c", parent="a"), segment("d"))
    assert refused(faults) == {
        (2, "parent", "self-reference"), (3, "parent", "self-reference"), (4, "parent", "edge-to-nothing")}
    assert {row["id"] for row in records(con, rows)} == {"d"}


@pytest.mark.parametrize(("parents", "loop"), [
    ({"a": "b", "b": "c"}, []), ({"a": "a"}, ["a"]), ({"a": "b", "b": "a", "c": "a"}, ["a", "b"]), ({}, [])])
def test_only_those_in_a_loop_are_in_it(parents: dict[str, str], loop: list[str]) -> None:
    assert looped(parents) == loop


def test_stages_in_both_languages_and_unknown_ones_noted(con: Backend) -> None:
    stages = {"a": "上游", "b": "Midstream", "d": "下游", "e": "側面", "f": None, "g": "無上中下游"}
    rows, faults = segmented(con, *(segment(id, stage=stage) for id, stage in stages.items()))
    nodes, *_ = segment_tables(con, rows)
    assert {id: row["stage"] for id, row in by_id(con, nodes).items()} == {
        "a": "upstream", "b": "midstream", "d": "downstream", "e": None, "f": None, "g": None}
    assert noted(faults) == {(5, "stage", "unknown-value")}


def test_another_file_may_place_a_segment_that_one_names(con: Backend) -> None:
    rows, faults = segmented(
        con, file("class.json", segments=[segment("a"), segment("b", parent="a")]),
        file("order.yaml", segments=[segment("b", name=None, stage="上游", number="1.1")]))
    nodes, to_chain, to_segment = segment_tables(con, rows)
    assert faults == []
    found = by_id(con, nodes)["b"]
    assert (found["name"], found["stage"], found["number"]) == ("b", "upstream", "1.1")
    assert found["source"] == ["class.json", "order.yaml"]
    assert [(row["start"], row["end"]) for row in records(con, to_chain)] == [("a", "c")]
    assert [(row["start"], row["end"]) for row in records(con, to_segment)] == [("b", "a")]


def test_feeds_between_segments_that_are_there(con: Backend) -> None:
    segments = keep(con, "nodes", draft(con, "segments", segment("a"), segment("b")))
    edges, faults = feeds(con, draft(
        con, "feeds", {"start": "a", "end": "b"}, {"start": "a", "end": "b", "reason": "原料"},
        {"start": "a", "end": "z"}, {"start": "z", "end": "b"}, {"start": "a", "end": "a"}, {"start": "a"}), segments)
    assert [(row["start"], row["end"], row["reason"]) for row in records(con, edges)] == [("a", "b", "原料")]
    assert refused(records(con, faults)) == {
        (4, "end", "edge-to-nothing"), (5, "start", "edge-to-nothing"), (6, "end", "self-reference"),
        (7, "end", "missing")}
