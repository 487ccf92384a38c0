"""DuckDB, opened so that it never writes to the screen: standard output belongs to the answer."""

from __future__ import annotations

from pathlib import Path

import duckdb
import ibis
from ibis.backends.duckdb import Backend

#: A long query would draw a progress bar on standard output, in the middle of `--json`.
QUIET = "SET enable_progress_bar = false"


def open_duckdb() -> duckdb.DuckDBPyConnection:
    """A private in-memory DuckDB."""
    con = duckdb.connect()
    con.execute(QUIET)
    return con


def open_ibis(temporary: Path | None = None) -> Backend:
    """The same for Ibis; `temporary` is where it may spill to disk."""
    con = ibis.duckdb.connect(**({} if temporary is None else {"temp_directory": str(temporary)}))
    con.raw_sql(QUIET)
    return con
