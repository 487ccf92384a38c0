from __future__ import annotations

from pathlib import Path

import pytest

from ipgraph.sources import take_in

HEAD = "公开(公告)号,标题,申请人,申请号,申请日\n"


def read(folder: Path, *days: str, dates: str = "") -> tuple[list[str], list[tuple[int, str]]]:
    """The days as drafted, and the rows refused; with a mapping that states the order where one is given."""
    table, mapping = folder / "a.csv", folder / "m.yaml"
    table.write_text(HEAD + "".join(f"CN{i}A,a,b,,{day}\n" for i, day in enumerate(days, start=1)), "utf-8")
    mapping.write_text(f"columns: {{公开(公告)号: publication_number, 申请日: filed_on}}\ndates: {dates}\n", "utf-8")
    intake = take_in(table, folder / "spool", mapping=mapping if dates else None)
    refused = [(row["row"], row["value"]) for row in intake.table("refused").to_pylist()
               if (row["field"], row["reason"]) == ("filed_on", "unclear-date")]
    return intake.table("patents")["filed_on"].to_pylist(), refused


@pytest.mark.parametrize(("days", "expected"), [
    (("2013-04-05", "20130405"), ["2013-04-05", "20130405"]),
    (("04/25/2013", "04/05/2013"), ["25/04/2013", "05/04/2013"]),
    (("25/04/2013", "04/05/2013"), ["25/04/2013", "04/05/2013"]),
    (("25.04.2013", "2013-04-05", ""), ["25.04.2013", "2013-04-05", None]),
])
def test_the_dates_of_a_file_tell_their_order(tmp_path: Path, days: tuple[str, ...], expected: list[str]) -> None:
    assert read(tmp_path, *days) == (expected, [])


@pytest.mark.parametrize(("days", "kept", "refused"), [
    (("04/05/2013", "2013-04-05"), ["2013-04-05"], [(2, "04/05/2013")]),
    (("25/04/2013", "04/25/2013"), [], [(2, "25/04/2013"), (3, "04/25/2013")]),
    (("13-04-05", "2013-04-05"), ["2013-04-05"], [(2, "13-04-05")]),
])
def test_where_they_do_not_tell_the_row_is_refused(tmp_path: Path, days: tuple[str, ...], kept: list[str],
                                                    refused: list[tuple[int, str]]) -> None:
    assert read(tmp_path, *days) == (kept, refused)


def test_a_mapping_may_say_the_order(tmp_path: Path) -> None:
    assert read(tmp_path, "04/05/2013", dates="mdy") == (["05/04/2013"], [])
    assert read(tmp_path, "04/05/2013", dates="dmy") == (["04/05/2013"], [])
