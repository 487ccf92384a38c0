"""Loads that are killed, run out of disk, meet another load, or have nothing new."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.generate import generate
from commands.full_disk import apart
from commands.killed_load import DAY, load_killed_after
from commands.run import PROGRAM, environment, ipgraph
from neo4j_server import Server
from store.killed_publish import FEW, moments

from ipgraph.bundle import Bundle, Workspace
from ipgraph.commands.load import load
from ipgraph.commands.publish import publish
from ipgraph.settings import Settings
from ipgraph.store import Store, open_store
from ipgraph.store.audit import audit


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("invented")
    generate(folder, 300)
    return folder


@pytest.fixture(scope="module")
def before(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the chains loaded and published."""
    settings = Settings(home=tmp_path_factory.mktemp("before"))
    load(settings, [files / "chains.yaml"], as_of=DAY)
    publish(settings)
    return settings.home


@pytest.fixture(scope="module")
def after(files: Path, before: Path, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """The bundle of the chains and the rest, loaded without interruption."""
    home = tmp_path_factory.mktemp("after") / "home"
    shutil.copytree(before, home)
    load(Settings(home=home), rest(files), as_of=DAY)
    return Workspace(home).current()


def rest(files: Path) -> list[Path]:
    return [files / name for name in ("citations.csv", "holders.csv", "patents.csv")]


def test_killed_at_random_what_was_there_stays_and_the_same_command_completes(
    files: Path, before: Path, after: Bundle, tmp_path: Path
) -> None:
    first = Workspace(before).current()
    shutil.copytree(before, tmp_path / "whole")
    whole = load_killed_after(60, tmp_path / "whole", *rest(files))
    for number, seconds in enumerate(moments(whole, 3, max(2, FEW))):
        home = tmp_path / str(number)
        shutil.copytree(before, home)
        load_killed_after(seconds, home, *rest(files))
        found = Workspace(home).current()
        assert found.version in {first.version, after.version}
        assert found.counts() == (first if found.version == first.version else after).counts()
        store = open_store("embedded", home)
        assert (store.version(), audit(store)["nodes"]) == (first.version, first.counts()["nodes"])
        store.close()
        load(Settings(home=home), rest(files), as_of=DAY)
        assert Workspace(home).current().version == after.version
        assert sorted(path.name for path in (home / "bundle").iterdir()) == sorted(["CURRENT", after.version])
        assert not list(home.rglob(".*")), "what the killed load left is swept"


def test_a_full_disk_is_told_in_both_languages_and_the_same_command_completes(files: Path, tmp_path: Path) -> None:
    room = tmp_path / "小 disk"
    room.mkdir()
    found = apart(room, files, files / "chains.yaml")
    home = room / "home"
    said = [f"no space left on the disk of {home}: make some and do the same again",
            f"{home} 所在磁盘空间不足：请腾出空间后重试"]
    old, patents, graph, published = found["before"]
    assert (old, patents, published) == (graph, 0, 0)
    for result in found["load on a full disk"]:
        assert result == [*said, found["before"], []]
    [*nothing, [new, *after], left] = found["load"]
    assert (nothing, after, left) == (["", ""], [300, old, 0], [])
    for result in found["publish on a full disk"]:
        assert result == [*said, [new, 300, old, 0], []]
    assert found["publish"] == ["", "", [new, 300, new, 300], []]
    refused = found.get("load on a disk for reading", [f"{home} cannot be written", "", found["publish"][2], []])
    assert f"{home} cannot be written" in refused[0]
    assert refused[2:] == [found["publish"][2], []]
    assert found["chains"] == 8


def test_of_two_loads_at_once_the_second_says_who_is_at_work_and_the_first_completes(
    files: Path, after: Bundle, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    first = subprocess.Popen([PROGRAM, "load", files, "--as-of", DAY, "--home", home], env=environment(),
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while not ((home / "lock").exists() and (home / "lock").read_text()) and time.monotonic() < until:
            time.sleep(0.01)
        first.send_signal(signal.SIGSTOP)
        second = ipgraph("load", files / "chains.yaml", "--lang", "en", home=home)
        assert (second.code, second.sentence) == (
            2, f"{home} is in use by `ipgraph load` (process {first.pid}): wait for it to end")
    finally:
        first.send_signal(signal.SIGCONT)
        first.communicate(timeout=120)
    assert first.returncode == 0
    assert Workspace(home).current().counts() == after.counts()


def test_the_same_files_again_publish_nothing(
    tmp_path: Path, neo4j: Server, empty_neo4j: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[int] = []
    reports = nullcontext(lambda done, total, what: sent.append(total))
    monkeypatch.setattr("ipgraph.commands.say.progress", lambda language: reports)
    settings = Settings(home=tmp_path / "home")
    stores = (settings, replace(settings, store=empty_neo4j.address, user=neo4j.user, password=neo4j.password))
    file = tmp_path / "patents.csv"
    file.write_text("publication_number,title,applicants,filed_on,ipc\nCN112345678A,电池,甲公司,2020-01-01,H01M10/05\n")
    versions = []
    for loads in range(2):
        load(settings, [file], as_of=DAY)
        bundle = Workspace(settings.home).current()
        versions.append(bundle.version)
        rows = sum(n for group in bundle.counts().values() for n in group.values())
        for store in stores:
            sent.clear()
            publish(store)
            assert max(sent, default=0) == (0 if loads else rows)
    assert versions[0] == versions[1]
