"""What every engine promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import pyarrow as pa

from ipgraph.bundle import Bundle
from ipgraph.errors import StoreError
from ipgraph.schema import FINGERPRINT

#: Told of progress: rows done, rows in all, and the table at work.
Report = Callable[[int, int, str], None]


def silent(done: int, total: int, what: str) -> None:
    """A report to nobody."""


def published(store: Versioned) -> str:
    """The version published. StoreError where there is none, or one of another schema, whose columns are not ours."""
    version = store.version()
    if version is None:
        raise StoreError("the graph is empty: run `ipgraph publish` first", "图谱为空：请先运行 `ipgraph publish`")
    if not version.startswith(FINGERPRINT):
        raise StoreError(
            "the graph was published by another version of ipgraph: run `ipgraph publish`",
            "图谱由另一版本的 ipgraph 发布：请重新运行 `ipgraph publish`",
        )
    return version


class Versioned(Protocol):
    """What can say which bundle it holds."""

    def version(self) -> str | None: ...


class Store(Protocol):
    """A published graph: named statements read it, a bundle replaces it. Safe to read from several threads."""

    engine: str

    @property
    def address(self) -> str:
        """Where it is, as `open_store` takes it."""

    def version(self) -> str | None:
        """Version of the bundle published, None when there is none.

        Raises StoreError while a publish into this graph is under way or was cut short, because what could be
        read then is part old and part new.
        """

    def read(self, statement: str, **params: Any) -> pa.Table:
        """Run a statement of the catalogue; columns and types are those of its header, whatever the engine."""

    def publish(self, bundle: Bundle, report: Report = silent) -> None:
        """Make the graph equal to the bundle. Cut short, the same call completes it; done, it does nothing."""

    def close(self) -> None:
        """Let go of files and connections."""
