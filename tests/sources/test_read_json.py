from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from ipgraph.errors import UnreadableFile
from ipgraph.sources.open_file import open_file
from ipgraph.sources.sheet import Body, SourceFile


def opened(tmp_path: Path, name: str, content: str) -> SourceFile:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    return open_file(path, tmp_path)


def body(file: SourceFile, tmp_path: Path) -> tuple[list[dict[str, Any]], Body]:
    read = file.sheets[0].body(0, tmp_path / "b.parquet")
    (keys,) = file.sheets[0].head
    table = pq.read_table(read.path)
    return table.rename_columns(["row", *keys]).to_pylist(), read


def test_a_list_of_objects(tmp_path: Path) -> None:
    file = opened(tmp_path, "a.json", json.dumps([{"a": 1, "b": "x"}, {"b": None, "c": ["y", 2]}]))
    rows, read = body(file, tmp_path)
    assert rows == [{"row": 1, "a": "1", "b": "x", "c": None}, {"row": 2, "a": None, "b": None, "c": '["y", 2]'}]
    assert read.read == 2


def test_lists_in_an_object_are_sheets_and_the_rest_constants(tmp_path: Path) -> None:
    content = {"title": "T", "one": [{"a": 1}], "two": [{"b": 2}], "names": {"1": "x"}}
    file = opened(tmp_path, "a.json", json.dumps(content))
    assert [sheet.name for sheet in file.sheets] == ["one", "two"]
    assert file.constants == {"title": "T", "names": {"1": "x"}}


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json"])
def test_json_lines_under_any_name(tmp_path: Path, name: str) -> None:
    file = opened(tmp_path, name, '{"a": "一", "n": 1.5}\n\n{"a": "二", "list": ["x"], "q\\"k": null}\n')
    rows, read = body(file, tmp_path)
    assert rows == [
        {"row": 1, "a": "一", "list": None, "n": "1.5", 'q"k': None},
        {"row": 3, "a": "二", "list": '["x"]', "n": None, 'q"k': None},
    ]
    assert read.read == 2


def test_a_line_that_is_no_object_is_refused(tmp_path: Path) -> None:
    file = opened(tmp_path, "a.jsonl", '{"a": 1}\n{"a": 2}\n{"a": 3\n[4]\n{"a": 5}\n')
    rows, read = body(file, tmp_path)
    assert [row["a"] for row in rows] == ["1", "2", "5"]
    assert [(row["row"], row["value"], row["reason"]) for row in read.refused.to_pylist()] == [
        (3, '{"a": 3', "malformed"), (4, "[4]", "malformed"),
    ]
    assert read.read == 5


def test_a_first_line_cut_short_leaves_the_others(tmp_path: Path) -> None:
    rows, read = body(opened(tmp_path, "a.json", '{"a": \n{"a": 2}\n'), tmp_path)
    assert rows == [{"row": 2, "a": "2"}]
    assert [(row["row"], row["reason"]) for row in read.refused.to_pylist()] == [(1, "malformed")]


def test_a_line_with_broken_bytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"a": "一种电池的制备方法"}\n'.encode() + b'{"a": "\xe4\xb8"}\n')
    rows, read = body(open_file(path, tmp_path), tmp_path)
    assert len(rows) == 1
    assert [(row["row"], row["value"], row["reason"]) for row in read.refused.to_pylist()] == [
        (2, '{"a": "�"}', "undecodable"),
    ]


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_a_document_with_broken_bytes_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes('[{"a": "一种电池的制备方法", "b": "'.encode() + b'\xe4\xb8"}]')
    with pytest.raises(UnreadableFile, match=name):
        open_file(path, tmp_path)


def test_yaml_values_stay_as_written(tmp_path: Path) -> None:
    file = opened(tmp_path, "a.yaml", "chains:\n- {id: 001, on: 2020-01-02, many: [a, b]}\n")
    rows, _ = body(file, tmp_path)
    assert rows == [{"row": 1, "id": "001", "on": "2020-01-02", "many": '["a", "b"]'}]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '[{"a": 1}, {"a"'),
        ("a.json", '"text"'),
        ("a.json", '{"a": [1, 2'),
        ("a.json", "[1, 2]"),
        ("a.json", "[" * 100_000),
        ("a.yaml", "a: [1, 2"),
        ("a.yaml", "a: &x [1]\nb: [*x, *x]\n"),
        ("a.yaml", "- !!python/object/apply:os.getcwd []\n"),
    ],
)
def test_what_is_no_document_is_named(tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(UnreadableFile, match=name):
        opened(tmp_path, name, content)


@pytest.mark.parametrize("content", [
    '{"code": 0, "data": {"total": 2, "records": [{"a": 1}, {"a": 2}]}}',
    '{"status": {"code": 0}, "results": {"items": [{"a": 1}, {"a": 2}]}}',
])
def test_envelopes_are_opened(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, "utf-8")
    (sheet,) = open_file(path, tmp_path).sheets
    body = sheet.body(0, tmp_path / "b.parquet")
    assert (sheet.head, body.read) == ((("a",),), 2)


@pytest.mark.parametrize("content", [
    '{"CN1A": {"a": 1}, "CN2A": {"a": 2}}', '{"data": {"CN1A": {"a": 1}, "CN2A": {"a": 2}}}',
])
def test_keys_of_objects_are_kept(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, "utf-8")
    (sheet,) = open_file(path, tmp_path).sheets
    rows = pq.read_table(sheet.body(0, tmp_path / "b.parquet").path).to_pylist()
    assert (sheet.head, [(row["c0"], row["c1"]) for row in rows]) == ((("key", "a"),), [("CN1A", "1"), ("CN2A", "2")])


def test_what_stands_beside_the_list_in_an_envelope_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"code": 0, "data": {"title": "机器人", "rows": [{"a": 1}]}}', "utf-8")
    file = open_file(path, tmp_path)
    assert (file.constants["code"], file.constants["title"]) == (0, "机器人")
