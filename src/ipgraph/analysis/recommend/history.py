"""What the graph tells with a day: who stood on which patent, what cites what, which deal passed between whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ipgraph.analysis.partners.needs import needed
from ipgraph.analysis.portfolio import organisations
from ipgraph.analysis.thresholds import DEFAULT
from ipgraph.projection import Projection, remembered

__all__ = ["MONTH", "NEVER", "History", "days_of", "history", "less"]

Days = NDArray[np.int64]
#: Mean length of a month in days.
MONTH = 30.4375
#: The day of what has none: later than every other, so that nothing undated counts as known before a day.
NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class History:
    """Arrays over all patents of a projection. A day counts from 1970-01-01; `NEVER` where it is unknown.

    `day` of a patent is that of filing, else of publication. `organisations` and `persons` are holders × patents of
    ones: applicants (and, where the projection has no applicant of a patent, its first owners), and inventors. A person
    who stands as an applicant counts among the inventors: the law of the United States asked inventors to apply until
    2012.
    `classes` and `subclasses` are patents × symbols (to the main group; to four signs); `cites` patent × cited;
    `serves` patents × segments, by score. `deals` has giver, taker (holders) and day of each deal between two
    organisations. `need` is segments × segments: the weight of a segment for who has the first and lacks the second.
    Where a holder is, and in which segments it works without patents, has no day in the graph and is not here.
    """

    day: Days
    organisations: sparse.csr_array
    persons: sparse.csr_array
    classes: sparse.csr_array
    subclasses: sparse.csr_array
    cites: sparse.csr_array
    serves: sparse.csr_array
    deals: pd.DataFrame
    need: sparse.csr_array


@remembered
def history(graph: Projection) -> History:
    """The dated facts of a projection."""
    patents, filed, invented = graph.nodes["Patent"], graph.edges["FILED"].out, graph.edges["INVENTED"].out
    unowned = np.asarray(filed.sum(axis=0)).ravel() == 0
    owned = first_owners(graph) @ sparse.diags_array(unowned.astype(float))
    firms = organisations(graph).astype(float)
    applied = sparse.csr_array(filed + owned)
    symbols = graph.nodes["TechClass"]["id"]
    return History(
        days_of(patents["filed_on"].fillna(patents["published_on"])),
        ones(sparse.diags_array(firms) @ applied),
        ones(sparse.diags_array(1 - firms) @ sparse.csr_array(filed + invented)),
        grouped(graph.edges["CLASSIFIED_AS"].out, symbols.str.split("/").str[0]),
        grouped(graph.edges["CLASSIFIED_AS"].out, symbols.str[:4]),
        graph.edges["CITES"].out, serving(graph), deals_of(graph), needed(graph, DEFAULT),
    )


def serving(graph: Projection) -> sparse.csr_array:
    """Patents × segments: how surely a patent serves each."""
    serves = graph.edges["SERVES"]
    score = serves.data["score"].to_numpy(dtype=np.float32)
    return sparse.csr_array(sparse.coo_array((score, (serves.source, serves.target)), shape=serves.shape))


def less(known: History, patent: int | None = None, citation: tuple[int, int] | None = None) -> History:
    """The same without a patent, whose place stays, or without a citation: what `history` would find."""
    if patent is not None:
        of_holders = {name: dropped(getattr(known, name), column=patent) for name in ("organisations", "persons")}
        of_patents = {name: dropped(getattr(known, name), row=patent) for name in ("classes", "subclasses", "serves")}
        cites = dropped(dropped(known.cites, row=patent), column=patent)
        return replace(known, **of_holders, **of_patents, cites=cites)
    if citation is not None:
        return replace(known, cites=dropped(known.cites, *citation))
    return known


def dropped(matrix: sparse.csr_array, row: int | None = None, column: int | None = None) -> sparse.csr_array:
    """Without a row's entries, or a column's, or the one entry of both."""
    lost = np.ones(matrix.nnz, dtype=bool) if column is None else matrix.indices == column
    if row is not None:
        here = np.zeros(matrix.nnz, dtype=bool)
        here[matrix.indptr[row]:matrix.indptr[row + 1]] = True
        lost &= here
    ends = np.append(0, np.cumsum(~lost))[matrix.indptr]
    return sparse.csr_array((matrix.data[~lost], matrix.indices[~lost], ends), shape=matrix.shape)


def first_owners(graph: Projection) -> sparse.csr_array:
    """Holders × patents: who owned it from the start. Who received it later was a stranger to it before that day."""
    owns, owned = graph.edges["OWNS"], graph.edges["OWNED"]
    late = owned.data["since"].notna().to_numpy(dtype=bool)
    count = owns.shape[1]
    received = owned.source[late].astype(np.int64) * count + owned.target[late]
    source, target = (np.append(getattr(owns, end), getattr(owned, end)[~late]) for end in ("source", "target"))
    kept = ~np.isin(source.astype(np.int64) * count + target, received)
    return ones(sparse.csr_array((np.ones(int(kept.sum())), (source[kept], target[kept])), shape=owns.shape))


def days_of(dates: pd.Series[pd.Timestamp]) -> Days:
    """Days since 1970-01-01."""
    stamps = pd.to_datetime(dates)
    days = stamps.to_numpy().astype("datetime64[D]").astype(np.int64)
    return np.where(stamps.isna().to_numpy(), NEVER, days)


def ones(matrix: sparse.sparray) -> sparse.csr_array:
    """The pattern of a matrix: 1 where it is not 0."""
    kept = sparse.csr_array(matrix, dtype=np.float32)
    kept.eliminate_zeros()
    kept.data[:] = 1
    return kept


def grouped(rows: sparse.csr_array, groups: pd.Series[str]) -> sparse.csr_array:
    """Columns put together by group, as ones."""
    code, names = pd.factorize(groups)
    into = sparse.csr_array((np.ones(len(code)), (np.arange(len(code)), code)), shape=(len(code), len(names)))
    return ones(rows @ into)


def deals_of(graph: Projection) -> pd.DataFrame:
    """giver, taker, day: each pair of different organisations of a dated transfer, licence or equity deal."""
    frame, firms = graph.nodes["Deal"], organisations(graph)
    dates = frame["signed_on"].fillna(frame["recorded_on"]).fillna(frame["since"])
    sides = [pd.DataFrame({name: graph.edges[type].source, "deal": graph.edges[type].target})
             for name, type in (("giver", "GRANTS"), ("taker", "RECEIVES"))]
    rows = sides[0].merge(sides[1], on="deal")
    rows["day"] = days_of(dates)[rows["deal"]]
    passed = (frame["mode"].astype("str") != "pledge").to_numpy()[rows["deal"]]
    kept = passed & (rows["giver"] != rows["taker"]) & firms[rows["giver"]] & firms[rows["taker"]]
    return rows.loc[kept & (rows["day"] != NEVER), ["giver", "taker", "day"]].reset_index(drop=True)
