"""`ipgraph evaluate mapping`: how well texts are mapped to segments and classes, on texts held out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ipgraph.analysis.mapping import evaluate_mapping
from ipgraph.analysis.thresholds import DEFAULT
from ipgraph.bundle import Workspace
from ipgraph.commands import say
from ipgraph.commands.texts import say as text
from ipgraph.settings import Settings

HEADS = ("method", "precision", "recall", "f1", "95 %", "macro_f1")
#: Probabilities of whole texts, and of their titles alone.
CALIBRATIONS = ("calibration", "calibration_titles")


def ask(settings: Settings, most: int = DEFAULT.text_most) -> dict[str, Any]:
    """The figures for the bundle in force, from at most `most` patents of a segment."""
    return evaluate_mapping(Workspace(settings.home).current(), replace(DEFAULT, text_most=most))


def show(settings: Settings, found: Mapping[str, Any]) -> None:
    lang = settings.language
    for task, told in found["tasks"].items():
        name = text(f"mapping {task}", lang)
        if told["too_few"]:
            say.aside(text("too few texts", lang, name, found["examples"]))
            continue
        rows = [line(text(f"by {method}", lang), row) for method, row in told["methods"].items()]
        rows += [line(text(form, lang, found["threshold"]), told[form])
                 for form in ("at_threshold", "titles_at_threshold")]
        title = text("mapping task", lang, name, told["texts"], told["labels"], told["learnt_from"])
        say.table(title, [head if head == "95 %" else text(head, lang) for head in HEADS], rows, numeric=range(1, 6))
        for form in CALIBRATIONS:
            say.aside(text(form, lang, *(f"{told[form][figure]:.4f}" for figure in ("brier", "ece"))))


def line(name: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
    ends = row["f1_ci"]
    interval = None if ends is None else f"[{ends[0]:.3f}, {ends[1]:.3f}]"
    return name, row["precision"], row["recall"], row["f1"], interval, row["macro_f1"]
