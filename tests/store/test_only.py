from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ipgraph.errors import StoreError
from ipgraph.store.only import alone, owner_of

HOLD = """
import subprocess, sys
from pathlib import Path
from ipgraph.store.only import alone
with alone(Path(sys.argv[1]), "here") as lock:
    subprocess.Popen(["sh", "-c", "sleep " + sys.argv[2] + "; touch " + sys.argv[1] + "/done"], pass_fds=[lock])
    print("held", flush=True)
    sys.stdin.read()
"""


def holding(folder: Path, seconds: int) -> subprocess.Popen[str]:
    """Another process that holds the lock, as does a child of it for so long."""
    source = Path(__file__).parents[2] / "src"
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), str(seconds)], env={**os.environ, "PYTHONPATH": str(source)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )


def test_the_second_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with holding(tmp_path, 0) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match=rf"Neo4j in here is locked: .* \(process {other.pid}\)"):
            alone(tmp_path, "here").__enter__()
        other.kill()
    with alone(tmp_path, "here"):
        assert owner_of(tmp_path / "LOCK") == os.getpid()


def test_what_a_killed_one_left_running_is_waited_for(tmp_path: Path) -> None:
    with holding(tmp_path, 4) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        other.kill()
    assert owner_of(tmp_path / "LOCK") is None
    with alone(tmp_path, "here"):
        assert (tmp_path / "done").exists()
