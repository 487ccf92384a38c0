"""`ipgraph gaps --explain`: every number of a segment with its formula, its sums and the patents behind it."""

from __future__ import annotations

from typing import Any

from ipgraph.analysis import (
    DEFAULT,
    explain,
    find_chain,
    find_segment,
    gap_board,
    plain,
    quality_basis,
    records,
    sensitivity,
)
from ipgraph.analysis.board.segment import placed_by_text
from ipgraph.commands import say
from ipgraph.commands.ask import called, graph
from ipgraph.commands.quality import basis
from ipgraph.commands.texts import say as text
from ipgraph.explorer.formulas import with_formula
from ipgraph.explorer.measures import MEASURES, THRESHOLDS
from ipgraph.settings import Settings

#: Patents named beside a number; `--json` has all.
PATENTS = 3
#: Numbers whose largest holders are named, with what they hold.
LARGEST = ("hhi", "cr4", "monopoly")


def explained(
    settings: Settings, chain: str, segment: str, region: str | None, enterprise: str | None = None,
    within: str = "world",
) -> dict[str, Any]:
    """Every number of a segment with its formula, its sums, its holders and the patents behind it."""
    found = graph(settings)
    rows = explain(found, segment, region, chain=chain, holder=enterprise, within=within)
    at = find_segment(found, segment, find_chain(found, chain))
    row = found.nodes["Segment"].iloc[at]
    board = gap_board(found, chain, region, holder=enterprise, within=within)
    mine = board[board["segment"] == row["id"]]
    moved = sensitivity(board, DEFAULT)
    moved = moved[moved["row"] == mine.index[0]].drop(columns="row")
    return {"segment": row["id"], "name": row["name"], "name_en": plain(row["name_en"]), "region": region,
            "enterprise": enterprise, "within": within, "as_of": found.as_of or None,
            "status": mine["status_code"].iat[0], "sensitivity": records(moved),
            "quality": quality_basis(found, patents=found.edges["SERVES"].sources(at)),
            "by_text": records(placed_by_text(found, at)),
            "numbers": [with_formula(number) for number in records(rows)]}


def show(settings: Settings, told: dict[str, Any]) -> None:
    """A line a number: what it is, its value, the formula in words and in figures, and the first patents behind it."""
    lang = settings.language
    by_text = {one["id"] for one in told["by_text"]}
    captions = {one.key: one.zh if lang == "zh" else one.en for one in MEASURES}
    lines = [
        (captions[one["measure"]], one["value"], told_formula(one, lang), len(one["patents"]) or None,
         say.listed([*(f"{id}*" if id in by_text else id for id in one["patents"][:PATENTS]),
                     *(["…"] if len(one["patents"]) > PATENTS else [])], lang))
        for one in told["numbers"]
    ]
    heads = [text(c, lang) for c in ("measure", "value", "formula", "patents", "first patents")]
    place = told["region"] or told["enterprise"] or text("country", lang)
    title = text("explained", lang, called(told, lang), place, told["as_of"])
    say.table(title, heads, lines, numeric=(1, 3))
    if by_text:
        say.aside(text("by text note", lang))
    say.aside(basis(told["quality"], lang))
    for one in told["sensitivity"]:
        for end in ("low", "high"):
            if one[f"status_{end}"] != told["status"]:
                was, would = (text(code, lang) for code in (told["status"], one[f"status_{end}"]))
                threshold = THRESHOLDS[one["threshold"]][0 if lang == "zh" else 1]
                say.aside(text("would be", lang, threshold, one["at"], one[end], was, would))


def told_formula(one: dict[str, Any], language: str) -> str:
    """The formula in words, and where sums go into it in figures too; else the sums as they are."""
    words, figures, parts = one["formula"][language], one["formula"]["worked"], one["parts"]
    # One word alone is the caption once more.
    lines = [words if " " in words else "", f"= {figures}" if len(parts) > 1 and words != figures else ""]
    if one["measure"] in LARGEST:
        named = [f"{holder['name']}{members(holder, language)} {say.shown(holder['share'])}"
                 for holder in one["holders"][:4]]
        lines.append(say.listed([*named, "…"] if len(one["holders"]) > 4 else named, language))
    for name, value in parts.items():
        if isinstance(value, list) and value:
            colon = "：" if language == "zh" else ": "
            lines.append(f"{text(name, language)}{colon}{say.listed(map(str, value), language)}")
        elif name == "basis":
            lines.append(text(value, language))
    return "\n".join(line for line in lines if line)


def members(holder: dict[str, Any], language: str) -> str:
    """Behind the name of a group, those of it that hold the patents."""
    named = holder["through"]
    more = ["…"] if len(named) > PATENTS else []
    return text("with members", language, say.listed([*named[:PATENTS], *more], language)) if named else ""
