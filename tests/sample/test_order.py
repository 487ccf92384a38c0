"""The order that ships: whole, acyclic but for the return of recycling, and true to the classification's numbers."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import networkx as nx
import pytest
import yaml

SAMPLE = files("ipgraph") / "sample"
RETURN = ("ipg:2.7.2", "ipg:2.0.2")


@pytest.fixture(scope="module")
def order() -> dict:
    return yaml.safe_load((SAMPLE / "order.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def leaves(order: dict) -> dict[str, str]:
    groups = {s.get("parent") for s in order["segments"]}
    return {s["id"]: s["chain"] for s in order["segments"] if s["id"] not in groups}


def flow(order: dict, leaves: dict[str, str], chain: str) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(leaf for leaf, of in leaves.items() if of == chain)
    graph.add_edges_from((f["start"], f["end"]) for f in order["feeds"] if f["start"] in graph and f["end"] in graph)
    return graph


def test_the_branches_are_those_of_the_classification(leaves: dict[str, str]) -> None:
    official = Counter(chain.partition(":")[2] for leaf, chain in leaves.items() if leaf.startswith("xinsanyang_2024:"))
    assert official == {"电动汽车": 12, "锂电池": 21, "光伏": 16}


def test_every_reference_leads_somewhere(order: dict, leaves: dict[str, str]) -> None:
    ids = [s["id"] for s in order["segments"]]
    assert len(ids) == len(set(ids))
    assert {s["chain"] for s in order["segments"]} == {c["id"] for c in order["chains"]}
    assert {s["parent"] for s in order["segments"] if "parent" in s} <= set(ids)
    assert {end for f in order["feeds"] for end in (f["start"], f["end"])} == set(leaves)


def test_every_segment_has_both_names_and_a_stage(order: dict) -> None:
    for segment in order["segments"]:
        assert segment["name"], segment["id"]
        assert segment["name_en"], segment["id"]
        assert segment["stage"] in {"upstream", "midstream", "downstream"}, segment["id"]


def test_every_feed_has_a_reason_in_both_languages(order: dict) -> None:
    assert all(len(f["reason"].split(" / ")) == 2 for f in order["feeds"])


def test_only_recycling_runs_back(order: dict, leaves: dict[str, str]) -> None:
    graph = nx.DiGraph((f["start"], f["end"]) for f in order["feeds"])
    assert not nx.is_directed_acyclic_graph(graph)
    graph.remove_edge(*RETURN)
    assert nx.is_directed_acyclic_graph(graph)


def test_no_stage_feeds_an_earlier_one(order: dict) -> None:
    steps = {"upstream": 0, "midstream": 1, "downstream": 2}
    at = {s["id"]: (s["chain"], steps[s["stage"]]) for s in order["segments"]}
    for feed in order["feeds"]:
        (chain, start), (other, end) = at[feed["start"]], at[feed["end"]]
        assert chain != other or start <= end or (feed["start"], feed["end"]) == RETURN, feed


@pytest.mark.parametrize(("chain", "passage"), [
    ("锂电池", "ipg:2.6.1"), ("锂电池", "ipg:2.6.2"), ("光伏", "ipg:3.5.1"),
])
def test_single_passages(order: dict, leaves: dict[str, str], chain: str, passage: str) -> None:
    graph = flow(order, leaves, f"xinsanyang_2024:{chain}")
    raw = [n for n in graph if graph.in_degree(n) == 0]
    final = [n for n in graph if graph.out_degree(n) == 0]
    assert raw
    assert final
    assert all(any(nx.has_path(graph, start, end) for end in final) for start in raw)
    graph.remove_node(passage)
    assert not any(nx.has_path(graph, start, end) for start in raw for end in final)


def test_every_leaf_has_a_rule(leaves: dict[str, str]) -> None:
    rules = [r for name in ("rules.yaml", "rules_ipg.yaml")
             for r in yaml.safe_load((SAMPLE / name).read_text("utf-8"))["rules"]]
    assert {r["segment"] for r in rules} == set(leaves)
    assert sum("#" in r["id"] and r["id"].rpartition("#")[2].isdigit() for r in rules) == 78
