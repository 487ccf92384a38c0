"""Partners for a holder or a segment: who brings what is lacking, stands near and is not far to reach."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ipgraph.analysis.holdings import holdings
from ipgraph.analysis.lookup import namesakes
from ipgraph.analysis.measures import pushed_pagerank
from ipgraph.analysis.measures.specialisation import ratio
from ipgraph.analysis.partners.counterfactuals import FAR, counterfactuals
from ipgraph.analysis.partners.coverage import coverage
from ipgraph.analysis.partners.method import Method, method
from ipgraph.analysis.partners.needs import Seeker
from ipgraph.analysis.partners.reasons import at_home, reasons
from ipgraph.analysis.partners.roles import EVERYBODY, ROLES, Only, chosen, roles
from ipgraph.analysis.partners.seeking import asker
from ipgraph.analysis.places import home_place, local_holders, local_rows
from ipgraph.analysis.portfolio import held_by, organisations, phi, presence, walk
from ipgraph.analysis.recommend.live import Row
from ipgraph.analysis.recommend.live import ask as ask_learnt
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.projection import Projection, remembered

__all__ = ["COLUMNS", "partners", "scores"]

Floats = NDArray[np.float64]
COLUMNS = (
    "id", "name", "kind", "score", "probability", "new", "complement", "relatedness", "closeness", "domestic", "roles",
    "basis", "method", "method_note", "reasons", "for_id", "for_name", "for_kind",
)


def partners(
    graph: Projection, who: str, segment: str | None = None, top: int = 10, thresholds: Thresholds = DEFAULT,
    why: bool = False, only: Only = EVERYBODY,
) -> pd.DataFrame:
    """The `top` enterprises and institutions for `who` (a holder, a segment or a team by id or name), best first.

    Columns: id, name, kind; score (0–1) by which they stand; probability that the event of `method_note` comes to pass
    (None where the rules rank, or the learned ranking did not look at it); complement, relatedness, closeness, domestic
    (see `scores`; no closeness where there is a probability); new: no patent held together so far (for a segment: not
    yet active in it); roles: codes of ROLES, in their order (see `roles`); basis: what `who` is judged by (see
    `Seeker`); method (learned or rules) and method_note, the same in every row (see `Method`);
    reasons: list of {kind, zh, en, and the ids that prove it}, without one nobody is proposed; for_id, for_name,
    for_kind: for whom. With `why` also counterfactuals (see `counterfactuals`), for which all is ranked again many
    times. `only` says whom to look for. Ties by id. A person who holds no patent and leads a team stands for it.
    Raises NotFound with suggestions.
    """
    ask = asker(graph, who, segment, thresholds)
    seeking = ask(graph)
    by = method(graph, seeking, only)
    best = ranking(graph, seeking, top, only, thresholds, by)
    at = best["holder"].to_numpy(dtype=np.int64)
    told = [reasons(graph, seeking, int(candidate), thresholds) for candidate in at]
    holders = graph.nodes["Holder"][["id", "name", "kind"]].iloc[at]
    out = best.assign(
        id=holders["id"].to_numpy(), name=holders["name"].to_numpy(), kind=holders["kind"].astype("str").to_numpy(),
        basis=seeking.basis, method=by.note["method"], for_id=seeking.id, for_name=seeking.name, for_kind=seeking.kind,
    )
    told_home = not from_elsewhere(graph, seeking, thresholds)
    said = [[*found, *([at_home(share, thresholds)] if told_home else [])]
            for found, share in zip(told, best["domestic"], strict=True)]
    able = roles(graph, seeking, thresholds, at).to_numpy(dtype=bool)
    out["roles"] = pd.Series([[role for role, has in zip(ROLES, row, strict=True) if has] for row in able],
                             index=out.index, dtype=object)
    out["method_note"] = pd.Series([by.note] * len(out), index=out.index, dtype=object)
    out["reasons"] = pd.Series(said, index=out.index, dtype=object)
    if why:
        def again(changed: Projection) -> NDArray[np.int64]:
            return ranking(changed, ask(changed), FAR, only, thresholds, by)["holder"].to_numpy(dtype=np.int64)

        out["counterfactuals"] = pd.Series(counterfactuals(graph, at, told, again), index=out.index, dtype=object)
    return out[[*COLUMNS, *(["counterfactuals"] if why else [])]].reset_index(drop=True)


def ranking(
    graph: Projection, seeking: Seeker, most: int, only: Only, t: Thresholds, by: Method,
) -> pd.DataFrame:
    """The first `most` asked for, best first, of those with a score and a reason for it: columns of `scores`, `new` and
    `probability`. Whom the learned ranking did not look at stands below the others, by the rules."""
    known = acquainted(graph, seeking)
    asked = chosen(graph, seeking, known, only, t)
    row = None if by.learnt is None else ask_learnt(graph, by.learnt, seeking.seats[0], by.day)
    best, least = [], 1.0
    if row is not None:
        learned = learned_scores(scores(graph, seeking, t, near=False), row, t)
        best.append(first(graph, seeking, learned, asked, most, t))
        least = learned["score"].where(learned["score"] > 0).min() if len(learned) else 1.0
    missing = most - sum(len(part) for part in best)
    if missing:
        rest = scores(graph, seeking, t).assign(probability=np.nan)
        if row is not None:
            rest = rest[~rest["holder"].isin(row.holder)]
            rest = rest.assign(score=(rest["score"] * least).round(12))
        best.append(first(graph, seeking, rest, asked, missing, t))
    found = pd.concat(best) if len(best) > 1 else best[0]
    return found.assign(new=~known[found["holder"].to_numpy(dtype=np.int64)])


def first(
    graph: Projection, seeking: Seeker, parts: pd.DataFrame, asked: NDArray[np.bool_], most: int, t: Thresholds,
) -> pd.DataFrame:
    """The first of those asked for that have a score and a reason; ties by id."""
    parts = parts[(parts["score"] > 0) & asked[parts["holder"]]]
    # Who brings a segment that is needed, or is present in one near it, has that for a reason: most are spared a look.
    sure, holder = ((parts["complement"] > 0) | (parts["relatedness"] > 0)).to_numpy(), parts["holder"].to_numpy()
    kept = (row for row in best_first(parts["score"].to_numpy(), holder)
            if sure[row] or reasons(graph, seeking, int(holder[row]), t))
    return parts.iloc[list(islice(kept, most))]


def best_first(score: Floats, holder: NDArray[np.int64], sorted_at_once: int = 1000) -> Iterator[int]:
    """Positions by score, the highest first, ties by holder; more than the first are sorted only if asked for."""
    least = np.partition(score, -sorted_at_once)[-sorted_at_once] if len(score) > sorted_at_once else -np.inf
    for part in (np.flatnonzero(score >= least), np.flatnonzero(score < least)):
        yield from part[np.lexsort((holder[part], -score[part]))].tolist()


def learned_scores(parts: pd.DataFrame, row: Row, t: Thresholds) -> pd.DataFrame:
    """`parts` of those whom the learned ranking looked at, with `probability` and a score by it: over that of the
    likeliest of its kind (new, or known from the event), times what distance leaves. closeness is not worked out."""
    found = pd.DataFrame({"holder": row.holder, "came": row.came, "probability": row.chance})
    out = parts.merge(found, on="holder")
    likely = out["probability"] / out.groupby("came")["probability"].transform("max")
    score = (likely * (t.abroad + (1 - t.abroad) * out["domestic"])).round(9)
    return out.assign(score=score, closeness=np.nan).drop(columns="came")


def scores(graph: Projection, seeking: Seeker, t: Thresholds, near: bool = True) -> pd.DataFrame:
    """Score of every candidate by the rules: holder (position), complement, relatedness, closeness, score; by position.

    complement: Σ need × `coverage` of the needed segments. relatedness: density ω of the candidate
    in the needed segments, weighted by need. closeness: `pushed_pagerank` from the seeker over holders, patents,
    classes and segments (without `near` it is not worked out). Each part is divided by its largest value; score is
    their mean weighted by the thresholds over the parts that say anything, times what `domestic` (share at home, 0–1)
    leaves of it: abroad + (1 − abroad) × domestic.
    """
    at = np.flatnonzero(candidates(graph, seeking))
    wanted = np.flatnonzero(seeking.need)
    need = seeking.need[wanted]
    related = phi(graph, t)[:, wanted]
    # Σ_s need_s ω_s without a holders × segments matrix of ω: M (φ (need / Σφ)).
    density = presence(graph, t) @ (related @ ratio(need, related.sum(axis=0)))
    seeds = np.flatnonzero(seeking.seeds)
    reached = np.zeros(len(density))
    if near and len(seeds):
        reached = pushed_pagerank(
            walk(graph, t), seeds, seeking.seeds[seeds], alpha=t.alpha, first=len(density))
    parts = {
        "complement": scaled(coverage(graph, seeking.need, at, t)), "relatedness": scaled(density[at]),
        "closeness": scaled(reached[at]),
    }
    weight = {name: getattr(t, name) for name, values in parts.items() if values.any()}
    score = sum((weight[name] * parts[name] for name in weight), start=np.zeros(len(at))) / (sum(weight.values()) or 1)
    near_home = domestic(graph, seeking, t)[at]
    score = score * (t.abroad + (1 - t.abroad) * near_home)
    return pd.DataFrame({"holder": at, **parts, "domestic": near_home, "score": np.round(score, 9)})


def domestic(graph: Projection, seeking: Seeker, t: Thresholds) -> Floats:
    """`home_share` of each holder. All 1 for a seeker who is from elsewhere: then nobody is at home."""
    share = home_share(graph, t.home)
    return np.ones(len(share)) if from_elsewhere(graph, seeking, t) else share


def from_elsewhere(graph: Projection, seeking: Seeker, t: Thresholds) -> bool:
    """True for a holder, or a team at home with one, of whose patents less than half are of the home country."""
    return bool(seeking.seats) and bool(home_share(graph, t.home)[seeking.seats[0]] < 0.5)


@remembered
def home_share(graph: Projection, home: str) -> Floats:
    """Share of each holder's patents that are of the home country (residence, else origin of the patent); where it has
    none, 1 if it is located there."""
    place, held = home_place(graph, home), holdings(graph)
    count = len(graph.nodes["Holder"])
    known = held.holder >= 0
    at_home = local_rows(graph, place, held.holder, held.country)[known].astype(float)
    every = np.bincount(held.holder[known], minlength=count)
    share = np.bincount(held.holder[known], weights=at_home, minlength=count)
    share = np.where(every > 0, ratio(share, every.astype(float)), local_holders(graph, place))
    return np.round(share, 9)


def candidates(graph: Projection, seeking: Seeker) -> NDArray[np.bool_]:
    """Organisations other than the seeker, or the homes of a team, and than any that carries one of their names.

    One of which nothing but the region is known looks for partners in that region alone.
    """
    allowed = organisations(graph).copy()
    if seeking.seats:
        for seat in seeking.seats:
            allowed[namesakes(graph, seat)] = False
        allowed[list(seeking.seats)] = False
        if seeking.basis == "region":
            allowed &= seeking.seeds[:len(allowed)] > 0
    return allowed


def acquainted(graph: Projection, seeking: Seeker) -> NDArray[np.bool_]:
    """True for each holder that has a patent of the seeker, or that is already active in the segment."""
    rows = np.zeros(len(graph.nodes["Holder"]), dtype=bool)
    if seeking.seats:
        rows[held_by(graph)[seeking.patents].indices] = True
        return rows
    works, serves = graph.edges["OPERATES_IN"], graph.edges["SERVES"]
    rows[works.source[seeking.own[works.target]]] = True
    served_by = np.unique(serves.source[seeking.own[serves.target]])
    rows[held_by(graph)[served_by].indices] = True
    return rows


def scaled(values: Floats) -> Floats:
    """Values over the largest of them, rounded so that equals stay equal."""
    return np.round(ratio(values, values.max(initial=0.0)), 9)
