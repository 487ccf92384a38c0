"""DuckDB, opened so that it never writes to the screen: standard output belongs to the answer."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import ibis
from ibis.backends.duckdb import Backend

MEMORY = "1200MiB"
#: A long query would draw a progress bar on standard output, in the middle of `--json`.
QUIET = "SET enable_progress_bar = false"


def open_duckdb() -> duckdb.DuckDBPyConnection:
    """A private in-memory DuckDB."""
    con = duckdb.connect()
    con.execute(QUIET)
    return con


def open_ibis(scratch: Path | None = None) -> Backend:
    """The same for Ibis. With `scratch`, a folder, it keeps to `memory()` and moves what is more to files there."""
    con = ibis.duckdb.connect(**({} if scratch is None else {"temp_directory": str(scratch), "memory_limit": memory()}))
    con.raw_sql(QUIET)
    return con


def memory() -> str:
    """What one engine may keep in memory: IPGRAPH_MEMORY, by default enough for a million patents without spilling."""
    return os.environ.get("IPGRAPH_MEMORY", MEMORY)
