"""Who is who among persons, seen over the whole of `tell_apart` on small hand-made corpora."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend

from ipgraph.tables.engine import keep
from ipgraph.tables.identity.decisions import JOIN, SPLIT, Decision
from ipgraph.tables.persons import TOLD, tell_apart

#: patent, organisations, inventors, class, day
Row = tuple[str, Sequence[str], Sequence[str], str, str]
#: Many further people of one university, so that 张伟 and 王磊 are common there.
SURNAMES = "王李张刘陈杨赵黄周吴"
GIVEN = "伟磊强军洋勇艳杰涛明"
CROWD: list[Row] = [
    (f"CN2{n:08}A", ["某大学"], [a + b, c + d + b], f"G{n % 10:02}B1/00", "2015-01-01")
    for n, (a, b, c, d) in enumerate(
        (a, b, SURNAMES[(i + 3) % 10], GIVEN[(j + 7) % 10])
        for i, a in enumerate(SURNAMES) for j, b in enumerate(GIVEN))
]


def told(
    con: Backend, given: Sequence[Row], families: dict[str, str] | None = None, decided: Sequence[Decision] = (),
) -> tuple[dict[tuple[str, str], str], pa.Table]:
    """(patent, name) → id of the person, and what was decided."""
    placed, facts, classes = [], [], []
    for patent, orgs, inventors, symbol, day in given:
        claims = [("FILED", "Institution", n, org) for n, org in enumerate(orgs, 1)]
        claims += [("INVENTED", "Person", n, name) for n, name in enumerate(inventors, 1)]
        placed += [{"patent": patent, "role": role, "label": label, "position": n, "main": name,
                    "node": None if label == "Person" else name} for role, label, n, name in claims]
        facts.append({"id": patent, "filed_on": date.fromisoformat(day), "published_on": None, "source": "a.csv",
                      "application_number": (families or {}).get(patent), "family": None, "priorities": []})
        classes.append({"id": patent, "symbol": symbol})
    rows = pa.Table.from_pylist(facts, pa.schema({
        "id": pa.string(), "filed_on": pa.date32(), "published_on": pa.date32(), "source": pa.string(),
        "application_number": pa.string(), "family": pa.string(), "priorities": pa.list_(pa.string())}))
    found, why = tell_apart(con, *(keep(con, "given", ibis.memtable(t)) for t in (
        pa.Table.from_pylist(placed), rows, pa.Table.from_pylist(classes))), decided)
    people = con.to_pyarrow(found.filter(found.label == "Person")).to_pylist()
    return {(r["patent"], r["main"]): r["node"] for r in people}, con.to_pyarrow(why).cast(TOLD)


def test_a_rare_name_is_one_person_of_its_organisation_whatever_it_works_on(con: Backend) -> None:
    ids, why = told(con, [
        ("CN1A", ["某大学"], ["覃正笛", "陈一平"], "A61B8/00", "2010-01-01"),
        ("CN2A", ["某大学"], ["覃正笛", "林浩铭"], "H01M4/00", "2022-01-01"), *CROWD])
    assert ids["CN1A", "覃正笛"] == ids["CN2A", "覃正笛"] == "覃正笛@某大学"
    [line] = [r for r in why.to_pylist() if r["id"] == "覃正笛@某大学"]
    assert (line["label"], line["rule"]) == ("Person", "rare-name")
    assert line["score"] > 0.95


def test_a_foreign_name_in_chinese_characters_is_read_by_its_words(con: Backend) -> None:
    ids, _ = told(con, [(f"CN{n}A", ["某大学"], ["F·J·宝森"], f"G0{n}B1/00", f"20{n}0-01-01") for n in (1, 2)] + CROWD)
    assert ids["CN1A", "F·J·宝森"] == ids["CN2A", "F·J·宝森"] == "F·J·宝森@某大学"


WEI: list[Row] = [
    ("CN1A", ["某大学"], ["张伟", "覃正笛"], "A61B8/00", "2016-01-01"),
    ("CN2A", ["某大学"], ["张伟", "覃正笛", "林浩铭"], "A61B8/08", "2017-01-01"),
    ("CN3A", ["某大学"], ["张伟", "欧阳但果"], "C22B1/00", "2003-01-01"),
    ("CN4A", ["某大学"], ["张伟", "欧阳但果"], "C22B5/00", "2004-01-01"),
]

def test_a_common_name_is_parted_by_co_inventors_and_classes(con: Backend) -> None:
    ids, why = told(con, WEI + CROWD)
    assert ids["CN3A", "张伟"] == ids["CN4A", "张伟"]
    assert ids["CN1A", "张伟"] == ids["CN2A", "张伟"] != ids["CN3A", "张伟"]
    assert {ids["CN1A", "张伟"], ids["CN3A", "张伟"]} == {"张伟@某大学", "张伟@某大学~CN1A"}
    [line] = [r for r in why.to_pylist() if r["id"] == "张伟@某大学~CN1A" and r["rule"] == "namesake"]
    assert line["into"] == "张伟@某大学"
    assert 0.3 < line["score"] < 0.7


def test_an_id_does_not_change_when_later_patents_come(con: Backend) -> None:
    before, _ = told(con, WEI + CROWD)
    later: list[Row] = [
        ("CN0A", ["某大学"], ["张伟", "司马青云"], "H04L9/00", "2023-01-01"),
        ("CN9A", ["某大学"], ["张伟", "欧阳但果"], "C22B5/10", "2023-01-01")]
    after, _ = told(con, WEI + CROWD + later)
    assert {key: after[key] for key in before} == before
    assert after["CN9A", "张伟"] == before["CN3A", "张伟"]
    assert after["CN0A", "张伟"] == "张伟@某大学~CN0A"


def test_applicants_in_another_order_make_no_second_person(con: Backend) -> None:
    ids, _ = told(con, [
        ("CN1A", ["某公司", "某大学"], ["覃正笛"], "A61B8/00", "2010-01-01"),
        ("CN2A", ["某大学", "某公司"], ["覃正笛"], "A61B8/00", "2011-01-01"),
        ("CN3A", ["某大学"], ["覃正笛"], "A61B8/00", "2012-01-01"),
        ("CN4A", ["某公司"], ["林浩铭"], "A61B8/00", "2012-01-01"),
        ("CN5A", ["某大学", "某公司"], ["林浩铭"], "A61B8/00", "2012-01-01")])
    assert {ids[f"CN{n}A", "覃正笛"] for n in (1, 2, 3)} == {"覃正笛@某大学"}
    assert {ids[f"CN{n}A", "林浩铭"] for n in (4, 5)} == {"林浩铭@某公司"}


def test_who_moves_with_co_inventors_and_class_stays_one(con: Backend) -> None:
    ids, why = told(con, [
        ("CN1A", ["某大学"], ["覃正笛", "林浩铭", "欧阳但果"], "A61B8/00", "2010-01-01"),
        ("CN2A", ["新公司"], ["覃正笛", "林浩铭", "欧阳但果"], "A61B8/08", "2014-01-01"),
        ("CN3A", ["远公司"], ["覃正笛", "诸葛小明"], "B60K1/00", "2014-01-01"), *CROWD])
    assert ids["CN1A", "覃正笛"] == ids["CN2A", "覃正笛"] == "覃正笛@某大学"
    assert ids["CN3A", "覃正笛"] == "覃正笛@远公司"
    [line] = [r for r in why.to_pylist() if r["rule"] == "moved" and r["name"] == "覃正笛"]
    assert {line["id"], line["into"]} <= {"覃正笛@某大学", "覃正笛@新公司"}


def test_what_people_decide_counts_before_the_rules(con: Backend) -> None:
    moved: list[Row] = [
        ("CN1A", ["某大学"], ["覃正笛", "林浩铭", "欧阳但果"], "A61B8/00", "2010-01-01"),
        ("CN2A", ["新公司"], ["覃正笛", "林浩铭", "欧阳但果"], "A61B8/08", "2014-01-01"),
        ("CN3A", ["远公司"], ["覃正笛", "诸葛小明"], "B60K1/00", "2014-01-01"), *CROWD]
    ids, why = told(con, moved, decided=[
        Decision(SPLIT, ("覃正笛@新公司", "覃正笛@某大学")), Decision(JOIN, ("覃正笛@某大学", "覃正笛@远公司"))])
    assert ids["CN2A", "覃正笛"] == "覃正笛@新公司"
    assert ids["CN1A", "覃正笛"] == ids["CN3A", "覃正笛"] == "覃正笛@某大学"
    assert ids["CN1A", "林浩铭"] == ids["CN2A", "林浩铭"]
    assert [(r["id"], r["score"]) for r in why.to_pylist() if r["rule"] == "decision"] == [("覃正笛@某大学", 1.0)]


def test_a_split_holds_by_way_of_others_too(con: Backend) -> None:
    moved: list[Row] = [
        (f"CN{n}A", [org], ["覃正笛", "林浩铭", "欧阳但果"], "A61B8/00", f"201{n}-01-01")
        for n, org in enumerate(("某大学", "甲公司", "乙公司"), 1)]
    together, _ = told(con, [*moved, *CROWD])
    assert {together[f"CN{n}A", "覃正笛"] for n in (1, 2, 3)} == {"覃正笛@某大学"}
    ids, _ = told(con, [*moved, *CROWD], decided=[Decision(SPLIT, ("覃正笛@某大学", "覃正笛@乙公司"))])
    assert ids["CN1A", "覃正笛"] != ids["CN3A", "覃正笛"]


def test_one_invention_filed_by_two_joins_its_inventor(con: Backend) -> None:
    given: list[Row] = [("US1A", ["Firm"], ["NORRIS JOHN R"], "A21B1/00", "2001-01-01"),
                        ("WO1A", [], ["NORRIS JOHN R"], "A21B1/00", "2002-01-01")]
    ids, _ = told(con, given)
    assert ids["WO1A", "NORRIS JOHN R"] == "NORRIS JOHN R@NORRIS JOHN R"
    ids, _ = told(con, given, {"US1A": "US2001", "WO1A": "US2001"})
    assert ids["WO1A", "NORRIS JOHN R"] == "NORRIS JOHN R@Firm"


LETTERS: list[Row] = [
    ("US1A", ["Firm"], ["SMITH JOHN A", "MALFATTI PIERLUIGI", "TORGHELE CLAUDIO"], "A21B1/00", "2001-01-01"),
    ("US2A", ["Firm"], ["SMITH J", "PIERLUIGI MALFATTI", "TORGHELE CLAUDIO"], "A21B1/00", "2002-01-01"),
    ("US3A", ["Firm"], ["SMITH JAMES", "BOK SONG HAE"], "G06F1/00", "2002-01-01"),
    ("US4A", ["Firm"], ["ZHANG WEI", "MALFATTI PIERLUIGI", "TORGHELE CLAUDIO"], "A21B1/00", "2002-01-01"),
    ("US5A", ["Firm"], ["WEI ZHANG", "BOK SONG HAE"], "G06F1/00", "2002-01-01"),
    ("US6A", ["Firm"], ["SMITH JANE", "SMITH J", "TORGHELE CLAUDIO", "MALFATTI PIERLUIGI"], "A21B1/00", "2003-01-01"),
]


def test_spellings_in_letters_meet_where_co_inventors_say_so(con: Backend) -> None:
    ids, why = told(con, LETTERS)
    assert ids["US2A", "SMITH J"] == ids["US1A", "SMITH JOHN A"] == "SMITH JOHN A@Firm"
    assert ids["US3A", "SMITH JAMES"] == "SMITH JAMES@Firm"
    assert ids["US2A", "PIERLUIGI MALFATTI"] == ids["US1A", "MALFATTI PIERLUIGI"] == "MALFATTI PIERLUIGI@Firm"
    spelt = {r["id"] for r in why.to_pylist() if r["rule"] == "spelling"}
    assert spelt == {"SMITH JOHN A@Firm"}


def test_two_spellings_on_one_patent_are_two_persons(con: Backend) -> None:
    ids, _ = told(con, LETTERS)
    assert ids["US6A", "SMITH JANE"] == "SMITH JANE@Firm"
    assert ids["US6A", "SMITH J"] == "SMITH JOHN A@Firm"


def test_chinese_words_in_letters_change_places_only_with_co_inventors(con: Backend) -> None:
    ids, _ = told(con, LETTERS)
    assert (ids["US4A", "ZHANG WEI"], ids["US5A", "WEI ZHANG"]) == ("ZHANG WEI@Firm", "WEI ZHANG@Firm")
    together = [*LETTERS, ("US7A", ["Firm"], ["WEI ZHANG", "MALFATTI PIERLUIGI", "TORGHELE CLAUDIO"], "A21B1/00",
                           "2003-01-01")]
    ids, _ = told(con, together)
    assert ids["US7A", "WEI ZHANG"] == ids["US4A", "ZHANG WEI"]


def test_nobody_is_nobody(con: Backend) -> None:
    ids, why = told(con, [("CN1A", ["某大学"], [], "A61B8/00", "2010-01-01")])
    assert ids == {}
    assert why.num_rows == 0
