"""What goes wrong, through the installed command: one sentence, exit code 2, no traceback, nothing half written."""

from __future__ import annotations

import fcntl
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands.run import PROGRAM, environment, ipgraph
from neo4j_server import Server, free_port

from ipgraph.bundle import Bundle, Workspace, write_bundle


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, bundle: Bundle) -> Path:
    """A home whose bundle in force is the small one, published to the embedded store."""
    home = tmp_path_factory.mktemp("home")
    space = Workspace(home)
    nodes = {label: bundle.nodes(label) for label in ("Chain", "Segment", "Patent", "Enterprise", "Institution")}
    space.switch(write_bundle(space.bundles, nodes, {}, as_of=bundle.as_of, facts={"sources": []}))
    assert ipgraph("publish", home=home).code == 0
    return home


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize("words", [
    ("chains",), ("gaps", "锂电池"), ("partners", "x"), ("teams", "x"), ("pools",), ("audit",), ("analyse",),
    ("publish",), ("export", "csv"), ("export", "graphml"),
])
def test_nothing_loaded_or_published_yet_is_told(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = ipgraph(*words, home=tmp_path / "home", cwd=tmp_path)
    assert done.code == 2
    assert "ipgraph load" in done.sentence or "ipgraph publish" in done.sentence
    assert {path for path in files(tmp_path) if not path.endswith(("home", "lock"))} == set()


@pytest.mark.parametrize(("words", "told"), [
    (("gaps", "锂电地"), "锂电池"), (("gaps", "锂电池", "--region", "泰安氏"), "泰安氏"),
    (("partners", "中南大"), "中南大"),
    (("teams", "nobody"), "nobody"), (("pools", "nothing"), "nothing"),
    (("pools", "design", "电星"), "电芯"),
])
def test_an_unknown_name_is_told_with_what_is_near(home: Path, words: tuple[str, ...], told: str) -> None:
    done = ipgraph(*words, home=home)
    assert (done.code, told in done.sentence) == (2, True)


@pytest.mark.parametrize(
    "words", [("chains", "--lang", "fr"), ("gaps",), ("nonsense",), ("partners", "x", "--top", "0"),
              ("pools", "a", "b"), ("pools", "design")])
def test_a_command_that_cannot_be_understood_ends_with_2(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = ipgraph(*words, cwd=tmp_path)
    assert (done.code, done.out, files(tmp_path)) == (2, "", set())


def test_a_store_that_is_down_is_one_sentence(home: Path) -> None:
    before = files(home)
    done = ipgraph("publish", "--store", f"neo4j://127.0.0.1:{free_port()}", home=home, IPGRAPH_NEO4J_PASSWORD="x")
    assert (done.code, "127.0.0.1" in done.sentence) == (2, True)
    assert files(home) == before


def test_a_wrong_password_is_one_sentence(home: Path, neo4j: Server) -> None:
    done = ipgraph("publish", "--store", neo4j.address, home=home, IPGRAPH_NEO4J_USER=neo4j.user,
                   IPGRAPH_NEO4J_PASSWORD="wrong")
    assert (done.code, len(done.sentence) > 0) == (2, True)


def test_a_workspace_that_another_command_holds_is_one_sentence(home: Path) -> None:
    with (home / "lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = ipgraph("publish", home=home, IPGRAPH_LANG="en")
    assert (done.code, "in use" in done.sentence) == (2, True)


def test_a_home_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("citing,cited\n", "utf-8")
    done = ipgraph("load", tmp_path / "a.csv", home=Path("/proc/ipgraph"))
    assert (done.code, "/proc/ipgraph" in done.sentence) == (2, True)


def test_a_place_to_write_that_is_not_there_is_one_sentence(home: Path, tmp_path: Path) -> None:
    done = ipgraph("export", "graphml", "--out", tmp_path / "no" / "g.graphml", home=home)
    assert (done.code, files(tmp_path)) == (2, set())
    assert len(done.sentence) > 0


def test_ctrl_c_ends_a_load_in_one_sentence_and_the_next_completes(tmp_path: Path) -> None:
    rows = "".join(f"CN1{n:08},CN2{n:08}\n" for n in range(200_000))
    (tmp_path / "many.csv").write_text("citing,cited\n" + rows, "utf-8")
    words = [PROGRAM, "load", tmp_path / "many.csv", "--home", tmp_path / "home"]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())
    while not (tmp_path / "home" / "lock").exists():
        assert running.poll() is None
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, "Traceback" in err, "已中断" in err) == (2, "", False, True)
    assert not (tmp_path / "home" / "bundle" / "CURRENT").exists()


def test_an_unexpected_defect_is_told_in_one_sentence(tmp_path: Path) -> None:
    code = "import ipgraph.cli as c\nc.app = lambda: 1 / 0\nc.main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), cwd=tmp_path)
    assert (done.returncode, "ZeroDivisionError" in done.stderr, "Traceback" in done.stderr) == (2, True, False)
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path,
                           env=environment(IPGRAPH_TRACEBACK="1"))
    assert "Traceback" in asked.stderr


def test_help_does_not_wait_for_the_analyses() -> None:
    code = "import sys, ipgraph.cli\nprint([m for m in ('ibis', 'pandas', 'igraph', 'pyvis', 'uvicorn', 'neo4j') " \
           "if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_speaks_both_languages() -> None:
    done = ipgraph("--help")
    assert done.code == 0
    assert all(name in done.out for name in ("demo", "load", "publish", "gaps", "partners", "读取", "Read"))
