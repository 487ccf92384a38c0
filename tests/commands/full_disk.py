"""Loads and publishes on a disk that fills up: `full_disk.py ROOM FILES FIRST`, in namespaces of its own (`apart`).

ROOM becomes a small disk; where no disk may be mounted, a limit on the size of files stands for its end. What was said
and what could be read afterwards goes to standard output as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ipgraph.bundle import Workspace
from ipgraph.commands.ask import ask_chains
from ipgraph.commands.load import load
from ipgraph.commands.publish import publish
from ipgraph.errors import IpgraphError
from ipgraph.settings import Settings
from ipgraph.store import open_store
from ipgraph.store.audit import audit

MEGABYTES = 40
#: What is half written is called so.
LITTER = (".draft-*", ".found-*", "draft.lbug*")


def apart(room: Path, *words: object) -> dict[str, Any]:
    """Run this file where it may mount; users other than root may do so in a user namespace of their own."""
    apart = ["unshare", "--map-root-user", "--mount", "bash", "-c"]
    mount = f'mount -t tmpfs -o size={MEGABYTES}m tmpfs "$0"'
    run = [sys.executable, __file__, str(room), *map(str, words)]
    if subprocess.run([*apart, mount, room], capture_output=True).returncode == 0:
        run = [*apart, f'{mount} && exec "$@"', str(room), *run]
    done = subprocess.run(run, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def state(home: Path) -> list[Any]:
    """What is in force, all of it read: version and patents of the bundle, then of the graph."""
    bundle, store = Workspace(home).current(), open_store("embedded", home)
    found = [bundle.version, bundle.nodes("Patent").num_rows, store.version(), audit(store)["nodes"].get("Patent", 0)]
    store.close()
    return found


def fill(room: Path, leave: int) -> None:
    """Leave so many kilobytes, or let no file grow beyond them."""
    if room.is_mount():
        disk = os.statvfs(room)
        (room / "ballast").write_bytes(bytes(max(0, disk.f_bavail * disk.f_frsize - (leave << 10))))
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (leave << 10, resource.RLIM_INFINITY))


def empty(room: Path) -> None:
    (room / "ballast").unlink(missing_ok=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def tried(home: Path, command: Callable[[], object]) -> list[Any]:
    """What the command said in both languages, and what is there afterwards."""
    try:
        command()
        said = ["", ""]
    except IpgraphError as fault:
        said = [fault.told("en"), fault.told("zh")]
    return [*said, state(home), sorted(p.name for pattern in LITTER for p in home.rglob(pattern))]


def main(room: Path, files: Path, first: Path) -> dict[str, Any]:
    home = room / "home"
    settings = Settings(home=home, language="en")

    def loading() -> None:
        load(settings, [files], as_of="2024-01-01")

    def publishing() -> None:
        publish(settings)

    load(settings, [first], as_of="2024-01-01")
    publish(settings)
    found: dict[str, Any] = {"before": state(home)}
    for name, command, levels in (("load", loading, (0, 20)), ("publish", publishing, (1000,))):
        found[f"{name} on a full disk"] = []
        for leave in levels:
            fill(room, leave)
            found[f"{name} on a full disk"].append(tried(home, command))
            empty(room)
        found[name] = tried(home, command)
    if room.is_mount():
        subprocess.run(["mount", "-o", "remount,ro", room], check=True)
        found["load on a disk for reading"] = tried(home, loading)
    found["chains"] = len(ask_chains(settings))
    return found


if __name__ == "__main__":
    print(json.dumps(main(*map(Path, sys.argv[1:]))))
