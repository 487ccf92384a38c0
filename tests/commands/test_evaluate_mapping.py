"""`ipgraph evaluate mapping`, through the installed command."""

from __future__ import annotations

from pathlib import Path

import pytest
from analysis.texts import SEGMENTS, text_bundle
from commands.run import Done, ipgraph
from factory import bundle_of, small_edges, small_nodes

from ipgraph.bundle import Workspace


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with texts to learn from in force; nothing is published."""
    space = Workspace(tmp_path_factory.mktemp("texts"))
    space.switch(text_bundle(space.bundles, examples=60))
    return space.home


@pytest.fixture(scope="module")
def told(home: Path) -> Done:
    return ipgraph("evaluate", "mapping", "--lang", "en", home=home)


def test_every_task_is_answered(home: Path) -> None:
    tasks = ipgraph("evaluate", "mapping", "--json", home=home).json["tasks"]
    assert tasks["words_by_class"]["too_few"]
    found = tasks["segments_by_class_rules"]
    assert found["labels"] == len(SEGMENTS)
    assert found["methods"]["ours"]["f1"] > found["methods"]["majority"]["f1"]


def test_people_see_a_table_a_task_and_what_is_too_little(home: Path, told: Done) -> None:
    assert "by rules with classes (" in told.out
    assert all(word in told.out for word in ("nearest centroid", "Macro F1", "titles alone, probability ≥ 0.8"))
    assert "classes → segment, by rules of words: too few" in told.err
    assert "Calibration: Brier" in told.err
    chinese = ipgraph("evaluate", "mapping", "--lang", "zh", home=home)
    assert all(word in chinese.out for word in ("文本 → 环节", "最近质心", "宏平均 F1"))
    assert "样本太少" in chinese.err


def test_learning_from_fewer_is_asked_for(home: Path, told: Done) -> None:
    assert ipgraph("evaluate", "mapping", "--most", 30, "--lang", "en", home=home).out != told.out
    assert ipgraph("evaluate", "mapping", "--most", 3, home=home).code == 2


def test_an_empty_home_is_one_sentence(tmp_path: Path) -> None:
    assert "nothing loaded" in ipgraph("evaluate", "mapping", "--lang", "en", home=tmp_path).sentence


def test_a_home_without_texts_has_too_few_of_all(tmp_path: Path) -> None:
    space = Workspace(tmp_path)
    space.switch(bundle_of(space.bundles, small_nodes(), small_edges()))
    done = ipgraph("evaluate", "mapping", "--json", home=tmp_path)
    assert done.code == 0
    assert all(task["too_few"] for task in done.json["tasks"].values())
