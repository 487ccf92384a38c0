from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import ipgraph.commands
from ipgraph.analysis.board.sensitivity import MOVED
from ipgraph.commands.texts import STEPS, TEXTS, say
from ipgraph.explorer.measures import THRESHOLDS
from ipgraph.tables import build

FOLDER = Path(ipgraph.commands.__file__).parent
HAN = re.compile("[\u4e00-\u9fff]")


def blanks(phrase: str) -> set[str | None]:
    return {field for _, field, _, _ in Formatter().parse(phrase) if field is not None}


def test_every_phrase_is_there_in_both_languages_with_the_same_blanks() -> None:
    for code, (zh, en) in {**TEXTS, **STEPS}.items():
        assert bool(zh) == bool(en), code
        assert not HAN.search(en), code
        assert blanks(zh) == blanks(en), code


def test_every_phrase_that_commands_ask_for_is_there() -> None:
    asked = {code for path in [*FOLDER.glob("*.py"), FOLDER.parent / "cli.py"]
             for code in re.findall(r'\btext\("([^"]+)"', path.read_text("utf-8"))}
    assert len(asked) > 20
    assert asked <= set(TEXTS)


def test_every_step_of_the_build_has_a_caption() -> None:
    source = Path(build.__code__.co_filename).read_text("utf-8")
    assert set(re.findall(r'report\("([^"]+)"\)', source)) <= set(STEPS)


def test_values_are_filled_in() -> None:
    assert say("partners", "zh", "甲") == "合作对象推荐：甲"
    assert say("partners", "en", "A") == "Partners for A"


def test_every_threshold_that_is_moved_has_a_caption() -> None:
    assert set(MOVED) == set(THRESHOLDS)
