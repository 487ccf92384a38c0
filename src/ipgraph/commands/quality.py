"""`ipgraph quality`: the score tree of a patent, and the sentence that says what quality in an answer rests on."""

from __future__ import annotations

from typing import Any

from ipgraph.analysis import Thresholds, patent_quality
from ipgraph.analysis.lookup import with_id
from ipgraph.commands import say
from ipgraph.commands.ask import graph
from ipgraph.commands.texts import say as text
from ipgraph.errors import NotFound
from ipgraph.settings import Settings


def ask(settings: Settings, patent: str, scenario: str) -> dict[str, Any]:
    """The score tree of the patent with this number."""
    found = graph(settings)
    at = with_id(found.nodes["Patent"], patent)
    if not len(at):
        raise NotFound(f"no patent with the number {patent}", f"没有号码为 {patent} 的专利")
    return {"patent": patent, "as_of": found.as_of or None,
            **patent_quality(found, int(at[0]), Thresholds(scenario=scenario))}


def show(settings: Settings, told: dict[str, Any]) -> None:
    """A line a branch, its indicators below it; what is missing is –."""
    lang = settings.language
    lines: list[tuple[Any, ...]] = []
    for branch in told["branches"]:
        lines.append((branch[lang], branch["weight"], branch["value"], None))
        lines += [(f"  {leaf[lang]}", leaf["weight"], leaf["value"], leaf[f"{lang}_doc"])
                  for leaf in branch["indicators"]]
    title = text("quality of", lang, told["patent"], told[f"scenario_{lang}"], told["as_of"], round(told["weight"], 3),
                 told["grade"] or text("ungraded", lang))
    say.table(title, [text(c, lang) for c in ("indicator", "weighs", "value", "detail")], lines, numeric=(1, 2))


def basis(told: dict[str, Any], language: str) -> str:
    """What quality rests on: scenario, share graded, where the grades begin, and what each indicator weighs."""
    weights = say.listed(
        (f"{one[language]} {one['weight']:.0%}/{share(one['known'])}" for one in told["weights"]), language)
    bands = " ".join(f"{band['grade']}≥{band['low']:g}" for band in told["bands"])
    return text("quality basis", language, told[f"scenario_{language}"], share(told["graded"]), bands, weights)


def share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"
