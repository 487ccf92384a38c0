from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ipgraph.bundle import Workspace, write_bundle
from ipgraph.bundle.workspace import holder
from ipgraph.errors import WorkspaceError

#: Holds the workspace until its input ends.
HOLD = """
import sys
from pathlib import Path
from ipgraph.bundle import Workspace
with Workspace(Path(sys.argv[1])).writing("publish"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_who_holds_it_and_goes_on_when_it_ends(tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    told = rf"`ipgraph publish` \(process {other.pid}\): wait for it to end"
    with pytest.raises(WorkspaceError, match=told), Workspace(tmp_path).writing("load"):
        pass
    other.communicate("")
    with Workspace(tmp_path).writing("load"):
        assert (tmp_path / "lock").exists()


@pytest.mark.parametrize(("written", "told"), [
    ('{"what": "load", "pid": 7}', ("`ipgraph load` (process 7)", " `ipgraph load`（进程 7）")),
    ("", ("another ipgraph command", "另一个 ipgraph 命令")),
    ('{"what": "lo', ("another ipgraph command", "另一个 ipgraph 命令"))])
def test_the_holder_may_be_about_to_say_who_it_is(written: str, told: tuple[str, str]) -> None:
    assert holder(written) == told


def test_a_home_that_cannot_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for home in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/ipgraph")):
        with pytest.raises(WorkspaceError, match="cannot be written"), Workspace(home).writing("load"):
            pass


def test_nothing_loaded_yet_is_told_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="run `ipgraph load` first"):
        Workspace(tmp_path / "home").current()
    assert list(tmp_path.iterdir()) == []


def test_a_switch_drops_the_other_bundles_and_what_was_left_half_written(tmp_path: Path) -> None:
    space = Workspace(tmp_path)
    for day in ("2024-01-01", "2024-01-02"):
        space.switch(write_bundle(space.bundles, {}, {}, as_of=day))
        (space.bundles / ".draft-left").mkdir()
    (space.bundles / ".draft-left").rmdir()
    assert space.current().as_of == "2024-01-02"
    assert sorted(path.name for path in space.bundles.iterdir()) == sorted(["CURRENT", space.current().version])
