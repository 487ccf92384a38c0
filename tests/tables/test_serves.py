"""One chain of four segments, its rules, and patents that meet them or nearly do."""

from __future__ import annotations

from typing import Any

import ibis
import pytest
from ibis.backends.duckdb import Backend
from tables.drafts import draft, file, noted, records, refused

from ipgraph.tables.classes import patent_classes
from ipgraph.tables.engine import keep
from ipgraph.tables.patents import clean_patents, identify, merge
from ipgraph.tables.serves import clean_rules, cover_edges, covers, searchable, serves

SEGMENTS = [{"id": id, "chain": "c", "name": id} for id in ("cell", "cathode", "recycling", "design")]
RULES = [
    {"id": "star", "segment": "cell", "patterns": ["H01M10*"], "exclusions": ["H01M10/54"]},
    {"id": "exact", "segment": "cathode", "patterns": ["H01M4/525"]},
    {"id": "words", "segment": "cathode", "patterns": ["H01M*"], "keywords": ["正极", "材料", "LiFePO4"],
     "keyword_exclusions": ["负极"], "weight": "0.8"},
    {"id": "shared", "segment": "recycling", "patterns": ["H01M*"], "keywords": ["材料", "回收"]},
    {"id": "bare", "segment": "design", "keywords": ["ＣＥＬＬ design"], "exclusions": ["G06F*"]},
]
#: Number, classes, title → what it serves: segment → (score, rule, words).
PATENTS: dict[str, tuple[list[str], str, dict[str, tuple[float, str, list[str]]]]] = {
    "CN100A": (["H01M10/0525"], "电芯", {"cell": (1.0, "star", [])}),
    "CN101A": (["H01M10/0525", "H01M10/54"], "电芯", {}),
    "CN102A": (["H01M4/525"], "氧化物", {"cathode": (1.0, "exact", [])}),
    "CN103A": (["H01M4/5252"], "正极活性物质", {"cathode": (0.8, "words", ["正极"])}),
    "CN104A": (["H01M4/58"], "正极与负极", {}),
    "CN105A": (["H01M4/58"], "新材料", {"cathode": (0.4, "words", ["材料"]), "recycling": (0.5, "shared", ["材料"])}),
    "CN106A": (["H01M4/58"], "A LiFePO4/C composite", {"cathode": (0.8, "words", ["lifepo4"])}),
    "CN107A": (["H01M4/58"], "LiFePO4x", {}),
    "CN108A": (["G01R31/00"], "正极", {}),
    "CN109A": (["A01B1/00"], "Cell-design of batteries", {"design": (1.0, "bare", ["cell design"])}),
    "CN110A": (["G06F17/00"], "Cell design", {}),
    "CN111A": ([], "Supercell designs", {}),
    "CN112A": (["H01M4/525", "H01M10/00"], "废料回收", {
        "cell": (1.0, "star", []), "cathode": (1.0, "exact", []), "recycling": (1.0, "shared", ["回收"])}),
}


@pytest.fixture(scope="module")
def edges(con: Backend) -> list[dict[str, Any]]:
    """SERVES edges of the patents above."""
    rows, _ = clean_patents(con, draft(con, "patents", *(
        {"publication_number": id, "ipc": classes, "title": title} for id, (classes, title, _) in PATENTS.items())))
    rows = identify(con, rows)
    classified, _ = patent_classes(con, rows)
    merged = merge(con, rows, rows.limit(0))
    texts = keep(con, "texts", merged.select("id", text=searchable(merged.title)))
    segments = draft(con, "segments", *SEGMENTS)
    rules, _ = clean_rules(con, draft(con, "rules", *RULES), segments)
    return records(con, serves(con, rules, segments, classified, texts))


@pytest.mark.parametrize("id", PATENTS)
def test_a_patent_serves_the_segments_whose_rules_it_meets(edges: list[dict[str, Any]], id: str) -> None:
    found = {e["end"]: (e["score"], e["rule"], e["words"]) for e in edges if e["start"] == id}
    assert found == PATENTS[id][2]


def test_the_pattern_that_fired_is_kept(edges: list[dict[str, Any]]) -> None:
    patterns = {(e["start"], e["end"]): e["pattern"] for e in edges}
    assert patterns["CN102A", "cathode"] == "H01M4/525"
    assert patterns["CN100A", "cell"] == "H01M10*"
    assert patterns["CN109A", "design"] is None


def test_rules_that_cannot_fire_are_refused(con: Backend) -> None:
    kept, faults = clean_rules(con, draft(
        con, "rules", RULES[0], {"id": "x", "segment": "nowhere", "patterns": ["H01M*"]},
        {"id": "y", "segment": "cell"},
        {"id": "z", "segment": "cell", "patterns": ["H01M*"], "weight": "2"}, {"segment": "cell", "patterns": ["H*"]},
        RULES[0] | {"patterns": ["H02J*"]}, RULES[0], {"id": "w", "patterns": ["电池", "H01M*"], "segment": "cell"},
    ), draft(con, "segments", *SEGMENTS))
    found = records(con, faults)
    assert refused(found) == {
        (3, "segment", "edge-to-nothing"), (4, "patterns", "missing"), (5, "weight", "impossible-number"),
        (6, "id", "missing"), (7, "id", "duplicate-differs")}
    assert noted(found) == {(9, "patterns", "impossible-symbol")}
    assert {row["id"] for row in records(con, kept)} == {"star", "w"}


def test_a_rule_that_two_files_give_is_taken_whole_from_the_first(con: Backend) -> None:
    rules, faults = clean_rules(con, draft(
        con, "rules", file("new.xlsx", rules=[RULES[0] | {"patterns": ["H02J*"]}]), file("old.xlsx", rules=[RULES[0]]),
    ), draft(con, "segments", *SEGMENTS))
    assert records(con, faults) == []
    assert [(row["source"], row["patterns"]) for row in records(con, rules)] == [("new.xlsx", ["H02J*"])]


def test_a_segment_covers_the_classes_that_its_rules_name(con: Backend) -> None:
    rules, _ = clean_rules(con, draft(con, "rules", *RULES), draft(con, "segments", *SEGMENTS))
    found = {(e["start"], e["end"]): (e["patterns"], e["rules"]) for e in records(con, cover_edges(covers(rules)))}
    assert found == {
        ("cell", "H01M10/00"): (["H01M10*"], ["star"]), ("cathode", "H01M4/525"): (["H01M4/525"], ["exact"]),
        ("cathode", "H01M"): (["H01M*"], ["words"]), ("recycling", "H01M"): (["H01M*"], ["shared"])}


def test_words_are_looked_for_between_spaces_in_what_is_searchable(con: Backend) -> None:
    text = con.to_pyarrow(ibis.memtable({"t": ["Cell-Design, 正极"]}).select(s=searchable(ibis._.t)))["s"][0].as_py()
    assert " cell design " in text
    assert "正极" in text
