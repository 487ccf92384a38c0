"""`ipgraph evaluate teams`: how good the teams of the published graph are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ipgraph.analysis import evaluate_teams
from ipgraph.analysis.teams.team_groups import AGAINST, GUESSES
from ipgraph.commands import say
from ipgraph.commands.ask import graph
from ipgraph.commands.texts import say as text
from ipgraph.settings import Settings


def ask(settings: Settings) -> dict[str, Any]:
    return evaluate_teams(graph(settings))


def show(settings: Settings, found: Mapping[str, Any]) -> None:
    lang = settings.language
    table("steadiness", lang, ("scale", "kappa"), [(one["scale"], one["kappa"]) for one in found["steady"]])
    for name in ("windows", "cohesion", "left_out"):
        part = found[name]
        if part["too_few"]:
            say.aside(text("too few cases", lang, text(f"teams {name}", lang), part["cases"]))
        else:
            heads, rows = {"windows": of_windows, "cohesion": of_cohesion, "left_out": of_left_out}[name](part, lang)
            table(f"teams {name}", lang, heads, rows, part["cases"])


def of_windows(part: Mapping[str, Any], lang: str) -> tuple[Sequence[str], list[tuple[Any, ...]]]:
    return ("measure", "mean", "95 %"), [
        (text("found again", lang), part["kept"], ends(part["kept_ci"])),
        (text("overlap of members", lang), part["overlap"], ends(part["overlap_ci"]))]


def of_cohesion(part: Mapping[str, Any], lang: str) -> tuple[Sequence[str], list[tuple[Any, ...]]]:
    return ("group", "together later", "95 %", "teams less it"), [
        (text(f"group {name}", lang), part[name]["rate"], ends(part[name]["ci"]), ends(part[name].get("difference_ci")))
        for name in ("teams", *AGAINST)]


def of_left_out(part: Mapping[str, Any], lang: str) -> tuple[Sequence[str], list[tuple[Any, ...]]]:
    return ("group", "precision", "recall", "f1", "95 %", "teams less it", "close less it"), [
        (text(f"group {name}", lang), *(part[name][c] for c in ("precision", "recall", "f1")), ends(part[name]["ci"]),
         ends(part[name].get("difference_ci")), ends(part[name].get("close_difference_ci"))) for name in GUESSES]


def table(
    title: str, lang: str, heads: Sequence[str], rows: Sequence[tuple[Any, ...]], cases: int | None = None,
) -> None:
    named = text(title, lang) if cases is None else text("with cases", lang, text(title, lang), cases)
    say.table(named, [head if head == "95 %" else text(head, lang) for head in heads], rows,
              numeric=range(1, len(heads)))


def ends(interval: Sequence[float] | None) -> str | None:
    """`[0.123, 0.456]`, or unknown."""
    return None if interval is None else f"[{interval[0]:.3f}, {interval[1]:.3f}]"
