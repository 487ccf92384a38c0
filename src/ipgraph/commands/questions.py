"""The commands that ask a published graph: arguments in, one of `commands` called."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ipgraph.commands import say
from ipgraph.commands.options import Chain, Enterprise, Home, Json, Lang, Region, Store, Who, Within
from ipgraph.commands.texts import say as text
from ipgraph.settings import Settings

app = typer.Typer()


@app.command()
def chains(home: Home = None, store: Store = None, json: Json = False, lang: Lang = None) -> None:
    """列出产业链 · List the industry chains."""
    from ipgraph.commands import ask

    settings = Settings.from_environment(home, store, lang)
    rows = ask.ask_chains(settings)
    say.answer(rows) if json else ask.show_chains(settings, rows)


@app.command()
def gaps(
    chain: Chain, region: Region = None, enterprise: Enterprise = None, within: Within = "world",
    explain: Annotated[str | None, typer.Option(
        metavar="SEGMENT", help="逐项说明某环节的数字 · take every number of a segment apart")] = None,
    home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """链上态势表 · The gap board of a chain."""
    from ipgraph.commands import ask
    from ipgraph.commands.explain import explained, show

    settings = Settings.from_environment(home, store, lang)
    if explain:
        told = explained(settings, chain, explain, region, enterprise, within)
        return say.answer(told) if json else show(settings, told)
    rows, as_of, notes, names = ask.ask_gaps(settings, chain, region, enterprise, within)
    own = "own" if enterprise else "local" if region else None
    say.answer(rows) if json else ask.show_gaps(settings, rows, names, as_of, notes, own)


@app.command()
def advise(chain: Chain, region: Region = None, home: Home = None, store: Store = None, json: Json = False,
           lang: Lang = None) -> None:
    """补链、强链、延链建议 · What to fill, strengthen and extend, with candidates."""
    from ipgraph.commands import advise

    settings = Settings.from_environment(home, store, lang)
    rows, names = advise.ask(settings, chain, region)
    say.answer(rows) if json else advise.show(settings, names, rows)


@app.command()
def whatif(
    chain: Chain,
    changes: Annotated[list[str], typer.Argument(
        help="假设，依次执行 · in order: add:NAME=REGION move:WHO=REGION enter:WHO=SEGMENT file:WHO=SEGMENT*5 "
             "serve:PATENTS=SEGMENT give:PATENTS=WHO withdraw:PATENTS remove:WHO|POOL; PATENTS are numbers, a pool, "
             "a holder or @FILE")],
    region: Region = None, home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """假设推演 · What would move on the gap board; the graph stays as it is."""
    from ipgraph.commands import whatif

    settings = Settings.from_environment(home, store, lang)
    rows, names = whatif.ask(settings, chain, region, changes)
    say.answer(rows) if json else whatif.show(settings, names, rows)


@app.command()
def compare(
    chain: Chain,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="起始日 · day, month or year to compare from")],
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="截止日 · day, month or year to compare with")],
    region: Region = None, home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """两期对比 · The gap board of two dates, and every number that moved."""
    from ipgraph.commands import compare

    settings = Settings.from_environment(home, store, lang)
    told, names = compare.ask(settings, chain, since, until, region)
    say.answer(told) if json else compare.show(settings, names, told)


@app.command()
def report(
    chain: Chain, region: Region = None,
    format: Annotated[str, typer.Option(help="docx, html, pdf, xlsx, all")] = "docx",
    out: Annotated[Path | None, typer.Option(help="输出目录 · folder to write into")] = None,
    home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """专利导航报告 · The report of a chain and region: state, position, paths, method, every number opened."""
    from ipgraph.commands import report

    settings = Settings.from_environment(home, store, lang)
    files = report.report(settings, chain, region, format, out)
    if json:
        return say.answer([str(file) for file in files])
    for file in files:
        say.aside(text("written", settings.language, file))


@app.command()
def partners(
    who: Who, segment: Annotated[str | None, typer.Option(help="链环节 · segment")] = None,
    top: Annotated[int, typer.Option(min=1, max=200, help="条数 · how many")] = 10,
    role: Annotated[str | None, typer.Option(
        help="角色 · complements, strengthens, licenses, buys, cofiles, joins_pool")] = None,
    region: Region = None,
    kind: Annotated[str | None, typer.Option(help="类型 · Enterprise, Institution")] = None,
    new: Annotated[bool | None, typer.Option(
        "--new/--known", help="仅新合作或仅已有合作 · new or known partners alone", show_default=False)] = None,
    why: Annotated[bool, typer.Option(
        "--why", help="去掉所依据的专利或关系后重新排名 · rank again without what the reasons name")] = False,
    home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """合作对象推荐 · Ranked partners with reasons, for a holder, a segment or a research team."""
    from ipgraph.commands import ask
    from ipgraph.commands.coded import KINDS, ROLES, code

    settings = Settings.from_environment(home, store, lang)
    rows = ask.ask_partners(settings, who, segment, top, why, code(role, ROLES), region, code(kind, KINDS), new)
    say.answer(rows) if json else ask.show_partners(settings, who, rows)


@app.command()
def teams(
    who: Who,
    close: Annotated[bool, typer.Option(
        "--close", help="一名发明人的紧密合作者 · close colleagues of one inventor")] = False,
    home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """科研团队 · Research teams of an organisation or a person; a team's id gives its details."""
    from ipgraph.commands import teams

    settings = Settings.from_environment(home, store, lang)
    if close:
        found = teams.ask_close(settings, who)
        return say.answer(found) if json else teams.show_close(settings, who, found)
    rows = teams.ask(settings, who)
    say.answer(rows) if json else teams.show(settings, who, rows)


