from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from loaders.conftest import Taken

from ipgraph.sources import Intake, take_in

RECORD: dict[str, Any] = {
    "publication_number": "CN-111222333-B", "application_number": "CN-202010123456-A", "country_code": "CN",
    "kind_code": "B", "family_id": "71234567",
    "title_localized": [{"text": "Battery", "language": "en", "truncated": False},
                        {"text": "电池", "language": "zh", "truncated": False}],
    "abstract_localized": [{"text": "A battery.", "language": "en", "truncated": False}],
    "publication_date": 20210105, "filing_date": 20200102, "grant_date": 20210105, "priority_date": 0,
    "priority_claim": [{"publication_number": "", "application_number": "JP-2019000001-A"}],
    "inventor": ["张三"], "inventor_harmonized": [{"name": "ZHANG SAN", "country_code": "CN"}],
    "assignee": ["甲公司"], "assignee_harmonized": [{"name": "JIA CO LTD", "country_code": "CN"},
                                                  {"name": "YI UNIV", "country_code": "CN"}],
    "ipc": [{"code": "H01M10/05", "inventive": True, "first": True, "tree": []}],
    "cpc": [{"code": "H01M10/0525", "inventive": True, "first": True, "tree": []}],
    "citation": [{"publication_number": "US-5834442-A", "npl_text": "", "category": "SEA", "type": "X"},
                 {"publication_number": "", "npl_text": "Raz", "category": "APP"}],
}
#: A publication that Google has not harmonised.
BARE = {**RECORD, "publication_number": "CN-1-A", "assignee_harmonized": [], "inventor_harmonized": [], "citation": [],
        "grant_date": 0, "title_localized": [{"text": "Batterie", "language": "fr", "truncated": False}]}


def lines(folder: Path) -> Path:
    path = folder / "publications.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (RECORD, BARE)), "utf-8")
    return path


def parquet(folder: Path) -> Path:
    path = folder / "publications-000000.parquet"
    pq.write_table(pa.Table.from_pylist([RECORD, BARE]), path)
    return path


@pytest.fixture(params=[lines, parquet])
def publications(request: pytest.FixtureRequest, tmp_path: Path) -> Intake:
    return take_in(request.param(tmp_path), tmp_path / "spool")


def test_nested_columns(publications: Intake) -> None:
    first, bare = publications.table("patents").to_pylist()
    assert (publications.layout, publications.unknown) == ("google_bigquery", ())
    assert {name: value for name, value in first.items() if value is not None} == {
        "row": 1, "publication_number": "CN-111222333-B", "application_number": "CN-202010123456-A", "title": "电池",
        "title_en": "Battery", "abstract": "A battery.", "filed_on": "20200102", "published_on": "20210105",
        "granted_on": "20210105", "residence": "CN", "family": "71234567", "ipc": ["H01M10/05"], "cpc": ["H01M10/0525"],
        "applicants": ["JIA CO LTD", "YI UNIV"], "inventors": ["ZHANG SAN"], "priorities": ["JP-2019000001-A"],
    }
    assert (bare["title"], bare["title_en"], bare["granted_on"]) == ("Batterie", None, None)
    assert (bare["applicants"], bare["inventors"], bare["residence"]) == (["甲公司"], ["张三"], None)


def test_citations_of_patents_only(publications: Intake) -> None:
    (row,) = publications.table("citations").to_pylist()
    assert (row["row"], row["citing"], row["cited"]) == (1, "CN-111222333-B", "US-5834442-A")
    assert (row["citer"], row["category"]) == ("SEA", "X")


def test_the_csv_of_a_search_begins_with_its_address(taken: Taken) -> None:
    intake = taken(
        "gp-search.csv",
        "search URL:,https://patents.google.com/?q=battery&oq=battery\n"
        "id,title,assignee,inventor/author,priority date,filing/creation date,publication date,grant date,result link,"
        "representative figure link\n"
        'US-10000001-B2,Injection molding machine,"LS Mtron Co., Ltd., Foo Inc","Sung Kim, Min Lee",2014-11-07,'
        "2015-11-06,"
        "2018-06-19,2018-06-19,https://patents.google.com/patent/US10000001B2/en,\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert (intake.layout, intake.read, intake.unknown) == ("google_web", 1, ())
    assert {name: value for name, value in row.items() if value is not None} == {
        "row": 3, "publication_number": "US-10000001-B2", "title": "Injection molding machine",
        "filed_on": "2015-11-06", "published_on": "2018-06-19", "granted_on": "2018-06-19",
        "applicants": ["LS Mtron Co., Ltd.", "Foo Inc"], "inventors": ["Sung Kim", "Min Lee"],
    }
