from __future__ import annotations

from pathlib import Path

from commands.run import Done, ipgraph

#: What stays put in a row of the gap board.
BOARD = {"chain", "segment", "name", "stage", "status", "patents", "weighted", "holders", "rta", "hhi", "cr4",
         "foreign", "upstreamness", "cut"}


def test_the_document_has_the_shape_that_stays_put(demo: Done) -> None:
    assert demo.code == 0
    found = demo.json
    assert set(found) == {"nodes", "edges", "gaps", "partners", "seconds"}
    assert found["seconds"] > 0
    assert all(set(row) >= BOARD for row in found["gaps"])
    assert all(set(row) >= {"id", "name", "kind", "score", "new", "reasons"} for row in found["partners"])


def test_the_sample_is_large_enough_and_shows_every_status(demo: Done) -> None:
    found = demo.json
    assert found["nodes"]["Patent"] >= 2000
    assert found["nodes"]["Chain"] >= 3
    assert found["nodes"]["Segment"] >= 40
    assert {row["status"] for row in found["gaps"]} == {"优势", "弱链", "缺链", "断链风险", "卡脖子候选"}
    assert len(found["partners"]) > 0
    assert all(row["reasons"] for row in found["partners"])


def test_the_published_graph_is_sound(demo: Done, demo_home: Path) -> None:
    done = ipgraph("audit", "--json", home=demo_home)
    assert (done.code, done.json["problems"]) == (0, [])
    assert (done.json["nodes"], done.json["edges"]) == (demo.json["nodes"], demo.json["edges"])


def test_the_same_board_comes_out_of_the_command(demo: Done, demo_home: Path) -> None:
    chain = demo.json["gaps"][0]["chain"]
    asked = ipgraph("gaps", chain, "--json", home=demo_home)
    assert asked.json == [row for row in demo.json["gaps"] if row["chain"] == chain]


def test_teams_and_pools_are_in_the_sample(demo: Done, demo_home: Path) -> None:
    assert demo.json["nodes"]["Team"] > 0
    pools = ipgraph("pools", "--json", home=demo_home).json
    assert [row["patents"] > 0 for row in pools] == [True] * len(pools) != []


def test_the_demo_is_not_mixed_with_somebodys_own_files(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("citing,cited\nCN112345678A,CN112345679A\n", "utf-8")
    assert ipgraph("load", tmp_path / "own.csv", home=tmp_path / "home").code == 1
    done = ipgraph("demo", "--no-serve", "--json", home=tmp_path / "home")
    assert (done.code, "own.csv" in done.sentence) == (2, True)


def test_every_number_of_a_segment_is_explained(demo: Done, demo_home: Path) -> None:
    row = next(row for row in demo.json["gaps"] if row["patents"] > 10)
    asked = ipgraph("gaps", row["chain"], "--explain", row["segment"], "--json", home=demo_home).json
    numbers = {one["measure"]: one for one in asked["numbers"]}
    assert {measure: one["value"] for measure, one in numbers.items()} == {name: row[name] for name in numbers}
    assert len(numbers["patents"]["patents"]) == row["patents"]
    told = ipgraph("gaps", row["chain"], "--explain", row["segment"], "--lang", "zh", home=demo_home).out
    assert numbers["patents"]["patents"][0] in told
    assert "境外持有 ÷ 归属地已知" in told


def test_what_if_a_firm_moved_in(demo: Done, demo_home: Path) -> None:
    row = next(row for row in demo.json["gaps"] if row["enterprises"] == 0)
    words = ("whatif", row["chain"], "add:示例新企业=山东省", f"enter：示例新企业＝{row['segment']}")
    moves = ipgraph(*words, "--json", home=demo_home).json
    assert {"segment": row["segment"], "measure": "enterprises", "before": 0, "after": 1}.items() <= next(
        one for one in moves if one["measure"] == "enterprises").items()
    told = ipgraph(*words, "--lang", "zh", home=demo_home).out
    assert "），1个环节有变化" in "".join(told.split())
    assert ipgraph("whatif", row["chain"], "fly:x", home=demo_home).code == 2
