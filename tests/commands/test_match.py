from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands.run import Done, ipgraph


def test_match_prints_one_document_best_first(demo: Done, demo_home: Path) -> None:
    rows = ipgraph("match", "锂离子电池隔膜", "--top", 2, "--json", home=demo_home).json
    assert {"id", "name", "kind", "score", "reasons"} <= set(rows[0])
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert sum(row["kind"] == "Patent" for row in rows) == 2
    shown = ipgraph("match", "锂离子电池隔膜", "--kind", "Patent", "--lang", "en", home=demo_home)
    assert "words in common" in shown.out


@pytest.mark.parametrize(("words", "sentence"), [
    ([""], "需求为空"), ([], "请给出需求文字"), (["隔膜", "--demand", "X"], "请给出需求文字"),
    (["--demand", "X"], "没有技术需求 X"), (["隔膜", "--kind", "Person"], "没有类别"),
    (["隔膜", "--owner", "没有这家"], "没有名为"),
])
def test_a_need_that_cannot_be_read_is_told(demo: Done, demo_home: Path, words: list[str], sentence: str) -> None:
    done = ipgraph("match", *words, home=demo_home)
    assert done.code == 2
    assert sentence in done.sentence


def test_a_need_may_stand_in_a_file(demo: Done, demo_home: Path, tmp_path: Path) -> None:
    need = tmp_path / "need.txt"
    need.write_text("锂离子电池隔膜", "utf-8")
    assert ipgraph("match", f"@{need}", "--json", home=demo_home).json == ipgraph(
        "match", "锂离子电池隔膜", "--json", home=demo_home).json
    assert "无法读取" in ipgraph("match", f"@{tmp_path / 'none.txt'}", home=demo_home).sentence


def test_patents_and_those_behind_them_are_shown_apart(demo: Done, demo_home: Path) -> None:
    shown = ipgraph("match", "锂离子电池隔膜", home=demo_home).out
    assert shown.index("匹配的专利") < shown.index("背后的单位")


def test_words_that_no_patent_has_are_told(demo: Done, demo_home: Path) -> None:
    done = ipgraph("match", "battery blorbium", "--lang", "en", home=demo_home)
    assert "no loaded patent has the word blorbium" in done.err
    assert "battery" not in done.err


def test_what_tables_show_can_be_typed(demo: Done, demo_home: Path) -> None:
    by_code = ipgraph("match", "电池", "--kind", "Patent", "--status", "ended", "--json", home=demo_home).json
    assert ipgraph("match", "电池", "--kind", "专利", "--status", "失效", "--json", home=demo_home).json == by_code
    assert by_code


def test_number_and_holders_of_a_patent_are_shown(demo: Done, demo_home: Path) -> None:
    [row] = ipgraph("match", "锂电池", "--kind", "Patent", "--top", 1, "--json", home=demo_home).json
    shown = ipgraph("match", "锂电池", "--kind", "Patent", "--top", 1, home=demo_home).out
    assert row["id"] in shown
    assert row["holders"]
    assert all(name in shown for name in row["holders"])


def test_nothing_found_is_an_answer(demo: Done, demo_home: Path) -> None:
    done = ipgraph("match", "خلية وقود", "--json", home=demo_home)
    assert (done.code, done.json) == (0, [])
    assert "没有找到" in ipgraph("match", "خلية وقود", home=demo_home).err


def test_evaluation_gives_every_task(demo: Done, demo_home: Path) -> None:
    found = json.loads(ipgraph("evaluate", "matching", "--queries", 50, "--json", home=demo_home).out)
    # The sample has titles without abstracts: there is nothing to look for.
    assert all(task["too_few"] for task in found["tasks"].values())
    told = ipgraph("evaluate", "matching", home=demo_home)
    assert told.code == 0
    assert told.err.count("太少") == len(found["tasks"])
