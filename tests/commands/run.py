"""The installed `ipgraph`, run as people run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = Path(sys.executable).with_name("ipgraph")
#: A traceback is never what a user should see.
TRACEBACK = "Traceback (most recent call last)"


@dataclass(frozen=True)
class Done:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output; an error where there is anything else."""
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one line on standard error, of a command that did nothing."""
        assert self.out == ""
        [line] = self.err.strip().splitlines()
        return line


def environment(**more: str) -> dict[str, str]:
    """That of the tests, without settings of ipgraph but these."""
    return {key: value for key, value in os.environ.items() if not key.startswith("IPGRAPH_")} | more


def ipgraph(*words: object, home: Path | None = None, cwd: Path | None = None, **more: str) -> Done:
    """Run a command to its end; the words of `more` are environment variables."""
    at = ("--home", str(home)) if home else ()
    done = subprocess.run([PROGRAM, *map(str, words), *at], capture_output=True, text=True, encoding="utf-8",
                          env=environment(**more), cwd=cwd, timeout=300)
    assert TRACEBACK not in done.stderr
    return Done(done.returncode, done.stdout, done.stderr)
