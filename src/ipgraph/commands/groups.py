"""Commands of two words: `ipgraph identity …` and `ipgraph evaluate …`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ipgraph.commands import say
from ipgraph.commands.options import Home, Json, Lang, Store
from ipgraph.commands.texts import say as text
from ipgraph.settings import Settings

identity = typer.Typer(no_args_is_help=True, help="主体识别：哪些名称是同一单位或人员，为何，以及人工决定 · "
                       "Which names are one organisation or person, why, and what people decide")
evaluate = typer.Typer(no_args_is_help=True, help="准确性评估 · Accuracy figures")

One = Annotated[str, typer.Argument(metavar="A", help=(
    "单位名称，或人员标识 姓名@单位 · name of an organisation, or id of a person (name@organisation)"))]
Other = Annotated[str, typer.Argument(metavar="B", help="同上 · the same")]
Reason = Annotated[str, typer.Option(help="理由 · why")]


@identity.command("list")
def list_merges(
    name: Annotated[str | None, typer.Argument(help=(
        "单位名称或人员标识：其全部合并 · an organisation, or the id of a person (name@organisation): all its merges"),
    )] = None,
    home: Home = None, json: Json = False, lang: Lang = None,
) -> None:
    """列出合并及理由 · List the merges with score and reason."""
    from ipgraph.commands import identity

    settings = Settings.from_environment(home, None, lang)
    rows = identity.merges(settings, name)
    say.answer(rows) if json else identity.show(settings, rows)


@identity.command()
def split(a: One, b: Other, reason: Reason = "", home: Home = None, json: Json = False, lang: Lang = None) -> None:
    """两个名称不是同一单位或人员 · Two names are two organisations or persons, now and on every load."""
    decide("split", a, b, reason, home, json, lang)


@identity.command()
def join(a: One, b: Other, reason: Reason = "", home: Home = None, json: Json = False, lang: Lang = None) -> None:
    """两个名称是同一单位或人员 · Two names are one organisation or person, now and on every load."""
    decide("join", a, b, reason, home, json, lang)


@identity.command()
def undo(a: One, b: Other, home: Home = None, json: Json = False, lang: Lang = None) -> None:
    """取消对两个名称的决定 · Take a decision on two names back."""
    from ipgraph.commands import identity

    settings = Settings.from_environment(home, None, lang)
    done = identity.undo(settings, a, b)
    say.answer(done) if json else say.aside(text("undone", settings.language, a, b))


def decide(what: str, a: str, b: str, reason: str, home: Path | None, json: bool, lang: str | None) -> None:
    from ipgraph.commands import identity

    settings = Settings.from_environment(home, None, lang)
    done = identity.decide(settings, what, a, b, reason)
    say.answer(done) if json else say.aside(text(what, settings.language, a, b))


@evaluate.command("identity")
def evaluate_identity(
    truth: Annotated[Path, typer.Option(help="对照表：每行两个名称，或名称与 cluster · two names or name, cluster")],
    json: Json = False, lang: Lang = None,
) -> None:
    """主体识别的准确率与召回率 · Pairwise precision, recall, F1 and B³ of identity against a truth file."""
    from ipgraph.commands import evaluate

    settings = Settings.from_environment(None, None, lang)
    found = evaluate.identity(truth)
    say.answer(found) if json else evaluate.show(settings, found)


@evaluate.command("persons")
def evaluate_persons(
    seed: Annotated[int, typer.Option(help="随机种子 · which inventors are given one name")] = 4,
    home: Home = None, json: Json = False, lang: Lang = None,
) -> None:
    """发明人识别：人为制造同名者后的准确率 · Artificial namesakes of the loaded patents, told apart again."""
    from ipgraph.commands import evaluate

    settings = Settings.from_environment(home, None, lang)
    found = evaluate.persons(settings, seed)
    say.answer(found) if json else evaluate.show_persons(settings, found)


@evaluate.command("matching")
def evaluate_matching(
    queries: Annotated[int, typer.Option(min=50, help="每项任务的查询数 · queries of each task")] = 2000,
    home: Home = None, store: Store = None, json: Json = False, lang: Lang = None,
) -> None:
    """需求匹配：标题找摘要、摘要找被引文献 · Titles to their abstracts, abstracts to what they cite."""
    from ipgraph.commands import evaluate

    settings = Settings.from_environment(home, store, lang)
    found = evaluate.matching(settings, queries)
    say.answer(found) if json else evaluate.show_matching(settings, found)


@evaluate.command("teams")
def evaluate_teams(home: Home = None, store: Store = None, json: Json = False, lang: Lang = None) -> None:
    """科研团队：稳定性与其后的合作 · Do teams stay, file together afterwards, tell who invented what?"""
    from ipgraph.commands import evaluate_teams

    settings = Settings.from_environment(home, store, lang)
    found = evaluate_teams.ask(settings)
    say.answer(found) if json else evaluate_teams.show(settings, found)


@evaluate.command("partners")
def evaluate_partners(home: Home = None, store: Store = None, json: Json = False, lang: Lang = None) -> None:
    """合作对象推荐：按时间截断的检验 · Recommended partners against what came to pass after three cuts."""
    from ipgraph.commands import evaluate_partners

    settings = Settings.from_environment(home, store, lang)
    found = evaluate_partners.partners(settings)
    say.answer(found) if json else evaluate_partners.show(settings, found)


@evaluate.command("mapping")
def evaluate_mapping(
    most: Annotated[int, typer.Option(min=30, help=(
        "每个环节最多学习的专利数 · patents of a segment that are learnt from, at most"))] = 1000,
    home: Home = None, json: Json = False, lang: Lang = None,
) -> None:
    """文本归类：留出文本上的准确率、召回率与概率校准 · Texts to segments and classes, on texts held out."""
    from ipgraph.commands import evaluate_mapping

    settings = Settings.from_environment(home, None, lang)
    found = evaluate_mapping.ask(settings, most)
    say.answer(found) if json else evaluate_mapping.show(settings, found)
