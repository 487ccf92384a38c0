"""What a projection is: node frames sorted by id, and edges as pairs of positions in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from inspect import signature
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import numpy as np
import pandas as pd
from scipy import sparse

if TYPE_CHECKING:
    import igraph
    import networkx

Result = TypeVar("Result")
Settings = ParamSpec("Settings")

#: Results of one function that a projection remembers: a place costs a byte a holder and a few rows a chain.
MOST = 256
#: Stands for a result that is not there; a result may be None.
UNKNOWN: Any = object()
#: Frames at the two ends of every edge type that is read. PART_OF is not here: the wholes are columns
#: (`chain` and `parent` of Segment, `parent` of Region). OWNS has the owners of today alone;
#: OWNED those whose time is known, with `since` and `until`, of today and of the past.
ENDS: Mapping[str, tuple[str, str]] = {
    "FEEDS": ("Segment", "Segment"),
    "OPERATES_IN": ("Holder", "Segment"),
    "MAKES": ("Holder", "Product"),
    "BELONGS_TO": ("Product", "Segment"),
    "FILED": ("Holder", "Patent"),
    "OWNS": ("Holder", "Patent"),
    "OWNED": ("Holder", "Patent"),
    "INVENTED": ("Holder", "Patent"),
    "CLASSIFIED_AS": ("Patent", "TechClass"),
    "CITES": ("Patent", "Patent"),
    "SERVES": ("Patent", "Segment"),
    "GRANTS": ("Holder", "Deal"),
    "RECEIVES": ("Holder", "Deal"),
    "CONCERNS": ("Deal", "Patent"),
    "DECLARED_FOR": ("Patent", "Standard"),
    "IN_POOL": ("Patent", "Pool"),
    "LICENSES_INTO": ("Holder", "Pool"),
    "SEEKS": ("Holder", "Demand"),
    "ABOUT": ("Demand", "Segment"),
    "OFFERS": ("Holder", "Listing"),
    "LISTS": ("Listing", "Patent"),
    "EVALUATES": ("Evaluation", "Patent"),
    "GIVEN_BY": ("Evaluation", "Holder"),
    "LOCATED_IN": ("Holder", "Region"),
    "SUBSIDIARY_OF": ("Holder", "Holder"),
}


@dataclass(frozen=True, eq=False)
class Edges:
    """Edges of one type, sorted by source and target, each pair once.

    `source` and `target` are int32 positions in the frames that `ENDS` names; `data` has the properties read,
    row for row; `shape` is the number of nodes at the two ends.
    """

    source: np.ndarray
    target: np.ndarray
    data: pd.DataFrame
    shape: tuple[int, int]

    def __len__(self) -> int:
        return len(self.source)

    @cached_property
    def out(self) -> sparse.csr_array:
        """Adjacency with ones, a row per source."""
        starts = np.searchsorted(self.source, np.arange(self.shape[0] + 1))
        return sparse.csr_array((np.ones(len(self)), self.target, starts), shape=self.shape)

    @cached_property
    def into(self) -> sparse.csr_array:
        """The transpose of `out`: a row per target."""
        return self.out.T.tocsr()

    def targets(self, source: int) -> np.ndarray:
        """Positions that `source` points at, ascending."""
        # Numbers of the array's own type: else all of it is copied into theirs first.
        low, high = np.searchsorted(self.source, np.array([source, source + 1], dtype=self.source.dtype))
        return self.target[low:high]

    def sources(self, target: int) -> np.ndarray:
        """Positions that point at `target`, ascending."""
        rows = self.into
        found: np.ndarray = rows.indices[rows.indptr[target]:rows.indptr[target + 1]]
        return found


class LazyEdges(Mapping[str, Edges]):
    """Edges by type, each read once when first asked for."""

    def __init__(self, read: Callable[[str], Edges]) -> None:
        self._read, self._known = read, dict[str, Edges]()
        self._lock = RLock()

    def __getitem__(self, type: str) -> Edges:
        with self._lock:
            if type not in self._known:
                if type not in ENDS:
                    raise KeyError(type)
                self._known[type] = self._read(type)
            return self._known[type]

    def __iter__(self) -> Iterator[str]:
        return iter(ENDS)

    def __len__(self) -> int:
        return len(ENDS)


@dataclass(frozen=True, eq=False)
class Projection:
    """The published graph as arrays. It never changes; a new publish makes a new one.

    `nodes` has a frame by label (Enterprise, Institution and Person together in `Holder`, told apart by `kind`),
    column `id` ascending; `edges` has every type of `ENDS`, empty where the graph has none. `folder` is where what
    takes long to work out of it may be kept, None where nothing is.
    """

    version: str
    as_of: str
    nodes: Mapping[str, pd.DataFrame]
    edges: Mapping[str, Edges]
    memory: dict[tuple[str, str], dict[tuple[Any, ...], Any]] = field(default_factory=dict, repr=False)
    lock: RLock = field(default_factory=RLock, repr=False)
    folder: Path | None = None

    def to_pandas(self) -> tuple[dict[str, pd.DataFrame], dict[str, pd.DataFrame]]:
        """Frames for analysts: nodes by kind, and edges by type with the ids of their ends."""
        from ipgraph.projection.convert import to_pandas

        return to_pandas(self)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """A networkx graph whose nodes are named `<kind>:<id>`."""
        from ipgraph.projection.convert import to_networkx

        return to_networkx(self)

    def to_igraph(self) -> igraph.Graph:
        """An igraph graph whose vertices are named `<kind>:<id>`."""
        from ipgraph.projection.convert import to_igraph

        return to_igraph(self)


def remembered(
    build: Callable[Concatenate[Projection, Settings], Result],
) -> Callable[Concatenate[Projection, Settings], Result]:
    """Keep what `build` makes of a projection and its (hashable) settings with that projection.

    The next call with the same settings is free; a projection never changes, so nothing kept goes stale. Of more than
    `MOST` settings those go that came first: any enterprise may be asked for its board.
    """

    shape = signature(build)

    @wraps(build)
    def recall(graph: Projection, /, *args: Settings.args, **kwargs: Settings.kwargs) -> Result:
        bound = shape.bind(graph, *args, **kwargs)
        bound.apply_defaults()
        key = tuple(list(bound.arguments.values())[1:])
        kept = graph.memory.setdefault((build.__module__, build.__qualname__), {})
        # What is known must not wait while something else is worked out, which may take a minute.
        result: Result = kept.get(key, UNKNOWN)
        if result is not UNKNOWN:
            return result
        # One at a time: two requests for the same board must not both compute it.
        with graph.lock:
            result = kept.get(key, UNKNOWN)
            if result is UNKNOWN:
                result = build(graph, *args, **kwargs)
                while len(kept) >= MOST:
                    kept.pop(next(iter(kept)))
                kept[key] = result
        return result

    return recall
