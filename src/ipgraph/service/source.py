"""The published graph that requests read, changed over without a restart when a new one is published."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic

from ipgraph.analysis import chains, gap_board
from ipgraph.analysis.matching.rankers import rankers
from ipgraph.analysis.partners.method import EVENTS
from ipgraph.analysis.recommend.live import ready
from ipgraph.bundle import Workspace
from ipgraph.errors import BetweenVersions, IpgraphError, StoreError
from ipgraph.projection import Projection, load_projection
from ipgraph.service.atlas import Atlas, read_atlas
from ipgraph.store import Store, published
from ipgraph.text import TextIndex, texts_of
from ipgraph.text.plugged import Plugged, plugged_from_environment

#: Seconds between two looks at the store's version: a publish shows within this time.
PAUSE = 1.0


class Source:
    """A store and what was read of it: the projection, and the names of everything."""

    def __init__(self, store: Store, home: Path) -> None:
        self.store = store
        self.home = home
        self._graph: Projection | None = None
        #: Why the store did not answer when it was last asked; None where it did.
        self.fault: StoreError | None = None
        self._atlas: Atlas | None = None
        self._looked = -PAUSE
        self._loading = Lock()
        self._naming = Lock()
        self._texts: tuple[str, TextIndex] | None = None
        self._indexing = Lock()
        self._reader = Thread(target=self._read_ahead, name="read-ahead", daemon=True)
        self._resting = Event()

    def graph(self) -> Projection:
        """The projection of the newest version. While one request loads it, the others are answered from the last.

        Raises StoreError when the store is down or nothing is published.
        """
        known = self._graph
        if known is not None and monotonic() - self._looked < PAUSE:
            return known
        if not self._loading.acquire(blocking=known is None):
            assert known is not None
            return known
        try:
            self._looked = monotonic()
            return self._newest()
        finally:
            self._loading.release()

    def _newest(self) -> Projection:
        try:
            version = published(self.store)
            if self._graph is None or self._graph.version != version:
                self._graph = load_projection(self.store, self.home)
        except StoreError as fault:
            # While a publish is under way, or the store is away for a moment, what was read before is still whole.
            self.fault = None if isinstance(fault, BetweenVersions) else fault
            if self._graph is None:
                raise
            return self._graph
        self.fault = None
        return self._graph

    def atlas(self) -> Atlas:
        """Names and further edges of the same version; read by the first who asks, kept until the next publish."""
        graph = self.graph()
        with self._naming:
            if self._atlas is None or self._atlas.version != graph.version:
                self._atlas = read_atlas(self.store, graph)
            return self._atlas

    def texts(self, graph: Projection) -> TextIndex:
        """The index of the texts of this graph; built by the first who asks where it is not kept yet."""
        with self._indexing:
            if self._texts is None or self._texts[0] != graph.version:
                self._texts = graph.version, texts_of(self.store, graph, self.home)
            return self._texts[1]

    @cached_property
    def plugged(self) -> Plugged:
        """The encoder and the language model that the environment names, if any."""
        return plugged_from_environment()

    @property
    def sample(self) -> bool:
        """Whether the graph is the sample that comes with ipgraph."""
        return Workspace(self.home).sample.exists()

    def warm(self) -> None:
        """Read everything in the background, so that the first request finds it there."""
        self._reader.start()

    def rest(self) -> None:
        """Wait until nothing is read in the background any more: a thread cut off inside an engine takes the process
        down with it."""
        self._resting.set()
        if self._reader.ident is not None:
            self._reader.join()

    def _read_ahead(self) -> None:
        try:
            for chain in chains(self.graph())["id"]:
                if self._resting.is_set():
                    return
                gap_board(self.graph(), chain)
            self.atlas()
            if not self._resting.is_set():
                rankers(self.graph(), self.texts(self.graph()))
            for task in EVENTS:
                if self._resting.is_set():
                    return
                ready(self.graph(), task)
        except IpgraphError:
            return  # /readyz says so, and the next request tries again
