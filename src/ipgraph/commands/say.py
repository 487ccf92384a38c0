"""Speaking to the user: tables and progress for people, one JSON document for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from ipgraph.commands.texts import STEPS

#: People are told on standard error, so that standard output holds the answer alone.
ASIDE = Console(stderr=True, highlight=False, emoji=False)
Report = Callable[[int, int, str], None]


def aside(sentence: str) -> None:
    """A sentence to people, as it is and in one line."""
    ASIDE.print(sentence, markup=False, soft_wrap=True)


def fault(sentence: str) -> None:
    """What went wrong, in one sentence."""
    ASIDE.print(sentence, style="red", markup=False, soft_wrap=True)


def answer(document: Any) -> None:
    """One JSON document on standard output, and nothing else there."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1, allow_nan=False)
    sys.stdout.write("\n")


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], numeric: Sequence[int] = ()) -> None:
    """A table on standard output; numbers to the right, unknowns as –."""
    grid = Table(title=title, title_justify="left", header_style="bold")
    for n, column in enumerate(columns):
        grid.add_column(column, justify="right" if n in numeric else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(shown(value) for value in row))
    # A pipe has no width: do not fold what a program reads. A name may look like markup, and is not.
    width = None if sys.stdout.isatty() else 200
    Console(highlight=False, markup=False, emoji=False, width=width).print(grid)


def listed(names: Iterable[str], language: str) -> str:
    """Names in a row, parted as the language does."""
    return ("、" if language == "zh" else ", ").join(names)


def shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return str(value)


@contextmanager
def progress(language: str) -> Iterator[Report]:
    """A progress bar on standard error; a report says how much is done of which step, named in the language where
    `texts` knows it (a file has its own name)."""
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(),
               TimeElapsedColumn())
    with Progress(*columns, console=ASIDE, transient=True, disable=not ASIDE.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def report(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total or None, description=step(what, language))

        yield report


def step(what: str, language: str) -> str:
    """The caption of a step of long work."""
    return STEPS[what][0 if language == "zh" else 1] if what in STEPS else what
