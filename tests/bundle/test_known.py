from __future__ import annotations

import pyarrow as pa

from ipgraph.bundle.known import known

LISTS = pa.list_(pa.string())


def test_empty_texts_and_lists_are_null() -> None:
    table = pa.table({"text": ["x", "", None, " "], "list": pa.array([["y"], [], None, ["", "z"]], LISTS)})
    assert known(table).to_pydict() == {"text": ["x", None, None, " "], "list": [["y"], None, None, ["z"]]}


def test_a_list_of_empty_texts_is_null_too() -> None:
    assert known(pa.table({"list": pa.array([["", ""]], LISTS)})).to_pydict() == {"list": [None]}


def test_what_is_required_stays() -> None:
    schema = pa.schema([pa.field("name", pa.string(), nullable=False)])
    assert known(pa.table({"name": [""]}, schema=schema)).to_pydict() == {"name": [""]}


def test_what_has_nothing_empty_and_what_has_no_rows_stay() -> None:
    table = pa.table({"text": ["x", None], "list": pa.array([["y"], None], LISTS), "number": [1, None]})
    assert known(table).equals(table)
    assert known(table.slice(0, 0)).equals(table.slice(0, 0))
