"""`ipgraph teams WHO`: the teams of an organisation or a person, or one team in detail."""

from __future__ import annotations

from typing import Any

from ipgraph.analysis import colleagues, records, stored_words, team_view, teams
from ipgraph.commands import say
from ipgraph.commands.ask import Records, called, graph
from ipgraph.commands.publish import opened
from ipgraph.commands.texts import say as text
from ipgraph.projection import load_projection
from ipgraph.settings import Settings

#: Words for the states of a team, where the code alone means something else.
STATES = {"new": "new team", "continuing": "continuing", "merged": "merged", "split": "split off",
          "dissolved": "dissolved"}


def ask(settings: Settings, who: str) -> Records:
    """Rows of `teams`; where `who` is a team, its one row has the details of `team_view`, and its words, too."""
    with opened(settings) as store:
        found = load_projection(store, settings.home)
        rows = records(teams(found, who))
        if len(rows) == 1 and rows[0]["id"] == who.strip():
            return [{**team_view(found, rows[0]["id"]), "words": stored_words(store, rows[0]["id"])}]
    return rows


def ask_close(settings: Settings, who: str) -> Records:
    return records(colleagues(graph(settings), who))


def show_close(settings: Settings, who: str, rows: Records) -> None:
    lang = settings.language
    if not rows:
        return say.aside(text("no colleagues", lang, who))
    heads = ("name", "home", "joint share", "patents", "years")
    say.table(text("colleagues", lang, who), [text(head, lang) for head in heads],
              [(r["name"], r["home_name"], r["share"], r["patents"], years(r["years"])) for r in rows], numeric=(2, 3))


def show(settings: Settings, who: str, rows: Records) -> None:
    lang = settings.language
    if not rows:
        return say.aside(text("no teams", lang, who))
    lines = [(r["id"], r["leader_name"], len(r["members"]), years(r["years"]), r["patents"], r["weighted"],
              say.listed(r["member_names"], lang)) for r in rows]
    heads = [text(c, lang) for c in ("id", "leader", "members", "years", "patents", "weighted", "names")]
    say.table(text("teams", lang, who), heads, lines, numeric=(2, 4, 5))
    if "people" in rows[0]:
        show_team(lang, rows[0])


def show_team(lang: str, row: dict[str, Any]) -> None:
    """The tables of one team; those without rows are left out."""
    table("members", lang, ("name", "role", "patents", "share", "membership", "years"),
          [(one["name"], text(one["role"], lang), one["patents"], one["share"], one["membership"], years(one["years"]))
           for one in row["people"]], numeric=(2, 3, 4))
    table("associates", lang, ("name", "team", "patents", "membership"),
          [(one["name"], one["team"], one["patents"], one["membership"]) for one in row["associates"]], numeric=(2, 3))
    table("history", lang, ("years", "state", "members", "patents"),
          [(years([w["first"], w["last"]]), text(STATES[w["state"]], lang), len(w["members"]), w["patents"])
           for w in row["history"]], numeric=(2, 3))
    if row["words"]:
        say.aside(text("team words", lang, say.listed(row["words"], lang)))
    title, other = ("title_zh", "title_en") if lang == "zh" else ("title_en", "title_zh")
    table("topics", lang, ("id", "name", "patents"),
          [(one["id"], one[title] or one[other], one["patents"]) for one in row["topics"]], numeric=(2,))
    table("segments served", lang, ("id", "name", "patents", "weighted"),
          [(one["id"], called(one, lang), one["patents"], one["weighted"]) for one in row["served"]], numeric=(2, 3))
    table("industry partners", lang, ("name", "held together", "passed on", "first patents"),
          [(one["name"], one["held"], one["deals"], say.listed(one["patents"][:3], lang)) for one in row["industry"]],
          numeric=(1, 2))


def table(title: str, lang: str, heads: tuple[str, ...], rows: list[tuple[Any, ...]], numeric: tuple[int, ...]) -> None:
    if rows:
        say.table(text(title, lang), [text(head, lang) for head in heads], rows, numeric=numeric)


def years(ends: list[int]) -> str:
    """`2010–2015`, or nothing."""
    return "–".join(str(year) for year in ends)
