"""What people decide about names is kept, applied on every load, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from commands.run import ipgraph

from ipgraph.bundle import Workspace
from ipgraph.commands import identity
from ipgraph.commands.load import load
from ipgraph.errors import NotFound, UsageError
from ipgraph.settings import Settings

PATENTS = "publication_number,title,applicants,filed_on,ipc\n"
FULL, SHORT = "宁德时代新能源科技股份有限公司", "宁德时代集团"
CODE = "91440300708461136T"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("identity")
    settings = Settings(home=folder / "home", language="en")
    names = (FULL, SHORT, "北京大学", "北京大学化学系", "泰山石膏公司", "泰山石膏有限公司")
    rows = "".join(f"CN11234567{n}A,电池,{name},2020-01-01,H01M10/0525\n" for n, name in enumerate(names))
    (folder / "专利.csv").write_text(PATENTS + rows, "utf-8")
    (folder / "企业.csv").write_text(f"企业名称,统一社会信用代码\n甲乙有限公司,{CODE}\n丙丁有限公司,{CODE}\n", "utf-8")
    load(settings, [folder / "专利.csv", folder / "企业.csv"], as_of="2024-01-01")
    return settings


def ids(settings: Settings, label: str = "Enterprise") -> set[str]:
    return set(Workspace(settings.home).current().nodes(label)["id"].to_pylist())


def test_the_list_has_score_and_reason_in_both_languages(settings: Settings) -> None:
    done = ipgraph("identity", "list", "--json", home=settings.home)
    [unit] = [row for row in done.json if row["rule"] == "unit"]
    assert (unit["name"], unit["into"], unit["score"]) == ("北京大学化学系", "北京大学", 1.0)
    assert (unit["zh"], unit["en"]) == ("高校的院系", "a part of the university")
    assert {row["rule"] for row in identity.merges(settings, "泰山石膏有限公司")} == {"name"}


def test_a_join_holds_on_the_next_load_and_is_undone(settings: Settings, tmp_path: Path) -> None:
    before = Workspace(settings.home).current().version
    assert identity.decide(settings, "join", FULL, SHORT, "官网")["version"] != before
    assert "宁德时代集团" not in ids(settings)
    (tmp_path / "又.csv").write_text(f"{PATENTS}CN112345699A,电池,{SHORT},2020-01-01,H01M10/0525\n", "utf-8")
    load(settings, [tmp_path / "又.csv"], as_of="2024-01-01")
    assert "宁德时代集团" not in ids(settings)
    [row] = [row for row in identity.merges(settings, FULL) if row["rule"] == "decision"]
    assert (row["score"], row["en"]) == (1.0, "joined by a person: 官网")
    identity.undo(settings, SHORT, FULL)
    assert "宁德时代集团" in ids(settings)
    with pytest.raises(NotFound, match="nothing was decided"):
        identity.undo(settings, SHORT, FULL)


def test_spellings_of_one_key_and_a_college_can_be_split(settings: Settings) -> None:
    identity.decide(settings, "split", "北京大学", "北京大学化学系", "")
    identity.decide(settings, "split", "泰山石膏公司", "泰山石膏有限公司", "")
    assert ids(settings, "Institution") == {"北京大学", "北京大学化学系"}
    assert {"泰山石膏", "泰山石膏有限公司"} <= ids(settings)


@pytest.mark.parametrize(("decide", "match"), [
    (lambda s: identity.decide(s, "split", "甲乙有限公司", "丙丁有限公司", ""), "codes win"),
    (lambda s: identity.decide(s, "join", "甲乙有限公司", "北京大学", ""), "kinds are not joined"),
    (lambda s: identity.decide(s, "split", "甲乙有限公司", "甲乙有限公司 ", ""), "two spellings"),
    (lambda s: identity.decide(s, "join", "甲乙有限公司", "甲乙丙", ""), "did you mean"),
])
def test_what_cannot_be_is_refused_and_not_kept(
    settings: Settings, decide: Callable[[Settings], object], match: str,
) -> None:
    file = settings.home / "identity.yaml"
    before = file.read_text("utf-8") if file.exists() else None
    with pytest.raises((UsageError, NotFound), match=match):
        decide(settings)
    assert (file.read_text("utf-8") if file.exists() else None) == before


def test_evaluate_prints_figures_for_the_halves_of_a_truth_file(tmp_path: Path) -> None:
    pairs = [f"字号{n}新材,江苏字号{n}新材料科技股份有限公司" for n in "甲乙丙丁戊己庚辛"]
    (tmp_path / "truth.csv").write_text("简称,全称\n" + "\n".join(pairs) + "\n", "utf-8")
    found = ipgraph("evaluate", "identity", "--truth", tmp_path / "truth.csv", "--json").json
    figures = {part["part"]: part for part in found["parts"]}
    assert (figures["all"]["names"], figures["all"]["true_pairs"]) == (16, 8)
    assert figures["unseen"]["precision"] == figures["unseen"]["f1"] == 1.0


def test_evaluate_persons_says_which_seed_and_leaves_out_halves_without_inventors(settings: Settings) -> None:
    found = ipgraph("evaluate", "persons", "--seed", "7", "--home", settings.home, "--json").json
    assert found == {"seed": 7, "parts": []}


def test_persons_are_joined_by_their_ids_and_taken_apart_again(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", language="en")
    (tmp_path / "a.csv").write_text(
        "publication_number,title,applicants,inventors,filed_on,ipc\nCN1123450A,电池,北京大学,覃正笛,2020-01-01,H01M4/00\n"
        "CN1123451A,电池,清华大学,覃正笛,2021-01-01,H01M4/00\n", "utf-8")
    load(settings, [tmp_path / "a.csv"], as_of="2024-01-01")

    def ids() -> list[str]:
        found: list[str] = Workspace(settings.home).current().nodes("Person")["id"].to_pylist()
        return found

    assert ids() == ["覃正笛@北京大学", "覃正笛@清华大学"]
    identity.decide(settings, "join", *ids(), "同一人")
    assert ids() == ["覃正笛@北京大学"]
    identity.undo(settings, "覃正笛@清华大学", "覃正笛@北京大学")
    assert ids() == ["覃正笛@北京大学", "覃正笛@清华大学"]
    with pytest.raises(NotFound):
        identity.decide(settings, "join", "覃正笛@北京大学", "无人@某处", "")
    with pytest.raises(NotFound, match="did you mean 覃正笛@北京大学"):
        identity.merges(settings, "覃正笛@北京大")
