from __future__ import annotations

from typing import get_args
from urllib.parse import quote

from ipgraph.analysis import ROLES, colleagues, partners, pool_design, records, stored_words, team_view, teams
from ipgraph.projection import read_projection
from ipgraph.service.models.partners import Role


def test_partners_are_those_of_the_analysis(ask, embedded_store) -> None:
    graph = read_projection(embedded_store)
    found = ask("/partners", who="宁德时代", top=3)["partners"]
    assert found
    shown = records(partners(graph, "宁德时代", None, 3))
    assert [{k: row.get(k) for k in one} for one, row in zip(found, shown, strict=True)] == found
    assert all(reason["zh"] and reason["en"] for one in found for reason in one["reasons"])


def test_many_are_answered_at_once_and_an_unknown_one_alone_fails(ask, client) -> None:
    found = client.post("/api/v1/partners", json={"who": ["宁德时代", "没有这家"], "top": 3})
    assert found.status_code == 200
    known, unknown = found.json()["answers"]
    assert known["partners"] == ask("/partners", who="宁德时代", top=3)["partners"]
    assert unknown["partners"] == []
    assert "没有这家" in unknown["detail_zh"]
    assert client.post("/api/v1/partners", json={"who": []}).status_code == 422
    assert client.post("/api/v1/partners", json={"who": ["宁德时代"], "segment": "没有这环节"}).status_code == 404


def test_what_the_rank_would_be_without_is_told_when_asked(ask, client, embedded_store) -> None:
    asked = ask("/partners", who="宁德时代", top=3, why="true")["partners"]
    wanted = records(partners(read_projection(embedded_store), "宁德时代", None, 3, why=True))
    assert [one["counterfactuals"] for one in asked] == [row["counterfactuals"] for row in wanted]
    assert any(one["counterfactuals"] for one in asked)
    [many] = client.post("/api/v1/partners", json={"who": ["宁德时代"], "top": 3, "why": True}).json()["answers"]
    refused = client.post("/api/v1/partners", json={"who": ["宁德时代"] * 6, "why": True})
    assert (refused.status_code, refused.json()["field"]) == (422, "why")
    assert many["partners"] == asked
    assert all(one["counterfactuals"] is None for one in ask("/partners", who="宁德时代", top=3)["partners"])


def test_roles_are_told_and_asked_for(ask, client) -> None:
    assert get_args(Role) == tuple(ROLES)
    everybody = ask("/partners", who="宁德时代")["partners"]
    role = everybody[0]["roles"][0]
    wanted = [one["id"] for one in everybody if role in one["roles"]]
    assert [one["id"] for one in ask("/partners", who="宁德时代", role=role)["partners"]] == wanted
    asked = {"who": ["宁德时代"], "kind": "Institution"}
    [answer] = client.post("/api/v1/partners", json=asked).json()["answers"]
    assert answer["partners"] == [one for one in everybody if one["kind"] == "Institution"]
    assert ask("/partners", 422, who="宁德时代", role="friend")["field"] == "role"
    assert ask("/partners", 404, who="宁德时代", region="没有这地方")["field"] == "region"


def test_a_team_has_partners_by_its_id(ask, embedded_store) -> None:
    id = ask("/teams", who="中南大学")["teams"][0]["id"]
    found = ask("/partners", who=id)["partners"]
    assert found
    assert "中南大学" not in [one["name"] for one in found]
    assert [one["id"] for one in found] == partners(read_projection(embedded_store), id)["id"].tolist()


def test_who_and_segment_are_named_when_unknown(ask) -> None:
    assert ask("/partners", 404, who="没有这家")["field"] == "who"
    assert ask("/partners", 404, who="宁德时代", segment="没有这环节")["field"] == "segment"
    assert ask("/partners", 422)["field"] == "who"


def test_teams_are_those_of_the_analysis(ask, embedded_store) -> None:
    found = ask("/teams", who="中南大学")["teams"]
    wanted = records(teams(read_projection(embedded_store), "中南大学"))
    assert found[0]["members"]
    assert found == [{key: row[key] for key in found[0]} for row in wanted]


def test_a_pool_says_what_it_covers(ask) -> None:
    (pool,) = ask("/pools")["pools"]
    assert (pool["id"], pool["patents"], [m["id"] for m in pool["members"]]) == ("battery", 1, ["旭化成"])
    assert [(s["id"], s["share"]) for s in pool["segments"]] == [("s4", 0.5)]
    assert ask("/pools", 404, pool="无")["field"] == "pool"


def test_a_team_is_that_of_the_analysis(ask, embedded_store) -> None:
    id = ask("/teams", who="中南大学")["teams"][0]["id"]
    found = ask(f"/teams/{quote(id)}")
    titles = {row["id"]: row["title"] for row in embedded_store.read("explore/titles").to_pylist()}
    assert all(one.pop("title") == titles[one["id"]] for one in found["works"])
    wanted = team_view(read_projection(embedded_store), id)
    assert {key: value for key, value in found.items() if key in wanted} == wanted
    assert found["words"] == stored_words(embedded_store, id)
    assert {one["role"] for one in found["people"]} <= {"core", "fringe"}
    assert ask("/teams/nobody", 404)["field"] == "id"


def test_colleagues_are_those_of_the_analysis(ask, embedded_store) -> None:
    person = ask("/teams", who="中南大学")["teams"][0]["leader"]
    found = ask("/colleagues", who=person)
    assert found["colleagues"] == records(colleagues(read_projection(embedded_store), person)) != []
    assert ask("/colleagues", 404, who="nobody")["field"] == "who"
    assert ask("/colleagues", 422, who="中南大学")["field"] == "who"


def test_a_pool_is_designed_as_the_analysis_says(client, embedded_store) -> None:
    asked = {"segment": "s3", "holders": ["中南大学"], "top": 3}
    found = client.post("/api/v1/pools/design", json=asked)
    wanted = pool_design(read_projection(embedded_store), "s3", ["中南大学"], 3)
    assert {key: value for key, value in found.json().items() if key in wanted} == wanted
    assert wanted["coverage"] > 0
    for body, field in (({"segment": "无"}, "segment"), ({"segment": "s3", "holders": ["无此单位"]}, "holders"),
                        ({"segment": "s3", "holders": ["中南大学", "中南大学"]}, "holders")):
        answer = client.post("/api/v1/pools/design", json=body)
        assert (answer.status_code in (404, 422), answer.json()["field"]) == (True, field)
