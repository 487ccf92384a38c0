from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from ipgraph.tables.answers import BATCH, Answers
from ipgraph.tables.engine import connect

ROWS = BATCH + 5


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    con = connect(tmp_path / "scratch")
    many = con.create_table("many", pa.table({"id": [f"{n:06}" for n in range(ROWS)][::-1], "n": range(ROWS)}))
    return Answers(con, {"many": many, "few": pa.table({"id": ["b", "a"], "n": [1, 2]})})


def test_a_table_is_had_whole_or_sorted_in_pieces(answers: Answers) -> None:
    assert list(answers) == ["many", "few"]
    assert answers["many"].num_rows == ROWS
    assert answers["few"]["id"].to_pylist() == ["b", "a"]
    pieces = list(answers.batches("many", ["id"], ["id"]))
    assert len(pieces) > 1
    assert pa.concat_tables(pieces)["id"].to_pylist() == [f"{n:06}" for n in range(ROWS)]
    assert [piece.to_pydict() for piece in answers.batches("few", ["n", "id"], ["id"])] == [
        {"n": [2, 1], "id": ["a", "b"]}]


def test_asking_whether_a_table_is_there_computes_nothing(answers: Answers) -> None:
    assert "many" in answers
    assert "none" not in answers
    assert answers.whole == {}
