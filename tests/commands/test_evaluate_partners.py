from __future__ import annotations

from pathlib import Path

from commands.run import Done, ipgraph


def test_each_task_tells_its_figures_and_how_they_were_come_by(demo: Done, demo_home: Path) -> None:
    done = ipgraph("evaluate", "partners", "--json", home=demo_home)
    assert done.code == 0
    assert set(done.json) <= {"cofiling", "inventors", "flow", "transfer"}
    judged = [part for task in done.json.values() for part in (task["new"], task["repeat"]) if part["queries"]]
    assert judged
    assert all(part["method"] in {"rule", "mix", "learned"} for part in judged)
    assert "太少" in ipgraph("evaluate", "partners", home=demo_home).out


def test_a_graph_where_nothing_came_to_pass_has_nothing_to_judge(tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("公开(公告)号,标题,申请人,申请日\nCN100000001A,隔膜,甲公司,2020-01-01\n", "utf-8")
    home = tmp_path / "home"
    assert ipgraph("load", table, home=home).code == 0
    assert ipgraph("publish", home=home).code == 0
    done = ipgraph("evaluate", "partners", "--json", home=home)
    assert (done.code, done.json) == (0, {})
    assert ipgraph("evaluate", "partners", "--lang", "en", home=home).err.strip() != ""


def test_what_cannot_be_judged_is_told(tmp_path: Path) -> None:
    assert ipgraph("evaluate", "partner").code == 2
    done = ipgraph("evaluate", "partners", home=tmp_path)
    assert done.code in {1, 2}
    assert "ipgraph" in done.sentence
