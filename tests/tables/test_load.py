from __future__ import annotations

from pathlib import Path

import pytest

from ipgraph.errors import NotFound
from ipgraph.tables.intake import Intakes
from ipgraph.tables.load import FileResult, digest, refused_files, source_name, take_in_all, tally
from ipgraph.tables.refusals import REFUSED


def citations(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(("citing,cited", *lines)) + "\n", "utf-8")
    return path


def quiet(done: int, total: int, what: str) -> None:
    assert done <= total


def test_a_file_that_cannot_be_used_does_not_stop_the_others(tmp_path: Path) -> None:
    good = citations(tmp_path / "a b 引用.csv", "CN112345678A,CN112345679A")
    empty = tmp_path / "empty.csv"
    empty.touch()
    results = take_in_all(tmp_path / "intake", [empty, good, tmp_path / "none.csv", tmp_path], None, None, quiet)
    assert [result.read for result in results] == [0, 1, 0, 0]
    assert [bool(result.error) for result in results] == [True, False, True, True]
    told = refused_files(results)
    assert told.schema == REFUSED
    assert set(told["reason"].to_pylist()) == {"unusable-file"}
    assert told["source"].to_pylist() == ["empty.csv", "none.csv", tmp_path.name]


def test_a_file_is_taken_in_once_whatever_it_is_called(tmp_path: Path) -> None:
    one, two = (citations(tmp_path / name, "CN112345678A,CN112345679A") for name in ("one.csv", "two.csv"))
    results = take_in_all(tmp_path / "intake", [one, two], None, "2024-01-01", quiet)
    assert [result.source for result in results] == ["one.csv", "one.csv"]
    assert len(Intakes.open(tmp_path / "intake").records) == 1


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    one = citations(tmp_path / "a.csv", "CN112345678A,CN112345679A")
    two = citations(tmp_path / "sub" / "a.csv", "CN112345678A,CN112345670A")
    names = [r.source for r in take_in_all(tmp_path / "intake", [one, two], None, None, quiet)]
    assert names == ["a.csv", f"a.csv~{digest(two, None)[:6]}"]
    assert source_name(one, "abcdef0", set()) == "a.csv"


def test_the_digest_is_of_contents_and_layout(tmp_path: Path) -> None:
    one, two = (citations(tmp_path / name, "CN1,CN2") for name in ("one.csv", "two.csv"))
    assert digest(one, None) == digest(two, None) != digest(one, "google_citations")
    with pytest.raises(NotFound):
        digest(tmp_path / "none.csv", None)


def test_what_a_killed_load_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "intake" / ".draft-1" / "drafts").mkdir(parents=True)
    take_in_all(tmp_path / "intake", [], None, None, quiet)
    assert list((tmp_path / "intake").iterdir()) == []


def test_kept_and_refused_are_what_was_read() -> None:
    rows = [
        {"source": "a", "row": 2, "field": "x", "reason": "missing", "row_kept": False},
        {"source": "a", "row": 2, "field": "y", "reason": "absurd", "row_kept": False},
        {"source": "a", "row": 3, "field": "y", "reason": "absurd", "row_kept": False},
        {"source": "a", "row": 4, "field": "y", "reason": "impossible-symbol", "row_kept": True},
        {"source": "b", "row": 2, "field": "y", "reason": "absurd", "row_kept": False},
        {"source": "a", "row": None, "field": None, "reason": "unusable-file", "row_kept": False},
    ]
    [line] = tally([FileResult(Path("a"), "test", "a", 9)], REFUSED.empty_table().from_pylist(rows, REFUSED))
    assert (line["read"], line["kept"], line["refused"]) == (9, 7, 2)
    assert line["reasons"] == {"absurd": 2}
    assert line["notes"] == {"impossible-symbol": 1}
