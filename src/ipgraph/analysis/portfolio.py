"""What every holder has in every segment, and the walk that goes from holders over patents to classes and segments."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.holdings import served
from ipgraph.analysis.measures import Departures, departures, proximity
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection, remembered

__all__ = [
    "held_by", "holding", "organisations", "patents_of", "phi", "presence", "present", "topics", "walk",
    "worth",
]


@remembered
def organisations(graph: Projection) -> NDArray[np.bool_]:
    """True for each holder that is an enterprise or an institution."""
    return (graph.nodes["Holder"]["kind"] != "Person").to_numpy(dtype=bool)


@remembered
def holding(graph: Projection) -> sparse.csr_array:
    """Holders × patents: 1 where filed or owned."""
    both = sparse.csr_array(graph.edges["FILED"].out + graph.edges["OWNS"].out)
    both.data[:] = 1
    both.sort_indices()
    return both


@remembered
def held_by(graph: Projection) -> sparse.csr_array:
    """The transpose of `holding`: patents × holders."""
    return holding(graph).T.tocsr()


def patents_of(graph: Projection, holder: int) -> NDArray[np.int64]:
    """Positions of the patents a holder filed or owns, ascending."""
    held = holding(graph)
    found: NDArray[np.int64] = held.indices[held.indptr[holder]:held.indptr[holder + 1]].astype(np.int64)
    return found


@remembered
def topics(graph: Projection) -> sparse.csr_array:
    """Holders × classes: patents held in each."""
    return sparse.csr_array(holding(graph) @ graph.edges["CLASSIFIED_AS"].out)


@remembered
def worth(graph: Projection, thresholds: Thresholds) -> sparse.csr_array:
    """Holders × segments: Σ share × score × quality of the patents held."""
    return by_segment(graph, thresholds, "worth")


@remembered
def presence(graph: Projection, thresholds: Thresholds) -> sparse.csr_array:
    """Holders × segments: 1 where the location quotient among organisations reaches 1, else `thresholds.works_there`
    where the holder works there."""
    counts = by_segment(graph, thresholds, "share")
    counts = sparse.csr_array(sparse.diags_array(organisations(graph).astype(float)) @ counts).tocoo()
    rows, columns = counts.coords
    of_row, of_column = (np.asarray(counts.sum(axis=axis)).ravel() for axis in (1, 0))
    quotient = np.round(counts.data * counts.data.sum() / (of_row[rows] * of_column[columns] + (counts.data == 0)), 12)
    strong = (quotient >= thresholds.advantage) & (counts.data > 0)
    both = sparse.csr_array((np.ones(int(strong.sum())), (rows[strong], columns[strong])), shape=counts.shape)
    return sparse.csr_array(both.maximum(sparse.csr_array(graph.edges["OPERATES_IN"].out * thresholds.works_there)))


@remembered
def present(graph: Projection, thresholds: Thresholds) -> sparse.csr_array:
    """`presence` with 1 for each."""
    both = presence(graph, thresholds).copy()
    both.data[:] = 1
    return both


@remembered
def phi(graph: Projection, thresholds: Thresholds) -> NDArray[np.float64]:
    """Proximity of segments × segments from who is present in both."""
    return proximity(present(graph, thresholds))


def by_segment(graph: Projection, thresholds: Thresholds, column: str) -> sparse.csr_array:
    """Holders × segments: a column of `served` summed."""
    rows = served(graph, thresholds)
    known = rows.holder >= 0
    shape = (len(graph.nodes["Holder"]), len(graph.nodes["Segment"]))
    values = getattr(rows, column)[known]
    return sparse.csr_array(sparse.coo_array((values, (rows.holder[known], rows.segment[known])), shape=shape))


def walk_nodes(graph: Projection) -> tuple[int, int]:
    """How many nodes of `walk` stand before the segments, and how many there are with them."""
    before = sum(len(graph.nodes[label]) for label in ("Holder", "Patent", "TechClass"))
    return before, before + len(graph.nodes["Segment"])


@remembered
def walk(graph: Projection, thresholds: Thresholds) -> Departures:
    """The undirected graph of holders, patents, classes and segments, in that order, ready to be walked:
    holder–patent, patent–class, patent–segment (by score) and organisation–segment steps, both ways.

    A patent step counts 1, one to a segment where the organisation works `thresholds.works_there`.
    """
    held, classes, serves = holding(graph), graph.edges["CLASSIFIED_AS"], graph.edges["SERVES"]
    score = sparse.csr_array((serves.data["score"].to_numpy(dtype=float), (serves.source, serves.target)),
                             shape=serves.shape)
    half = sparse.block_array([
        [None, held, None, graph.edges["OPERATES_IN"].out * thresholds.works_there],
        [sparse.csr_array(held.shape[::-1]), None, classes.out, score],
        [None, None, sparse.csr_array((classes.shape[1],) * 2), None],
        [None, None, None, sparse.csr_array((serves.shape[1],) * 2)],
    ], format="csr")
    return departures(half + half.T)
