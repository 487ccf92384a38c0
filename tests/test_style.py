"""The habits of the project that a linter does not know, checked over every file that git knows or would take.

A source file over 300 lines says why in its first ten, after the words "long because", or is generated and says
"do not edit" there.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from ipgraph.cli import app

REPOSITORY = Path(__file__).parents[1]
SOURCE = {".py", ".ts", ".css", ".html", ".sh", ".cypher"}
TEXT = SOURCE | {".md", ".toml", ".yaml", ".yml", ".json", ".txt", ".xml", ".ipynb", ".svg", ""}
LONG = 300
DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc"}
# Written apart, so that this file does not hold what it looks for.
MACHINE = re.compile(r"(?<![\w./$}-])/(?:" + "|".join(["work", "root", "tmp", "home", "Users"]) + r")/\w")
PINS = re.compile(r"://|\s@\s|--hash|--(?:extra-)?index-url|--find-links")
LEFT_OPEN = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3]) + r")\b")
SKIPPED = re.compile(r"pytest\.(?:mark\.)?(?:" + "|".join(["skip", "skipif", "xfail", "importorskip"]) + r")\b|"
                     r"\b(?:it|test|describe)\.(?:skip|only|todo)\(")


def files(suffixes: set[str]) -> Iterator[Path]:
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=REPOSITORY,
                            capture_output=True, text=True, check=True).stdout
    for name in sorted(set(listed.split("\0")) - {""}):
        path = REPOSITORY / name
        if path.suffix in suffixes and path.is_file():
            yield path


def read(path: Path) -> str:
    """The text of a file; fixtures in other encodings are read as far as they go."""
    return path.read_text("utf-8", errors="replace")


def too_long(path: Path, text: str) -> bool:
    lines = text.splitlines()
    reason = re.search("long because|do not edit", "\n".join(lines[:10]), re.IGNORECASE)
    return path.suffix in SOURCE and len(lines) > LONG and not reason


def a_drawer(path: Path, text: str) -> bool:
    return bool(DRAWERS & set(path.with_suffix("").parts)) or path.name.partition(".")[0] in DRAWERS


def of_a_machine(path: Path, text: str) -> bool:
    return bool(MACHINE.search(text))


def left_open(path: Path, text: str) -> bool:
    return path.suffix in SOURCE and bool(LEFT_OPEN.search(text))


def skips(path: Path, text: str) -> bool:
    return path.suffix in {".py", ".ts"} and bool(SKIPPED.search(text))


def names_a_registry(path: Path, text: str) -> bool:
    return (path.name == "constraints.txt" and bool(PINS.search(text))) or (
        path.name == "package-lock.json" and '"resolved"' in text)


HABITS: list[Callable[[Path, str], bool]] = [too_long, a_drawer, of_a_machine, left_open, skips, names_a_registry]


@pytest.mark.parametrize("broken", HABITS, ids=lambda habit: habit.__name__)
def test_no_file_breaks_the_habit(broken: Callable[[Path, str], bool]) -> None:
    found = [path.relative_to(REPOSITORY) for path in files(TEXT)]
    assert [str(path) for path in found if broken(path, read(REPOSITORY / path))] == []


@pytest.mark.parametrize(
    ("broken", "path", "text"),
    [
        (too_long, "a.py", "x = 1\n" * 301),
        (a_drawer, "src/utils.py", ""),
        (a_drawer, "src/helpers/a.py", ""),
        (of_a_machine, "a.md", "see /" + "tmp/out"),
        (of_a_machine, "a.py", 'open("/' + 'home/me/a.csv")'),
        (left_open, "a.py", "# TO" + "DO later"),
        (skips, "a.py", "@pytest.mark." + "skip"),
        (skips, "a.ts", "it." + 'only("a", f)'),
        (names_a_registry, "constraints.txt", "a @ https://example.org/a.whl"),
        (names_a_registry, "constraints.txt", "a==1 --" + "hash=sha256:0"),
        (names_a_registry, "web/package-lock.json", '{"resolved": "a"}'),
    ],
)
def test_a_broken_habit_is_found(broken: Callable[[Path, str], bool], path: str, text: str) -> None:
    assert broken(Path(path), text)


def test_a_long_file_may_say_why() -> None:
    assert not too_long(Path("a.py"), "# long because it is one table\n" + "x = 1\n" * 301)


def links(text: str) -> list[str]:
    """Targets of a page's Markdown links and pictures, code left out, to the project itself only."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    found = re.findall(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)", prose)
    return [target for target in found if not re.match(r"[a-z]+:", target)]


def anchors(text: str) -> set[str]:
    """Addresses of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def code(text: str) -> str:
    """The fenced and inline code of a page that a reader would type into a shell."""
    fences = re.findall(r"^```(?:|sh|bash|console|text)\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    spans = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))
    return "\n".join([*fences, *spans])


def test_every_link_leads_somewhere() -> None:
    lost = []
    for page in files({".md"}):
        text = page.read_text("utf-8")
        for target in links(text):
            name, _, anchor = target.partition("#")
            there = (page.parent / name).resolve() if name else page
            if not there.exists() or (anchor and anchor not in anchors(there.read_text("utf-8"))):
                lost.append(f"{page.relative_to(REPOSITORY)}: {target}")
    assert lost == []


def test_every_command_named_exists() -> None:
    known = set(get_command(app).commands)  # type: ignore[attr-defined]
    named = {
        (str(page.relative_to(REPOSITORY)), word)
        for page in files({".md"})
        for word in re.findall(r"(?:^|[\s/])ipgraph ([a-z][a-z-]*)", code(page.read_text("utf-8")), flags=re.MULTILINE)
    }
    assert named
    assert {(page, word) for page, word in named if word not in known} == set()


def test_every_command_and_decision_stands_in_its_table() -> None:
    commands = (REPOSITORY / "README.md").read_text("utf-8").partition("## Commands")[2]
    assert [name for name in get_command(app).commands if f"`ipgraph {name}`" not in commands] == []  # type: ignore[attr-defined]
    folder = REPOSITORY / "docs" / "decisions"
    listed = re.findall(r"^\| \[\d{4}\]\((.+?)\)", (folder / "README.md").read_text("utf-8"), flags=re.MULTILINE)
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md") if path.name != "0000-template.md")


def test_every_target_named_exists() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    known = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    named = {
        (str(page.relative_to(REPOSITORY)), word)
        for page in files({".md"})
        for word in re.findall(r"(?:^|\s)make ([a-z]+)", code(page.read_text("utf-8")), flags=re.MULTILINE)
    }
    assert named
    assert {(page, word) for page, word in named if word not in known} == set()


def test_reading_of_pages() -> None:
    page = "# A b\n[x](a.md#c) ![y](p.png) `[z](no.md)` [w](https://example.org)\n```sh\nipgraph load\n```\n`make test`"
    assert links(page) == ["a.md#c", "p.png"]
    assert anchors(page) == {"a-b"}
    assert code(page) == "ipgraph load\n\n[z](no.md)\nmake test"
