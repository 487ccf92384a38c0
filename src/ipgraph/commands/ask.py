"""Questions to the published graph: chains, gaps, partners. Each gives records; `show_…` prints them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ipgraph.analysis import (
    DEFAULT,
    ROLES,
    Only,
    board_notes,
    chains,
    find_chain,
    find_region,
    gap_board,
    partners,
    records,
)
from ipgraph.analysis.board.industry import SUPPLY_DEMAND
from ipgraph.analysis.places import find_place
from ipgraph.commands import say
from ipgraph.commands.coded import kind_name
from ipgraph.commands.publish import opened
from ipgraph.commands.texts import say as text
from ipgraph.projection import Projection, load_projection
from ipgraph.settings import Settings

Records = list[dict[str, Any]]


def graph(settings: Settings) -> Projection:
    """The projection of the published graph, from the cache where it is there."""
    with opened(settings) as store:
        return load_projection(store, settings.home)


def found_names(
    found: Projection, settings: Settings, chain: str, region: str | None = None, enterprise: str | None = None,
) -> tuple[str, str]:
    """What the chain and the place that were asked for are called: as they were found, not as they were typed."""
    lang = settings.language
    [row] = records(found.nodes["Chain"].iloc[[find_chain(found, chain)]][["name", "name_en"]])
    if not region and not enterprise:
        return called(row, lang), text("country", lang)
    place = find_place(found, DEFAULT.home, region or None, enterprise or None)
    return called(row, lang), called({"name": place.name, "name_en": place.name_en}, lang)


def ask_chains(settings: Settings) -> Records:
    return records(chains(graph(settings)))


def ask_gaps(
    settings: Settings, chain: str, region: str | None, enterprise: str | None = None, within: str = "world",
) -> tuple[Records, str, list[dict[str, str]], tuple[str, str]]:
    """The board, the day it stands for, what to know of it, and how chain and place are called."""
    found = graph(settings)
    board = gap_board(found, chain, region, holder=enterprise, within=within)
    names = found_names(found, settings, chain, region, enterprise)
    return records(board), found.as_of, board_notes(found, chain, board), names


def ask_partners(
    settings: Settings, who: str, segment: str | None, top: int, why: bool = False, role: str | None = None,
    region: str | None = None, kind: str | None = None, new: bool | None = None,
) -> Records:
    Only(role=role, kind=kind)  # what is wrong in the question is told before a graph is read
    found = graph(settings)
    only = Only(role, find_region(found, region) if region else None, kind, new)
    return records(partners(found, who, segment, top, why=why, only=only))


def show_chains(settings: Settings, rows: Records) -> None:
    lang = settings.language
    heads = [text(c, lang) for c in ("id", "chain", "segments", "patents")]
    say.table(text("chains", lang), heads,
              [(r["id"], called(r, lang), r["segments"], r["patents"]) for r in rows], numeric=(2, 3))


def show_gaps(
    settings: Settings, rows: Records, names: tuple[str, str], as_of: str, notes: Sequence[dict[str, str]] = (),
    own: str | None = None,
) -> None:
    """The board and what to know of it. The patents of a region (`own`: local) or of an enterprise (own) stand before
    the whole."""
    lang = settings.language
    for note in notes if rows else ():
        say.aside(note[lang])
    if not rows:
        return say.aside(text("no segments", lang))
    codes = ["segment", "stage", "status", "evidence", *([own] if own else []), "patents",
             *(["by_text"] if any(r["by_text"] for r in rows) else []), "weighted",
             "holders", "rta", "hhi", "cr4", "foreign", "upstreamness", "cut",
             "local_enterprises", "supply_demand"]
    of = {"local": "local_patents", "own": "local_patents"}
    lines = [
        (f"{r['number'] or ''} {called(r, lang)}".strip(), text(r["stage"], lang) if r["stage"] else None,
         r["status"] if lang == "zh" else text(r["status_code"], lang), text(f"evidence {r['evidence']}", lang),
         *(r[of.get(c, c)] for c in codes[4:-1]),
         r["supply_demand_code"] and SUPPLY_DEMAND[r["supply_demand_code"]][0 if lang == "zh" else 1])
        for r in rows
    ]
    title = text("gap board", lang, *names, as_of)
    say.table(title, [text(c, lang) for c in codes], lines, numeric=range(4, len(codes) - 3))


def show_partners(settings: Settings, who: str, rows: Records) -> None:
    lang = settings.language
    if not rows:
        return say.aside(text("no partners", lang))
    zh = lang == "zh"
    learned = any(r["probability"] is not None for r in rows)
    lines = [(n, r["name"], kind_name(r["kind"], lang), r["score"],
              *([percent(r["probability"])] if learned else []), r["new"],
              "\n".join(ROLES[role][0 if zh else 1] for role in r["roles"]), reasons(r, lang))
             for n, r in enumerate(rows, 1)]
    new = "new" if rows[0]["for_kind"] != "Segment" else "new here"
    heads = ["#", *(text(c, lang) for c in (
        "name", "kind", "score", *(["probability"] if learned else []), new, "roles", "reasons"))]
    say.table(text("partners", lang, who), heads, lines, numeric=(0, 3, *([4] if learned else [])))
    say.aside(rows[0]["method_note"][lang])


def percent(share: float | None) -> str | None:
    """A probability with two digits that say something; it may be far below one in a hundred."""
    return None if share is None else f"{share * 100:.2g} %"


def reasons(row: dict[str, Any], language: str) -> str:
    """The reasons, and what the rank would be without what they name where that was asked."""
    return "\n".join(said[language] for said in [*row["reasons"], *row.get("counterfactuals", ())])


def called(row: dict[str, Any], language: str) -> str:
    """The name in the language, the other where it has none."""
    return str(row["name"] if language == "zh" else row.get("name_en") or row["name"])
