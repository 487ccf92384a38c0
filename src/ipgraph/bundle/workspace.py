"""The workspace: where intakes, bundles, the embedded graph and caches live, and who may write to it.

    home/
      intake/<digest of the file>/   drafts, record.json
      bundle/<version>/              finished bundles; CURRENT names the one in force
      graph/                         the embedded store
      cache/                         what can be computed again
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from ipgraph.bundle.bundle import Bundle
from ipgraph.bundle.disk import point_at, telling_full
from ipgraph.errors import WorkspaceError


@dataclass(frozen=True)
class Workspace:
    """Paths of one home folder."""

    home: Path

    @property
    def intake(self) -> Path:
        return self.home / "intake"

    @property
    def bundles(self) -> Path:
        return self.home / "bundle"

    @property
    def sample(self) -> Path:
        """A mark that is there while the workspace holds the shipped sample, so that nobody takes it for a census."""
        return self.home / "SAMPLE"

    def current(self) -> Bundle:
        """The bundle in force; WorkspaceError where nothing was loaded yet."""
        pointer = self.bundles / "CURRENT"
        if not pointer.exists():
            raise WorkspaceError(
                f"nothing loaded in {self.home}: run `ipgraph load` first",
                f"工作区 {self.home} 尚未载入数据：请先运行 `ipgraph load`",
            )
        return Bundle.open(self.bundles / pointer.read_text("utf-8").strip())

    def switch(self, bundle: Bundle) -> None:
        """Make the bundle the one in force, in one step, and drop the others."""
        point_at(self.bundles, bundle.version)
        for old in self.bundles.iterdir():
            if old.is_dir() and old.name != bundle.version:
                shutil.rmtree(old, ignore_errors=True)

    def lock(self) -> TextIO:
        """The file that a writer holds; WorkspaceError where the home cannot be written."""
        try:
            self.home.mkdir(parents=True, exist_ok=True)
            return (self.home / "lock").open("a+", encoding="utf-8")
        except OSError as fault:
            raise WorkspaceError(
                f"the workspace {self.home} cannot be written: {fault.strerror}",
                f"工作区 {self.home} 无法写入：{fault.strerror}",
            ) from fault

    def clear(self) -> None:
        """Have no bundle any more."""
        (self.bundles / "CURRENT").unlink(missing_ok=True)
        shutil.rmtree(self.bundles, ignore_errors=True)

    @contextmanager
    def writing(self, what: str) -> Iterator[None]:
        """Hold the workspace for one writer; WorkspaceError tells a second one who holds it, and anyone of a full disk.
        """
        with telling_full(self.home), self.lock() as lock:
            hold(lock, self.home, what)
            yield


def hold(lock: TextIO, home: Path, what: str) -> None:
    """Take the lock and write down who has it; WorkspaceError tells who has it already."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as held:
        lock.seek(0)
        en, zh = holder(lock.read())
        raise WorkspaceError(
            f"{home} is in use by {en}: wait for it to end", f"{home} 正由{zh}使用：请等待其结束",
        ) from held
    lock.truncate(0)
    lock.write(json.dumps({"what": what, "pid": os.getpid()}))
    lock.flush()


def holder(facts: str) -> tuple[str, str]:
    """Who holds the lock, in English and Chinese, by what it wrote there; it may be about to write it."""
    try:
        known = json.loads(facts)
    except ValueError:
        return "another ipgraph command", "另一个 ipgraph 命令"
    command = f"`ipgraph {known['what']}`"
    return f"{command} (process {known['pid']})", f" {command}（进程 {known['pid']}）"
