from __future__ import annotations

from datetime import date
from typing import Any

import ibis
from ibis.backends.duckdb import Backend
from tables.drafts import File, by_id, draft, file, noted, records, refused

from ipgraph.tables.engine import keep
from ipgraph.tables.patents import clean_patents, identify, merge, patent_type, status

A, B = "CN112345678A", "CN112345678B"
#: Cells, and the fault they are refused for.
BAD: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({}, "publication_number", "missing"),
    ({"publication_number": "-", "application_number": "无"}, "publication_number", "missing"),
    ({"publication_number": "abc"}, "publication_number", "impossible-patent-number"),
    ({"publication_number": "CN2A", "application_number": "CN201020670100.3"}, "publication_number",
     "impossible-patent-number"),
    ({"application_number": "CN201020670100.3"}, "application_number", "impossible-patent-number"),
    ({"publication_number": "CN301A", "filed_on": "2020-02-30"}, "filed_on", "impossible-date"),
    ({"publication_number": "CN302A", "granted_on": "soon"}, "granted_on", "impossible-date"),
    ({"publication_number": "CN303A", "claims": "-3"}, "claims", "impossible-number"),
    ({"publication_number": "CN304A", "cited_by": "many"}, "cited_by", "impossible-number"),
)


def merged(con: Backend, *files: File | dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Patent nodes by id."""
    rows, _ = clean_patents(con, draft(con, "patents", *files))
    nobody = rows.select("source", "as_of", "publication_number", "application_number", id="key").limit(0)
    return by_id(con, merge(con, identify(con, rows), nobody))


def faults(con: Backend, *rows: dict[str, Any]) -> tuple[set[str], list[dict[str, Any]]]:
    """Keys of the rows kept, and the faults."""
    kept, found = clean_patents(con, draft(con, "patents", *rows))
    return set(con.to_pyarrow(kept)["key"].to_pylist()), records(con, found)


def test_two_files_that_speak_of_one_patent_make_one_node(con: Backend) -> None:
    found = merged(
        con,
        file("new.csv", "2024-01-01", patents=[{"publication_number": "cn 112345678 a", "title": "新名"}]),
        file("old.csv", "2020-01-01", patents=[{"publication_number": A, "title": "旧名", "cited_by": "1,234"}]),
    )
    assert list(found) == [A]
    assert (found[A]["title"], found[A]["cited_by"], found[A]["source"]) == ("新名", 1234, ["new.csv", "old.csv"])
    assert found[A]["as_of"] == date(2024, 1, 1)


def test_application_numbers_join_the_publication_of_another_row_or_stand_alone(con: Backend) -> None:
    found = merged(
        con,
        {"application_number": "CN201020670100.2", "title": "电池"},
        {"application_number": "CN201020670100", "publication_number": A},
        {"application_number": "ZL201020670100.2", "publication_number": B},
        {"application_number": "200810000010.X"},
    )
    assert set(found) == {A, B, "CN200810000010"}
    # A grant is chosen before a first publication.
    assert (found[B]["title"], found[A]["title"]) == ("电池", None)
    alone = found["CN200810000010"]
    assert (alone["publication_number"], alone["office"], alone["patent_type"]) == (None, "CN", "invention")


def test_a_row_that_cannot_be_is_refused_with_field_and_reason(con: Backend) -> None:
    # CN2A is too short for a number, and the wrong check digit beside it is told as well.
    kept, found = faults(con, *(cells for cells, _, _ in BAD), {"publication_number": A})
    expected = {(row, field, reason) for row, (_, field, reason) in enumerate(BAD, 2)}
    assert refused(found) == expected | {(5, "application_number", "impossible-patent-number")}
    assert kept == {A}


def test_a_fault_names_the_file_the_sheet_and_the_value(con: Backend) -> None:
    _, found = faults(con, {"sheet": "二", "row": 7, "publication_number": A, "filed_on": "2020-02-30"})
    told = [(r["source"], r["sheet"], r["row"], r["value"]) for r in found]
    assert told == [("a.csv", "二", 7, "2020-02-30")]


def test_a_key_with_different_content_is_refused_and_the_first_row_stays(con: Backend) -> None:
    row = {"publication_number": A, "title": "电池", "applicants": ["甲公司"], "filed_on": "2020-01-01"}
    changes = ({}, {"title": "电机"}, {"applicants": ["乙公司"]}, {"filed_on": "2020-01-02"})
    kept, found = faults(con, row, *(row | change for change in changes))
    assert refused(found) == {(n, "publication_number", "duplicate-differs") for n in (4, 5, 6)}
    assert kept == {A}


def test_rows_of_two_sheets_with_one_number_do_not_answer_for_each_other(con: Backend) -> None:
    kept, _ = faults(
        con, {"sheet": "一", "row": 2, "publication_number": A, "filed_on": "2020-02-30"},
        {"sheet": "二", "row": 2, "publication_number": B}, {"row": 2, "publication_number": "CN312345678A"})
    assert kept == {B, "CN312345678A"}


def test_a_main_class_that_is_none_is_only_noted(con: Backend) -> None:
    kept, found = faults(con, {"publication_number": A, "main_class": "电池"})
    assert (kept, noted(found)) == ({A}, {(2, "main_class", "impossible-symbol")})


def test_a_number_that_is_only_pointed_at_adds_nothing_to_a_patent_that_is_there(con: Backend) -> None:
    rows, _ = clean_patents(con, draft(con, "patents", {"publication_number": A, "title": "电池"}))
    pointed = rows.select("source", "as_of", "publication_number", "application_number", id="key").limit(1)
    assert by_id(con, merge(con, identify(con, rows), pointed))[A]["title"] == "电池"


def asked(con: Backend, rows: list[tuple[str | None, ...]], *columns: str) -> Any:
    return keep(con, "asked", draft(con, "patents", *(
        dict(zip(columns, row, strict=True)) for row in rows)).order_by("row"))


def test_the_type_is_told_or_read_from_the_kind_code_or_the_application(con: Backend) -> None:
    rows = [
        ("实用新型", A, None), ("外观设计", A, None), ("发明专利", A, None), (None, "CN201234567U", None),
        (None, "CN30612345S", None), (None, "US8123456B2", None), (None, "WO2002014184", None),
        (None, None, "CN201020670100"), (None, None, "CN201430000001"), (None, None, "CN98123456"),
    ]
    table = asked(con, rows, "patent_type", "publication_number", "application_number")
    found = con.to_pyarrow(table.select("row", t=patent_type(
        table.patent_type, table.publication_number, table.application_number)).order_by("row"))["t"].to_pylist()
    assert found == ["utility", "design", "invention", "utility", "design", "invention", None, "utility", "design",
                     "invention"]


def test_legal_status_from_the_words_of_sources(con: Backend) -> None:
    words = {"授权": "active", "未缴年费专利权终止": "ended", "实质审查的生效": "pending", "Expired": "ended",
             "Granted": "active", "避免重复授权放弃专利权": "ended", "著录事项变更": None}
    table = asked(con, [(word,) for word in words], "status")
    found = con.to_pyarrow(table.select("row", s=status(table.status)).order_by("row"))["s"].to_pylist()
    assert dict(zip(words, found, strict=True)) == words


def test_statuses_and_types_in_any_case(con: Backend) -> None:
    rows = [("EXPIRED", "ended"), ("Discontinued", "ended"), ("Patented", "active"), ("ACTIVE", "active"),
            ("Inactive", "ended"), ("PENDING", "pending"), ("Not in force", "ended"), ("?", None)]
    table = con.create_table("said", {"given": [given for given, _ in rows]}, temp=True)
    found = con.to_pyarrow(table.select("given", status=status(table.given))).to_pylist()
    assert {row["given"]: row["status"] for row in found} == dict(rows)


def test_a_patent_without_more_is_what_its_number_says(con: Backend) -> None:
    rows = [("Granted Patent", "CN201000001U", "utility"), ("Limited Patent", "DE202010000001U1", "utility"),
            ("Granted Patent", "CN102500001B", "invention"), ("Granted Patent", "US9000001B2", "invention"),
            ("Design Right", "USD801234S1", "design"), ("发明专利", "CN102500001A", "invention")]
    table = con.create_table("typed", {"given": [r[0] for r in rows], "number": [r[1] for r in rows]}, temp=True)
    found = table.select("given", "number", type=patent_type(table.given, table.number, ibis.literal("")))
    assert {(row["given"], row["number"], row["type"]) for row in con.to_pyarrow(found).to_pylist()} == set(rows)


def test_a_broken_application_is_dropped_where_the_publication_is_known(con: Backend) -> None:
    rows, faults = clean_patents(con, draft(
        con, "patents", {"publication_number": A, "application_number": "CN201020670100.3"}))
    assert [(row["key"], row["application_number"]) for row in records(con, rows)] == [(A, None)]
    assert [(row["reason"], row["row_kept"]) for row in records(con, faults)] == [("impossible-patent-number", True)]
