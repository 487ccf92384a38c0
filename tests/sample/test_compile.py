"""The steps that make the sample, on small inputs."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pytest

sys.path.append(str(Path(__file__).parents[2] / "tools"))

from compile_sample import chosen
from sampling.holders import residence
from sampling.match import pattern, served, words
from sampling.originals import names
from sampling.rules import forms, translated


@pytest.mark.parametrize(("text", "found"), [
    ("Sharp Corp, Kansai University", ["Sharp Corp", "Kansai University"]),
    ("Ford Global Technologies, Llc", ["Ford Global Technologies, Llc"]),
    ("Hong; Kuochih", ["Hong, Kuochih"]),
    (None, []),
])
def test_names(text: str | None, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(("given", "symbol", "meets"), [
    ("H01M4*", "H01M4/58", True), ("H01M4*", "H01M40/58", False), ("H01M10/056", "H01M10/0563", False),
    ("B60L*", "B60L50/60", True), ("H01M50/20*", "H01M50/204", True),
])
def test_pattern(given: str, symbol: str, meets: bool) -> None:
    assert bool(pd.Series([symbol]).str.match(pattern([given]))[0]) is meets


def test_words_of_latin_letters_are_whole() -> None:
    titles = pd.Series(["Temperature sensor", "PE film", "锂离子电池"])
    assert titles.str.contains(words(["PE", "锂离子"])).tolist() == [False, True, True]


def test_forms() -> None:
    assert forms("junction box(es)") == ["junction box", "junction boxes"]


def test_translated_drops_rules_without_words() -> None:
    rules = [{"id": "a#1", "segment": "a", "keywords": ["隔膜"], "keyword_exclusions": []},
             {"id": "a#2", "segment": "a", "keywords": [], "keyword_exclusions": []}]
    assert [(r["id"], r["keywords"]) for r in translated(rules, {"隔膜": ["separator(s)"]})] == [
        ("a#1@en-ja", ["separator", "separators"])]


def test_served_asks_for_class_and_word() -> None:
    records = pd.DataFrame({"title": ["Separator", "Separator", "Pump"], "title_en": None, "cpc": [[], [], []],
                            "ipc": [["H01M50/40"], ["B01D3/00"], ["H01M50/40"]]})
    rule = {"id": "r", "segment": "s", "patterns": ["H01M50/40"], "keywords": ["separator"]}
    assert served(records, [rule]).row.tolist() == [0]


def test_chosen_thins_only_vehicles() -> None:
    count = 400
    records = pd.DataFrame({"publication_number": [f"US{n}A" for n in range(2 * count)], "application_number": None,
                            "file": "documents"})
    met = pd.DataFrame({"row": range(2 * count), "segment": ["b"] * count + ["v"] * count})
    kept = chosen(records, met, {"b": "xinsanyang_2024:锂电池", "v": "xinsanyang_2024:电动汽车"})
    assert kept[:count].all()
    assert 0.15 < kept[count:].mean() < 0.35


@pytest.mark.parametrize(("name", "country"), [
    ("Toyota Jidosha Kabushiki Kaisha", "JP"), ("株式会社ある", "JP"), ("Some Firm Inc.", None),
])
def test_residence(name: str, country: str | None) -> None:
    assert residence([name]) == country
