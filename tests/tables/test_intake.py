from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
from ibis.backends.duckdb import Backend
from tables.drafts import file, intakes, records

from ipgraph.tables import Intakes, Record


def test_the_newest_source_is_believed_first_then_the_last_loaded(tmp_path: Path) -> None:
    given = intakes(tmp_path, file("old", "2020-01-01"), file("new", "2024-01-01"), file("late", "2020-01-01"))
    assert given.ranks() == {"new": 0, "late": 1, "old": 2}


def test_an_intake_of_an_earlier_version_lacks_columns_and_is_read(tmp_path: Path, con: Backend) -> None:
    given = intakes(tmp_path, file("a", "2020-01-01", chains=[{"id": "x", "name": "x"}]))
    path = given.folders[0] / "drafts" / "chains.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["title"]), path)
    assert [row["title"] for row in records(con, given.draft(con, "chains"))] == [None]


def test_rows_of_all_intakes_say_where_they_came_from(tmp_path: Path, con: Backend) -> None:
    given = intakes(tmp_path, file("a", "2020-01-01", chains=[{"id": "x", "name": "x"}]),
                    file("b", "2024-01-01", chains=[{"id": "y", "name": "y"}]))
    rows = records(con, given.draft(con, "chains"))
    assert {(row["id"], row["source"], row["rank"], str(row["as_of"])) for row in rows} == {
        ("x", "a", 1, "2020-01-01"), ("y", "b", 0, "2024-01-01")}


def test_a_draft_that_no_file_gave_is_empty_and_has_its_columns(tmp_path: Path, con: Backend) -> None:
    table = intakes(tmp_path, file("a")).draft(con, "feeds")
    assert {"start", "end", "reason", "source", "rank", "as_of"} <= set(table.columns)
    assert records(con, table) == []


def test_a_record_is_read_back_and_an_unfinished_intake_is_none(tmp_path: Path) -> None:
    record = Record("表.xlsx", "test", "abc", "2024-01-01", 3, 1, ("未知",))
    for name in ("abc", ".draft-1"):
        (tmp_path / name).mkdir()
        record.save(tmp_path / name)
    assert Intakes.open(tmp_path).records == (record,)
