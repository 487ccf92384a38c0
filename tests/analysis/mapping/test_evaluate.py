"""Texts held out from a small chain, mapped for real."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from analysis.texts import SEGMENTS, SILENT, text_bundle
from factory import linked

from ipgraph.analysis.mapping import evaluate_mapping
from ipgraph.bundle import Bundle

FIGURES = ("precision", "recall", "f1", "macro_f1")


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return dict(evaluate_mapping(text_bundle(tmp_path_factory.mktemp("texts"), examples=80))["tasks"])


@pytest.mark.parametrize("task", ["segments_by_class_rules", "ipc_group"])
def test_texts_that_tell_their_label_are_mapped_better_than_by_simple_ways(tasks: dict[str, Any], task: str) -> None:
    ours, *others = tasks[task]["methods"].values()
    assert ours["f1"] > 0.9
    assert all(ours["f1"] >= other["f1"] for other in others)
    assert tasks[task]["calibration"]["brier"] < 0.05


def test_a_text_held_out_is_not_learnt_from(tasks: dict[str, Any]) -> None:
    told = tasks["segments_by_class_rules"]
    every = 80 * (len(SEGMENTS) + 2) + 5
    assert told["learnt_from"] + told["texts"] <= every + len(SILENT)
    assert 0.15 < told["texts"] / every < 0.35
    assert [row["label"] for row in told["by_label"]] == sorted(SEGMENTS)


def test_a_segment_with_too_few_examples_is_told(tasks: dict[str, Any]) -> None:
    assert tasks["segments_by_class_rules"]["few"] == {"rare": 5}


def test_labels_dealt_out_at_random_are_not_learnt(tmp_path: Path) -> None:
    patents = text_bundle(tmp_path, examples=60).nodes("Patent")["id"].to_pylist()
    lot = random.Random(5).sample(patents, len(patents) // 3)
    dealt = linked([(id, "rare") for id in lot], score=1.0, basis="rule", rule="lot", pattern="X")
    [row] = [row for row in evaluate_mapping(text_bundle(tmp_path / "dealt", examples=60, more={"SERVES": dealt}))[
        "tasks"]["segments_by_class_rules"]["by_label"] if row["label"] == "rare"]
    assert (row["f1"] or 0) < 0.5


def test_rules_of_words_are_a_task_of_their_own(tmp_path: Path) -> None:
    patents = text_bundle(tmp_path, examples=240).nodes("Patent").to_pylist()
    words = SEGMENTS["separator"][1][3:]
    hit = [row["id"] for row in patents if any(word in f"{row['title']} {row['abstract']}" for word in words)]
    wordy = linked([(id, "rare") for id in hit], score=1.0, basis="rule", rule="w", words=list(words))
    found = evaluate_mapping(text_bundle(tmp_path / "wordy", examples=240, more={"SERVES": wordy}))["tasks"]
    assert not found["words_by_class"]["too_few"]
    assert found["words_by_class"]["methods"]["ours"]["recall"] > 0.9
    assert found["segments_by_class_rules"]["too_few"]
    assert not found["segments_by_word_rules"]["too_few"]


def test_without_texts_every_task_has_too_few(bundle: Bundle) -> None:
    assert all(task["too_few"] for task in evaluate_mapping(bundle)["tasks"].values())
