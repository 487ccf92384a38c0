from __future__ import annotations

import pytest
from loaders.conftest import Taken


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Tata Motors Ltd,Cabin control", "Tata Motors Ltd", "Cabin control"),
        ("Sasol Tech (Proprietary) Ltd,Method and plant, improved", "Sasol Tech (Proprietary) Ltd",
         "Method and plant, improved"),
        ("Amerifab, Inc.,System for steel making", "Amerifab, Inc.", "System for steel making"),
        ("Honda Motor Co.,Ltd.,Control device", "Honda Motor Co.,Ltd.", "Control device"),
        ("Hitachi Machinery Co., Ltd.,Circuit, pump", "Hitachi Machinery Co., Ltd.", "Circuit, pump"),
        ("Freni Brembo Spa,BRAKES FOR CARS, IN PARTICULAR CYCLES", "Freni Brembo Spa",
         "BRAKES FOR CARS, IN PARTICULAR CYCLES"),
        ("Denso Corporation, Kariya-City,Cooling", "Denso Corporation, Kariya-City", "Cooling"),
        ("Klingenburg Gmbh,Incinerator", "Klingenburg Gmbh", "Incinerator"),
        ("程相魁,Coke-oven", "程相魁", "Coke-oven"),
        ('Munters Corp,"humidity control, system"', "Munters Corp", "humidity control, system"),
        ("Individual,Kettle", None, "Kettle"),
        (",Kettle", None, "Kettle"),
        ("Fire proof door", None, "Fire proof door"),
        ("Foo Ag, a machine, a plant", "Foo Ag", "a machine, a plant"),
    ],
)
def test_name_and_title_are_parted(taken: Taken, text: str, name: str | None, title: str) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    headings = "publication_number,priority_date,publication_date,assignee_and_title_unquoted"
    intake = taken("a.csv", f"{headings}\nX1,,,{quoted}\n")
    (row,) = intake.table("patents").to_pylist()
    assert intake.layout == "google_documents"
    assert (row["applicants"], row["title"]) == ([name] if name else None, title)


def test_lists_of_records_are_lists(taken: Taken) -> None:
    line = (
        '{"publication_number": "JP1A", "title": "装置", "applicant": "Individual", "application_date": "2013-05-09",'
        ' "publication_date": "2014-11-20", "cpc": ["F01P3/20", "F02G5/00"], "priorities": [], "inventor_count": 5}\n'
    )
    (row,) = taken("a.jsonl", line).table("patents").to_pylist()
    assert (row["cpc"], row["applicants"], row["inventor_count"]) == (["F01P3/20", "F02G5/00"], None, "5")


def test_citations_say_who_found_them(taken: Taken) -> None:
    intake = taken("a.csv", "citing,cited,examiner_cited,family_to_family\nA1,B2,1,0\n")
    assert intake.table("citations").to_pylist() == [
        {"row": 2, "sheet": None, "citing": "A1", "cited": "B2", "citer": None, "category": None,
         "by_examiner": "1"},
    ]
