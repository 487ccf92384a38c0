"""Every error that a user sees has a sentence in each language, and is told in the one that was asked for."""

from __future__ import annotations

import ast
import pickle
import re
from pathlib import Path

import pytest

from ipgraph import errors
from ipgraph.errors import IpgraphError, NotFound
from ipgraph.settings import spoken

REPOSITORY = Path(__file__).parents[1]
NAMES = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, IpgraphError)}
CHINESE = re.compile("[\u4e00-\u9fff]")


def made(path: Path) -> list[ast.Call]:
    """The places where a file makes an error."""
    return [
        node for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in NAMES
    ]


def chinese(sentence: ast.expr) -> bool:
    """Whether Chinese is written in it, or the Chinese of another error is passed on."""
    return any(
        CHINESE.search(str(node.value)) if isinstance(node, ast.Constant)
        else isinstance(node, ast.Attribute) and node.attr == "zh"
        for node in ast.walk(sentence)
    )


FILES = [
    path for root in ("src/ipgraph", "loaders") for path in sorted((REPOSITORY / root).rglob("*.py"))
    if "node_modules" not in path.parts and made(path)
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_errors_are_made_with_a_sentence_in_each_language(path: Path) -> None:
    one_sided = [
        f"{path.name}:{call.lineno}" for call in made(path)
        if len(call.args) != 2 or call.keywords or chinese(call.args[0]) or not chinese(call.args[1])
    ]
    assert not one_sided


def test_an_error_is_told_in_either_language() -> None:
    fault = pickle.loads(pickle.dumps(NotFound("no chain called 锂", "没有名为 锂 的产业链")))
    assert isinstance(fault, NotFound)
    assert (str(fault), fault.told("en"), fault.told("zh")) == (
        "no chain called 锂", "no chain called 锂", "没有名为 锂 的产业链")


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        (["gaps", "锂电池"], None, "zh"),
        (["gaps", "锂电池"], "en", "en"),
        (["gaps", "锂电池", "--lang", "en"], None, "en"),
        (["gaps", "锂电池", "--lang=zh"], "en", "zh"),
        (["gaps", "锂电池", "--lang"], None, "zh"),
        (["gaps", "锂电池", "--lang", "fr"], "en", "zh"),
    ],
)
def test_the_language_is_that_of_the_option_else_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, words: list[str], environment: str | None, language: str,
) -> None:
    monkeypatch.delenv("IPGRAPH_LANG", raising=False)
    if environment:
        monkeypatch.setenv("IPGRAPH_LANG", environment)
    assert spoken(words) == language
