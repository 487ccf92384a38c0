from __future__ import annotations

from typing import Any

import pytest
from ibis.backends.duckdb import Backend
from tables.drafts import by_id, draft, noted, records, refused

from ipgraph.tables.classes import class_nodes, classified_as, clean_classes, patent_classes
from ipgraph.tables.engine import keep
from ipgraph.tables.patents import clean_patents, identify

A = "CN112345678A"


@pytest.fixture(scope="module")
def classified(con: Backend) -> tuple[Any, list[dict[str, Any]]]:
    rows, _ = clean_patents(con, draft(
        con, "patents",
        {"publication_number": A, "main_class": "H01M 10/0525", "ipc": ["H01M10/0525(2010.01)I", "B60L50/64", "??"],
         "cpc": ["Y02E60/10", "H01M10/0525", "nonsense"]},
        {"publication_number": "CN30612345S", "ipc": ["13-02"]}))
    kept, faults = patent_classes(con, identify(con, rows))
    return kept, records(con, faults)


def test_a_symbol_in_several_spellings_and_columns_is_one_edge(con: Backend, classified: Any) -> None:
    edges = {(e["start"], e["end"]): e["main"] for e in records(con, classified_as(classified[0]))}
    assert edges == {(A, "H01M10/0525"): True, (A, "B60L50/64"): False, (A, "Y02E60/10"): False,
                     ("CN30612345S", "LOC13-02"): False}


def test_what_is_no_symbol_is_noted_under_its_column(classified: Any) -> None:
    assert noted(classified[1]) == {(2, "ipc", "impossible-symbol"), (2, "cpc", "impossible-symbol")}


def test_every_symbol_and_all_above_it_are_nodes_of_a_tree(con: Backend, classified: Any) -> None:
    titles, faults = clean_classes(con, draft(
        con, "classes", {"symbol": "H01M", "scheme": "IPC", "title_en": "Batteries"},
        {"symbol": "H01M", "scheme": "IPC", "title_en": "Accumulators"}, {"symbol": "", "scheme": "IPC"},
        {"symbol": "xx", "scheme": "IPC"}))
    covers = keep(con, "covers", titles.select("source", "as_of", symbol="found").limit(0))
    nodes, tree = class_nodes(con, classified[0], titles, covers)
    found = by_id(con, nodes)
    assert refused(records(con, faults)) == {(4, "symbol", "missing"), (5, "symbol", "impossible-symbol")}
    assert {id: (row["scheme"], row["level"]) for id, row in found.items() if id[0] in "HLY"} == {
        "H01M10/0525": ("IPC", "subgroup"), "H01M10/00": ("IPC", "group"), "H01M": ("IPC", "subclass"),
        "H01": ("IPC", "class"), "H": ("IPC", "section"), "Y02E60/10": ("CPC", "subgroup"),
        "Y02E60/00": ("CPC", "group"),
        "Y02E": ("CPC", "subclass"), "Y02": ("CPC", "class"), "Y": ("CPC", "section"), "LOC13-02": ("LOC", "subclass"),
    }
    assert found["H01M"]["title_en"] == "Accumulators; Batteries"
    assert {(e["start"], e["end"]) for e in records(con, tree)} >= {("H01M10/0525", "H01M10/00"), ("H01M10/00", "H01M")}
