"""`ipgraph teams`, through the installed command."""

from __future__ import annotations

from pathlib import Path

from commands.run import ipgraph


def test_a_team_tells_how_much_of_each_members_work_is_its(small_home: Path) -> None:
    [team] = ipgraph("teams", "中南大学", "--json", home=small_home).json
    [told] = ipgraph("teams", team["id"], "--json", home=small_home).json
    assert {one["membership"] for one in told["people"]} == {1.0}
    assert "团队工作占比" in ipgraph("teams", team["id"], "--lang", "zh", home=small_home).out


def test_close_colleagues_as_json_and_as_a_table(small_home: Path) -> None:
    [team] = ipgraph("teams", "中南大学", "--json", home=small_home).json
    found = ipgraph("teams", team["leader"], "--close", "--json", home=small_home).json
    assert {one["id"] for one in found} < set(team["members"])
    assert all(one["share"] >= 0.33 and one["same_team"] for one in found)
    assert "Share of joint work" in ipgraph("teams", team["leader"], "--close", "--lang", "en", home=small_home).out
    assert "is no person" in ipgraph("teams", "中南大学", "--close", "--lang", "en", home=small_home).sentence
