from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ipgraph.errors import StoreError
from ipgraph.store.installation import Installation, last_words

HOLD = """
import fcntl, sys, time
file = open(sys.argv[1], "a")
fcntl.lockf(file, fcntl.LOCK_EX)
print("held", flush=True)
time.sleep(60)
"""


def configured(home: Path, *lines: str) -> Installation:
    (home / "lib").mkdir()
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").write_text("\n".join(["# a remark=1", *lines]), "utf-8")
    return Installation.at(home)


def test_no_folder_says_where_to_run_it() -> None:
    with pytest.raises(StoreError, match="on the machine of the server"):
        Installation.at(None)


def test_another_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is no Neo4j installation"):
        Installation.at(tmp_path)


def test_folders_are_where_the_configuration_says(tmp_path: Path) -> None:
    place = configured(tmp_path, "server.directories.data=/srv/graph", "initial.dbms.default_database = ip ")
    assert place.live() == [Path("/srv/graph/databases/ip"), Path("/srv/graph/transactions/ip")]


def test_folders_are_below_the_home_else(tmp_path: Path) -> None:
    place = configured(tmp_path)
    assert place.live() == [tmp_path / "data" / "databases" / "neo4j", tmp_path / "data" / "transactions" / "neo4j"]


def test_a_server_at_work_is_seen_by_its_lock(tmp_path: Path) -> None:
    place = configured(tmp_path)
    assert not place.runs()
    lock = tmp_path / "data" / "databases" / "store_lock"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        assert place.runs()
        with pytest.raises(StoreError, match=r"stop the Neo4j server of .* and run the same command again"):
            place.stopped().__enter__()
        other.kill()
    assert not place.runs()


def test_a_command_that_cannot_start_is_one_sentence(tmp_path: Path) -> None:
    place = configured(tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "neo4j").write_text("not executable")
    with pytest.raises(StoreError, match="does not start: Permission denied"):
        place.run("neo4j", ["status"])


@pytest.mark.parametrize(("output", "said"), [
    ("Starting\nError: no space left on device\n  at x.Y(Z)\n", "Error: no space left on device"),
    ("one\ntwo\n", "two"), ("", "it said nothing"),
])
def test_last_words_are_those_about_the_fault(output: str, said: str) -> None:
    assert last_words(output) == said


def test_lines_that_come_again_are_kept(tmp_path: Path) -> None:
    place = configured(tmp_path, "server.jvm.additional=-Xss1m", "server.jvm.additional=-XX:+UseG1GC", "a=1", "a=2")
    assert [value for name, value in place.lines() if name == "server.jvm.additional"] == ["-Xss1m", "-XX:+UseG1GC"]
    assert place.settings()["a"] == "2"