@app.command()
def pools(
    words: Annotated[list[str] | None, typer.Argument(
        metavar="[POOL | design SEGMENT [HOLDER]...]",
        help="专利池；或 design、链环节与权利人 · a pool; or design, a segment and holders")] = None,
    top: Annotated[int, typer.Option(min=1, max=100, help="尚缺权利人条数 · how many missing holders")] = 10,
    home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """专利池 · Patent pools; `pools design`: what holders would cover of a segment, and who is missing."""
    from ipgraph.commands import pools

    settings = Settings.from_environment(home, store, lang)
    if words and words[0] == "design":
        told = pools.design(settings, words[1:], top)
        return say.answer(told) if json else pools.show_design(settings, told)
    if words and len(words) > 1:
        raise typer.BadParameter("one pool, or design SEGMENT [HOLDER]... · 只能给出一个专利池")
    rows = pools.ask(settings, words[0] if words else None)
    say.answer(rows) if json else pools.show(settings, rows)


@app.command()
def quality(
    patent: Annotated[str, typer.Argument(help="专利号 · number of a patent")],
    scenario: Annotated[str, typer.Option(
        help="评估场景 · general, transfer, licence, pledge or equity")] = "general",
    home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """专利质量 · The score tree of a patent: law, technology, economy."""
    from ipgraph.commands import quality

    settings = Settings.from_environment(home, store, lang)
    told = quality.ask(settings, patent, scenario)
    say.answer(told) if json else quality.show(settings, told)


@app.command()
def match(
    need: Annotated[str | None, typer.Argument(
        metavar="TEXT", help="需求，中文或英文；- 为标准输入，@文件 为文本 · "
                             "need, Chinese or English; - is standard input, @FILE a text")] = None,
    demand: Annotated[str | None, typer.Option(help="技术需求标识 · id of a demand")] = None,
    top: Annotated[int, typer.Option(min=1, max=200, help="每类条数 · how many of each kind")] = 10,
    kind: Annotated[list[str] | None, typer.Option(help="Patent, Team, Institution, Enterprise")] = None,
    status: Annotated[str | None, typer.Option(help="法律状态 · pending, active, ended")] = None,
    region: Region = None,
    licence: Annotated[str | None, typer.Option(help="许可方式 · open_licence, convertible, any")] = None,
    owner: Annotated[str | None, typer.Option(
        help="权利人类型或名称 · institution, enterprise, person, or a holder")] = None,
    home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """为需求匹配专利、团队与单位 · Patents for a need, and the teams and organisations behind them."""
    from ipgraph.analysis.matching import Filters
    from ipgraph.commands import match
    from ipgraph.commands.coded import KINDS, OWNERS, STATUS, code, codes

    settings = Settings.from_environment(home, store, lang)
    filters = Filters(code(status, STATUS), region, licence, code(owner, OWNERS))
    found = match.ask_match(settings, need, demand, top, codes(kind or (), KINDS), filters)
    say.answer(match.answer(found)) if json else match.show(settings, found)


@app.command()
def event(
    segment: Annotated[str, typer.Argument(metavar="SEGMENT", help="链环节名称或标识 · segment, name or id")],
    needs: Annotated[Path | None, typer.Option(
        help="需求清单或每行一条的文本，默认用已载入的需求 · list of demands, or a text with one need a line; "
             "else those loaded")] = None,
    top: Annotated[int, typer.Option(min=1, max=50, help="每条需求的专利数 · patents for each need")] = 5,
    out: Annotated[Path | None, typer.Option(help="写入 .xlsx 或 .csv · write .xlsx or .csv")] = None,
    home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """对接活动清单：需求、专利、团队 · Needs of a segment, patents for each, and who is behind them."""
    from ipgraph.commands import event

    settings = Settings.from_environment(home, store, lang)
    if out:
        event.ending(out)
    about, rows = event.ask(settings, segment, needs, top)
    if out:
        event.write(settings, about, rows, out)
        say.aside(text("written", settings.language, out))
    if json:
        say.answer(rows)
    elif not out or not rows:
        event.show(settings, about, rows)
