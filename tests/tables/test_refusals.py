from __future__ import annotations

import pytest
from ibis.backends.duckdb import Backend
from tables.drafts import draft, file, records

from ipgraph.sources.drafts import CHAINS
from ipgraph.tables.engine import keep
from ipgraph.tables.refusals import Fault, missing, repeats, sift


def test_a_reason_is_one_that_is_told_in_both_languages(con: Backend) -> None:
    table = draft(con, "chains", {"id": "a"})
    with pytest.raises(KeyError, match="because"):
        Fault("id", "because", table.id.notnull(), table.id).rows(table)


def test_required_columns_must_not_be_empty(con: Backend) -> None:
    table = draft(con, "chains", {"id": "a", "name": "-"}, {"id": "b", "name": "b"})
    kept, faults = sift(con, "chains", table, missing(CHAINS, table))
    assert [row["id"] for row in records(con, kept)] == ["b"]
    assert [(row["row"], row["field"], row["reason"]) for row in records(con, faults)] == [(2, "name", "missing")]


def test_a_repeat_is_within_a_file_and_silence_contradicts_nothing(con: Backend) -> None:
    table = draft(
        con, "chains", file("a.csv", chains=[
            {"id": "x", "name": None}, {"id": "x", "name": "one"}, {"id": "x", "name": "two"},
            {"id": "x", "name": "one"},
            {"id": None, "name": "three"}]),
        file("b.csv", chains=[{"id": "x", "name": "other"}]))
    marked = keep(con, "marked", table.mutate(repeats=repeats(table, "id", "name")))
    assert {(r["source"], r["row"]) for r in records(con, marked) if r["repeats"]} == {("a.csv", 4)}


def test_a_note_leaves_the_row(con: Backend) -> None:
    table = draft(con, "chains", {"id": "a", "name": "x" * 300})
    kept, faults = sift(con, "chains", table, [
        Fault("name", "absurd", table.name.length() > 9, table.name, row_kept=True)])
    assert len(records(con, kept)) == 1
    [told] = records(con, faults)
    assert (told["row_kept"], told["value"]) == (True, "x" * 200)
