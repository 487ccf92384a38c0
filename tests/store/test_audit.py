from __future__ import annotations

from datetime import date
from pathlib import Path

from factory import bundle_of, linked, small_edges, small_nodes

from ipgraph.bundle import Bundle
from ipgraph.store import Store
from ipgraph.store.audit import CHECKS, audit

TODAY = date(2024, 6, 30)


def test_a_sound_graph_has_the_counts_of_its_bundle_and_no_problem(store: Store, bundle: Bundle) -> None:
    found = audit(store, TODAY)
    assert found == {"store": store.address, **bundle.counts(), "problems": []}


def test_every_check_finds_its_fault(empty_store: Store, tmp_path: Path) -> None:
    empty_store.publish(faulty_bundle(tmp_path / "bundles"))
    found = {problem["code"]: problem["examples"] for problem in audit(empty_store, TODAY)["problems"]}
    assert found == {
        "orphan_patents": ["CN000000001A"],
        "orphan_segments": ["s8"],
        "orphan_persons": ["nobody"],
        "orphan_teams": ["empty"],
        "duplicate_applications": ["CN000000001A", "CN000000002A"],
        "duplicate_organisations": ["乙", "甲"],
        "bounds_serves": ["CN000000002A → s8"],
        "bounds_share": ["甲 → 储能系统"],
        "bounds_order": ["CN000000002A"],
        "bounds_dates": ["CN000000002A", "CN000000003A"],
        "bounds_counts": ["CN000000002A"],
        "loops": ["s8"],
    }
    assert set(found) == {check.code for check in CHECKS}


def test_examples_are_few_and_the_count_is_complete(empty_embedded: Store, tmp_path: Path) -> None:
    ids = [f"s{n:02}" for n in range(12)]
    empty_embedded.publish(bundle_of(tmp_path / "bundles", {"Segment": [{"id": i, "name": i} for i in ids]}, {}))
    [problem] = audit(empty_embedded, TODAY)["problems"]
    assert (problem["count"], problem["examples"]) == (12, ids[:5])


def faulty_bundle(folder: Path) -> Bundle:
    """The small bundle with one of each fault."""
    nodes, edges = small_nodes(), small_edges()
    nodes["Segment"] += [{"id": "s8", "name": "孤环"}]
    nodes["Person"] += [{"id": "nobody", "name": "无名"}]
    nodes["Team"] += [{"id": "empty", "name": "空团队"}]
    nodes["Enterprise"] += [{"id": i, "name": i, "uscc": "91110000000000000X"} for i in ("甲", "乙")]
    nodes["Patent"] += [
        {"id": "CN000000001A", "publication_number": "CN000000001A", "application_number": "CN2015000001"},
        {"id": "CN000000002A", "publication_number": "CN000000002A", "application_number": "CN2015000001",
         "filed_on": date(2015, 1, 1), "published_on": date(1700, 1, 1), "cited_by": -1},
        {"id": "CN000000003A", "filed_on": date(2031, 1, 1)},
    ]
    edges["FILED.Enterprise.Patent"] += linked([("宁德时代", "CN000000002A"), ("宁德时代", "CN000000003A")])
    edges["SERVES.Patent.Segment"] += linked([("CN000000002A", "s8")], score=1.5, basis="rule", rule="r")
    edges["MAKES.Enterprise.Product"] += linked([("甲", "储能系统")], share=-0.1)
    edges["FEEDS.Segment.Segment"] += linked([("s8", "s8")])
    return bundle_of(folder, nodes, edges)
