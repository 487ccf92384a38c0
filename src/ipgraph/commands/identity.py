"""`ipgraph identity`: which names are one organisation and why, and what people decide about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from ipgraph.bundle import Bundle, Workspace
from ipgraph.commands import say
from ipgraph.commands.load import assemble
from ipgraph.commands.texts import say as text
from ipgraph.errors import NotFound, UsageError
from ipgraph.schema.types.name import display, display_of, key, key_of
from ipgraph.settings import Settings
from ipgraph.tables import REFUSED, Intakes
from ipgraph.tables.identity import decisions
from ipgraph.tables.identity.decisions import JOIN, SPLIT, Decision
from ipgraph.tables.persons.decided import about_persons

#: Rules that are shown only for a name asked for: spellings and aliases are many, and nobody doubts them.
PLAIN = ("name", "alias")


@dataclass(frozen=True)
class Organisation:
    """An enterprise or institution of the bundle in force."""

    label: str
    id: str
    name: str
    uscc: str | None


def merges(settings: Settings, name: str | None) -> list[dict[str, Any]]:
    """Every merge but plain spellings; with a name all those of the organisation it is, or of
    the person whose id it is. Sorted by organisation. NotFound, with what is near, for a name that is nowhere."""
    bundle = Workspace(settings.home).current()
    rows = bundle.identity()
    if name is None:
        plain = pc.or_(pc.is_in(rows["rule"], pa.array(PLAIN)), pc.equal(rows["label"], "Person"))
        wanted = pc.invert(plain)
    elif "@" in name:
        person(bundle, name)
        wanted = pc.or_(pc.equal(rows["id"], name), pc.or_(pc.equal(rows["into"], name), pc.equal(rows["name"], name)))
    else:
        who = organisation(bundle, name)
        wanted = pc.and_(pc.equal(rows["label"], who.label), pc.equal(rows["id"], who.id))
    found: list[dict[str, Any]] = rows.filter(wanted).to_pylist()
    return found


def show(settings: Settings, rows: Sequence[dict[str, Any]]) -> None:
    lang = settings.language
    heads = [text(c, lang) for c in ("name", "into", "rule", "score", "weight", "why")]
    say.table(text("identity", lang), heads,
              [(r["name"], r["into"], r["rule"], r["score"], r["weight"], r[lang]) for r in rows], numeric=(3, 4))


def decide(settings: Settings, what: str, one: str, other: str, reason: str) -> dict[str, Any]:
    """Keep a decision, join or split, and build the bundle anew by it.

    Raises NotFound for a name that is nowhere, UsageError where a code or the kind says otherwise: sources' codes win.
    """
    space = Workspace(settings.home)
    with space.writing(f"identity {what}"), say.progress(settings.language) as report:
        bundle = space.current()
        new = Decision(what, (one, other), reason, date.today().isoformat())
        if about_persons([new]):
            known_persons(bundle, new)
        else:
            first, second = organisation(bundle, one), organisation(bundle, other)
            (joinable if what == JOIN else separable)(bundle, first, second, new)
        kept = decisions.without(decisions.read(space.home), one, other)
        decisions.write(space.home, (*kept, new))
        done = assemble(space, Intakes.open(space.intake), REFUSED.empty_table(), report)
        return {"decide": what, "names": [one, other], "version": done.version}


def undo(settings: Settings, one: str, other: str) -> dict[str, Any]:
    """Take the decision on two names back. NotFound where there is none."""
    space = Workspace(settings.home)
    with space.writing("identity undo"), say.progress(settings.language) as report:
        before = decisions.read(space.home)
        kept = decisions.without(before, one, other)
        if len(kept) == len(before):
            raise NotFound(f"nothing was decided on {one} and {other}", f"没有关于“{one}”与“{other}”的决定")
        decisions.write(space.home, kept)
        done = assemble(space, Intakes.open(space.intake), REFUSED.empty_table(), report)
        return {"decide": "undo", "names": [one, other], "version": done.version}


def joinable(bundle: Bundle, one: Organisation, other: Organisation, new: Decision) -> None:
    """UsageError where the two cannot be one."""
    if one.label != other.label:
        raise UsageError(f"{one.name} is an {one.label} and {other.name} an {other.label}: kinds are not joined",
                         f"“{one.name}”与“{other.name}”类别不同（{one.label}、{other.label}），不能合并")
    if one.uscc and other.uscc and one.uscc != other.uscc:
        raise UsageError(
            f"sources give {one.name} the code {one.uscc} and {other.name} the code {other.uscc}: codes win",
            f"来源给出的统一社会信用代码不同：“{one.name}”为 {one.uscc}，“{other.name}”为 {other.uscc}；以代码为准",
        )


def separable(bundle: Bundle, one: Organisation, other: Organisation, new: Decision) -> None:
    """UsageError where the two names cannot be told apart."""
    if one.id != other.id:
        return
    if new.keys[0] == new.keys[1] and not decisions.own_keys([new]):
        raise UsageError(f"{new.names[0]} and {new.names[1]} are one name in two spellings",
                         f"“{new.names[0]}”与“{new.names[1]}”只是同一名称的两种写法")
    rows = bundle.identity()
    coded = rows.filter(pc.and_(pc.equal(rows["id"], one.id), pc.equal(rows["rule"], "code")))
    if {display_of(name) for name in new.names} & set(coded["name"].to_pylist()):
        raise UsageError(
            f"a source gives {new.names[0]} and {new.names[1]} one code, {one.uscc}: codes win",
            f"来源给“{new.names[0]}”与“{new.names[1]}”同一统一社会信用代码 {one.uscc}；以代码为准",
        )


def known_persons(bundle: Bundle, new: Decision) -> None:
    """NotFound where a name is not the id of a person, nor one that was joined to another."""
    for name in new.names:
        person(bundle, name)


def person(bundle: Bundle, id: str) -> None:
    """NotFound, with ids that begin alike, where nobody has the id nor had it before a join."""
    rows, ids = bundle.identity(), bundle.nodes("Person")["id"]
    joined = rows.filter(pc.equal(rows["label"], "Person"))["into"]
    if any(pc.index(column, id).as_py() >= 0 for column in (ids, joined)):
        return
    called, _, home = id.partition("@")
    alike = pc.or_(pc.starts_with(ids, called + "@"), pc.match_substring(ids, f"@{home}"))
    near = get_close_matches(id, ids.filter(alike).to_pylist(), 3)
    hint = "、".join(near) or "-"
    raise NotFound(f"no person {id}: write the id, name@organisation; did you mean {hint}?",
                   f"没有人员“{id}”：请写其标识，姓名@单位；是否指 {hint}？")


def organisation(bundle: Bundle, name: str) -> Organisation:
    """The enterprise or institution with this id, name or alias, the first by label and id; else NotFound."""
    wanted, shown = key_of(name), display_of(name)
    near: list[str] = []
    for label in ("Enterprise", "Institution"):
        table = bundle.nodes(label)
        owner = pa.concat_arrays([pa.array(range(len(table)), pa.int64()),
                                  pc.list_parent_indices(table["aliases"].combine_chunks()).cast(pa.int64())])
        said = pa.concat_arrays([table["name"].combine_chunks(), pc.list_flatten(table["aliases"].combine_chunks())])
        spelt = display(said)
        exact = pc.or_(pc.equal(spelt, shown), pc.equal(said, name))
        for fits in (exact, pc.equal(key(spelt), wanted)):
            at = owner.filter(pc.fill_null(fits, False))
            hit = pc.index(table["id"], name).as_py() if not len(at) else pc.min(at).as_py()
            if hit >= 0:
                row = table.slice(hit, 1).to_pylist()[0]
                return Organisation(label, row["id"], row["name"], row["uscc"])
        near += get_close_matches(name, table["name"].to_pylist(), 3)
    hint = "、".join(near[:3]) or "-"
    raise NotFound(f"no enterprise or institution called {name}; did you mean {hint}?",
                   f"没有名为“{name}”的企业或高校院所；是否指 {hint}？")


__all__ = ["JOIN", "SPLIT", "decide", "merges", "organisation", "show", "undo"]
