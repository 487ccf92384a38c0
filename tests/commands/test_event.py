from __future__ import annotations

from pathlib import Path

import pytest
from commands.run import Done, ipgraph
from python_calamine import CalamineWorkbook

LIST = """需求编号,需求名称,需求单位,需求内容,截止日期
X1,耐热隔膜,某电池厂,锂离子电池隔膜 提高耐热性,2027-01-01
X2,快充,某车厂,快速充电桩,
"""


@pytest.fixture(scope="module")
def needs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("event") / "需求.csv"
    file.write_text(LIST, "utf-8")
    return file


def test_a_list_of_demands_becomes_the_list_of_an_event(demo: Done, demo_home: Path, needs: Path) -> None:
    rows = ipgraph("event", "隔膜", "--needs", needs, "--top", 2, "--json", home=demo_home).json
    assert [(row["need"], row["rank"]) for row in rows] == [("X1", 1), ("X1", 2), ("X2", 1), ("X2", 2)]
    assert rows[0]["seekers"] == ["某电池厂"]
    assert rows[0]["deadline"] == "2027-01-01"
    first = ipgraph("match", "耐热隔膜 锂离子电池隔膜 提高耐热性", "--kind", "Patent", "--json", home=demo_home).json[0]
    assert (rows[0]["patent"], rows[0]["score"]) == (first["id"], first["score"])
    assert rows[0]["institutions"] or rows[0]["enterprises"] or rows[0]["persons"]


def test_needs_may_stand_one_a_line(demo: Done, demo_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "needs.txt"
    file.write_text("锂离子电池隔膜\n\n快速充电桩\n", "utf-8")
    rows = ipgraph("event", "隔膜", "--needs", file, "--top", 1, "--json", home=demo_home).json
    assert [row["title"] for row in rows] == ["锂离子电池隔膜", "快速充电桩"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_is_written_as_a_workbook(
    demo: Done, demo_home: Path, needs: Path, tmp_path: Path, language: str,
) -> None:
    out = tmp_path / "event.xlsx"
    done = ipgraph("event", "隔膜", "--needs", needs, "--top", 3, "--out", out, "--lang", language, "--json",
                   home=demo_home)
    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(1).to_python()
    assert ("需求" if language == "zh" else "Need title") in rows[0]
    assert [row[5] for row in rows[1:]] == [row["patent"] for row in done.json]


def test_the_list_is_written_as_csv(demo: Done, demo_home: Path, needs: Path, tmp_path: Path) -> None:
    out = tmp_path / "event.csv"
    assert ipgraph("event", "隔膜", "--needs", needs, "--out", out, home=demo_home).out == ""
    text = out.read_text("utf-8-sig")
    assert text.startswith('"需求编号"')
    assert "某电池厂" in text


@pytest.mark.parametrize(("words", "sentence"), [
    (["没有这个环节"], "没有名为"), (["隔膜", "--out", "list.pdf"], "不是 .xlsx 或 .csv"),
    (["隔膜", "--needs", "none.xlsx"], "none.xlsx"),
])
def test_what_is_wrong_is_told(demo: Done, demo_home: Path, words: list[str], sentence: str) -> None:
    done = ipgraph("event", *words, home=demo_home)
    assert done.code == 2
    assert sentence in done.sentence


def test_a_segment_without_demands_says_so(demo: Done, demo_home: Path) -> None:
    done = ipgraph("event", "隔膜", "--json", home=demo_home)
    assert (done.code, done.json) == (0, [])
    assert "没有尚未对接的需求" in ipgraph("event", "隔膜", home=demo_home).err
