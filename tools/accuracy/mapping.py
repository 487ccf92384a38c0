"""Mapping: texts held out to segments by rule and to classes of offices, and classes to segments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.accuracy.table import interval, table

TASKS = {
    "segments_by_class_rules": "text → segment, by rules with classes",
    "segments_by_word_rules": "text without the rule's words → segment, by rules of words",
    "ipc_subclass": "text → IPC subclass",
    "ipc_group": "text → IPC main group",
    "words_by_class": "classes → segment, by rules of words",
}
CALIBRATIONS = {"calibration": "Whole texts", "calibration_titles": "Titles alone"}


def section(results: Mapping[str, Any]) -> str:
    parts = ["## Mapping\n", INTRODUCTION]
    for name, result in results.items():
        for task, found in result["tasks"].items():
            parts.append(f"### {name}: {TASKS[task]}\n")
            parts.append("Too few to tell.\n" if found["too_few"] else one(found, result["threshold"]))
    return "\n".join(parts)


def one(found: Mapping[str, Any], threshold: float) -> str:
    """The table of one task on one set."""
    methods = {**found["methods"], f"ours, probability ≥ {threshold}": found["at_threshold"],
               f"ours, titles alone, ≥ {threshold}": found["titles_at_threshold"]}
    rows = [(name, row["precision"], row["recall"], row["f1"], interval(row["f1_ci"]), row["macro_f1"])
            for name, row in methods.items()]
    head = (f"{found['texts']:,} texts held out, {found['labels']} labels, learnt from {found['learnt_from']:,} texts; "
            f"{len(found['few'])} labels have too few examples.\n")
    said = " ".join(f"{name}: Brier {found[form]['brier']:.4f}, ECE {found[form]['ece']:.4f}."
                    for form, name in CALIBRATIONS.items())
    return "\n".join([head, table(["method", "precision", "recall", "F1", "F1, 95 %", "macro F1"], rows), "", said, ""])


INTRODUCTION = """A quarter of the texts, by title, is held out; each counts for as many as it was drawn for. At most
200 patents of a segment were learnt from (`--most 200`). Texts held out come from the same files as those learnt from:
in a file of another kind precision is lower (decision 0117). How much texts without classes weigh was looked at on the
set `all`; `taian`, one city's patents, was loaded by itself.
"""
