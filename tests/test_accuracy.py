"""docs/accuracy.md is what the results beside it say."""

from __future__ import annotations

import json
from pathlib import Path

from tools.write_accuracy import FOLDER, page

PAGE = FOLDER.with_suffix(".md")


def test_the_page_is_written_from_the_results() -> None:
    assert PAGE.read_text("utf-8") == page()


def test_a_result_gets_a_table(tmp_path: Path) -> None:
    assert "## Matching" not in page(tmp_path)
    figures = {"mrr": 0.5, "ndcg10": 0.6, "recall100": 0.9, "mrr_ci": [0.4, 0.6]}
    title = {
        "queries": 2000, "trained": 2000, "candidates": 4000, "too_few": False,
        "methods": {"bm25 words": figures, "ours": figures}, "best_single": "bm25 words", "ratio": 1.0,
        "difference_ci": [-0.01, 0.01],
    }
    result = {"tasks": {"title": title, "cites": {"queries": 3, "too_few": True}}}
    (tmp_path / "matching.mine.json").write_text(json.dumps(result), "utf-8")
    found = page(tmp_path)
    assert "| ours | 0.500 | 0.600 | 0.900 | [0.400, 0.600] |" in found
    assert "2,000 test queries, 4,000 candidates" in found
    assert "Too few to tell: 3 queries." in found


def test_a_result_of_mapping_gets_a_table_with_its_calibration(tmp_path: Path) -> None:
    row = {"precision": 0.9, "recall": 0.4, "f1": 0.554, "f1_ci": [0.5, 0.6], "macro_f1": 0.3}
    honest = {"brier": 0.0123, "ece": 0.004, "reliability": []}
    task = {
        "too_few": False, "texts": 1200, "labels": 3, "learnt_from": 3600, "few": {"rare": 5}, "methods": {"ours": row},
        "at_threshold": row, "titles_at_threshold": row, "calibration": honest, "calibration_titles": honest,
    }
    result = {"threshold": 0.8, "tasks": {"ipc_group": task, "words_by_class": {"too_few": True}}}
    (tmp_path / "mapping.mine.json").write_text(json.dumps(result), "utf-8")
    found = page(tmp_path)
    assert "| ours | 0.900 | 0.400 | 0.554 | [0.500, 0.600] | 0.300 |" in found
    assert "1,200 texts held out, 3 labels, learnt from 3,600 texts; 1 labels have too few examples." in found
    assert "Whole texts: Brier 0.0123, ECE 0.0040." in found
    assert "Too few to tell." in found
