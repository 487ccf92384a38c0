"""The node in Neo4j that says which bundle the graph holds and, while it is changing, how far the change is."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ipgraph.bundle import Bundle
from ipgraph.store.changes import Run

DONE = "done"
READ = (
    "MATCH (p:Publication {id: 'graph'}) "
    "RETURN p.version AS version, p.state AS state, p.base AS base, p.step AS step"
)
WRITE = (
    "MERGE (p:Publication {id: 'graph'}) "
    "SET p.version = $version, p.as_of = $as_of, p.state = $state, p.base = $base, p.step = $step"
)


@dataclass(frozen=True)
class Marker:
    """`version` is null while a change is under way; then `base` is the version it started from, '' where the graph
    was empty, null where that was unknown, and `step` the number of the step at work."""

    version: str | None = None
    state: str | None = None
    base: str | None = None
    step: int | None = None

    @property
    def settled(self) -> bool:
        return self.state in (None, DONE)

    def coming(self, bundle: Bundle) -> bool:
        """Whether this very bundle was on its way in when the publish was cut short."""
        return self.state == f"publishing:{bundle.version}"


def read(run: Run) -> Marker:
    """The marker; one without a version where nothing ever was published."""
    return next((Marker(*row) for row in run(READ, {})), Marker())


def begin(run: Run, bundle: Bundle, base: str | None, step: int) -> None:
    """Say that the graph is on its way to this bundle and has no version until it is there."""
    write(run, Marker(None, f"publishing:{bundle.version}", base, step), None)


def finish(run: Run, bundle: Bundle) -> None:
    write(run, Marker(bundle.version, DONE), bundle.as_of)


def write(run: Run, marker: Marker, as_of: str | None) -> None:
    version, state, base, step = astuple(marker)
    run(WRITE, {"version": version, "as_of": as_of, "state": state, "base": base, "step": step})
