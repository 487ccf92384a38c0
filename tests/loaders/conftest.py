"""A file written by the test and taken in; the real files are used by `test_real_files` alone, where they are."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ipgraph.sources import Intake, take_in

Taken = Callable[[str, str], Intake]
REAL = Path(os.environ.get("IPGRAPH_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))
#: The real files are no part of the project; what they teach is also tested on rows written here.
collect_ignore = [] if REAL.is_dir() else ["test_real_files.py"]


@pytest.fixture
def taken(tmp_path: Path) -> Taken:
    """Write `content` under a file name and take it in, the layout detected."""

    def take(name: str, content: str) -> Intake:
        path = tmp_path / name
        path.write_text(content, "utf-8")
        return take_in(path, tmp_path / "spool")

    return take
