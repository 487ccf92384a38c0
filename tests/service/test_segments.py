from __future__ import annotations

from factory import PATENTS


def test_a_segment_has_figures_holders_and_neighbours(ask) -> None:
    answer = ask("/segments/s5")
    assert (answer["name"], answer["chain"], answer["stage"]) == ("电芯", "test:锂电池", "midstream")
    assert [one["id"] for one in answer["upstream"]] == ["s3", "s4"]
    assert [one["id"] for one in answer["downstream"]] == ["s6"]
    assert [one["id"] for one in answer["top_holders"]] == ["宁德时代"]
    assert answer["numbers"]["patents"] == answer["patents"]["total"] == 2
    assert answer["numbers"]["status_code"] in {"choked", "missing", "fragile", "weak", "strong"}
    assert ask(answer["partners"].removeprefix("/api/v1"))["who"] == "s5"


def test_a_region_changes_the_figures(ask) -> None:
    assert ask("/segments/s3", region="430000")["numbers"]["local_patents"] == 2
    assert ask("/segments/s3", region="360000")["numbers"]["local_patents"] == 0
    assert ask("/segments/s3", 404, region="无处")["field"] == "region"


def test_patents_come_in_pages_that_join_without_gap(ask) -> None:
    wanted = {row[0]: row[1] for row in PATENTS if row[6] == "s3"}
    found, cursor, pages = {}, None, 0
    while pages == 0 or cursor:
        page = ask("/segments/s3/patents", limit=2, **({"cursor": cursor} if cursor else {}))
        assert page["total"] == len(wanted)
        found |= {one["id"]: one["title"] for one in page["patents"]}
        cursor, pages = page["next"], pages + 1
    assert (found, pages) == (wanted, 2)


def test_a_patent_says_whose_it_is_and_by_which_rule(ask) -> None:
    rows = {one["id"]: one for one in ask("/segments/s3/patents")["patents"]}
    assert rows["CN101000003B"]["holders"] == ["宁德时代"]  # the owner, not the applicant
    assert rows["CN101000004A"]["holders"] == ["中南大学"]
    assert (rows["CN101000004A"]["rule"], rows["CN101000004A"]["filed_on"]) == ("r-s3", "2016-03-01")
    assert {"pattern", "words"} <= set(rows["CN101000004A"])


def test_a_cursor_of_another_make_is_refused(ask) -> None:
    assert ask("/segments/s3/patents", 422, cursor="朝")["field"] == "cursor"
    assert ask("/segments/s3/patents", 422, limit=0)["field"] == "limit"


def test_holders_of_the_region_stand_first_and_are_marked(ask) -> None:
    everywhere = ask("/segments/s3")["top_holders"]
    assert not any(one["local"] for one in everywhere)
    here = ask("/segments/s3", region="430000")["top_holders"]
    assert {one["id"] for one in here} == {one["id"] for one in everywhere}
    assert [one["id"] for one in here if one["local"]] == ["中南大学"]
    assert here[0]["id"] == "中南大学"


def test_every_number_opens_to_the_patents_behind_it(ask) -> None:
    answer = ask("/segments/s3/explain", region="430000")
    numbers = {one["measure"]: one for one in answer["numbers"]}
    board = ask("/segments/s3", region="430000")["numbers"]
    assert {key: one["value"] for key, one in numbers.items()} == {key: board[key] for key in numbers}
    local = numbers["local_patents"]
    assert (local["value"], local["total"], len(local["patents"])) == (2, 2, 2)
    assert local["formula"] == {"zh": "专利数", "en": "patents", "worked": "2"}
    behind = ask(local["more"].removeprefix("/api/v1"))
    assert [one["id"] for one in behind["patents"]] == local["patents"]
    assert behind["total"] == 2
    assert numbers["cut"]["more"] is None


def test_a_number_that_the_board_does_not_have(ask) -> None:
    assert ask("/segments/s3/patents", 404, measure="luck")["field"] == "measure"
    assert ask("/segments/s3/explain", 404, region="无处")["field"] == "region"
