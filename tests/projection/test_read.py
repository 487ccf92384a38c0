import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from factory import FEEDS, PATENTS, SEGMENTS

from ipgraph.errors import StoreError
from ipgraph.projection import ENDS, Projection, read_projection
from ipgraph.projection.read import edge_arrays, node_frame, whole_chains
from ipgraph.store import Store


def linked(graph: Projection, type: str) -> set[tuple[str, str]]:
    start, end = (graph.nodes[label]["id"].to_numpy() for label in ENDS[type])
    edges = graph.edges[type]
    return set(zip(start[edges.source], end[edges.target], strict=True))


def test_every_node_of_the_kinds_read(store: Store) -> None:
    graph = read_projection(store)
    assert graph.version == store.version()
    assert graph.as_of == "2024-06-30"
    assert graph.nodes["Patent"]["id"].tolist() == sorted(row[0] for row in PATENTS)
    assert graph.nodes["Segment"]["id"].tolist() == [row[0] for row in SEGMENTS]
    assert set(graph.nodes["Segment"]["chain"]) == {"test:锂电池"}
    holders = graph.nodes["Holder"].set_index("id")
    assert holders.loc["中南大学", "kind"] == "Institution"
    assert holders.loc["张三@中南大学", "kind"] == "Person"
    assert list(holders.loc["赣锋锂业", "aliases"]) == ["江西赣锋锂业股份有限公司"]
    assert graph.nodes["Region"].set_index("id")["parent"].dropna().to_dict() == {"350900": "350000"}
    assert graph.nodes["Patent"].set_index("id")["granted_on"].dropna().dt.year.to_dict() == {
        "CN101000003B": 2017, "CN101000008B": 2022,
    }


def test_every_edge_of_the_types_read(store: Store) -> None:
    graph = read_projection(store)
    assert linked(graph, "FEEDS") == set(FEEDS)
    assert linked(graph, "SERVES") == {(row[0], row[6]) for row in PATENTS}
    assert linked(graph, "CLASSIFIED_AS") == {(row[0], row[5]) for row in PATENTS}
    assert linked(graph, "FILED") == {(row[3], row[0]) for row in PATENTS}
    assert linked(graph, "OWNS") == {("宁德时代", "CN101000003B")}
    assert linked(graph, "LICENSES_INTO") == {("旭化成", "battery")}
    assert len(linked(graph, "INVENTED")) == sum(len(row[4]) for row in PATENTS)
    assert graph.edges["SERVES"].data["score"].tolist() == [1.0] * len(PATENTS)
    assert [list(found) for found in graph.edges["IN_POOL"].data["countries"]] == [["US", "CN"]]


def test_both_engines_give_the_same_arrays(stores: tuple[Store, Store]) -> None:
    one, other = map(read_projection, stores)
    for label, frame in one.nodes.items():
        pd.testing.assert_frame_equal(frame, other.nodes[label])
    for type, edges in one.edges.items():
        np.testing.assert_array_equal(edges.source, other.edges[type].source)
        np.testing.assert_array_equal(edges.target, other.edges[type].target)
        pd.testing.assert_frame_equal(edges.data, other.edges[type].data)


def test_an_empty_store_is_told(empty_store: Store) -> None:
    with pytest.raises(StoreError, match="publish"):
        read_projection(empty_store)


def segments(**rows: tuple[str | None, str | None]) -> pd.DataFrame:
    table = {"id": list(rows), "chain": [c for c, _ in rows.values()], "parent": [p for _, p in rows.values()]}
    return pd.DataFrame(table).astype("str")


def test_a_part_of_a_part_is_of_the_same_chain() -> None:
    found = whole_chains(segments(a=("c", None), b=(None, "a"), d=(None, "b"), e=("other", "a")))
    assert found.tolist() == ["c", "c", "c", "other"]


def test_wholes_in_a_circle_and_unknown_wholes_have_no_chain() -> None:
    assert whole_chains(segments(a=(None, "b"), b=(None, "a"), c=(None, "gone"), d=(None, None))).isna().all()


def test_a_part_of_two_wholes_is_read_once() -> None:
    table = pa.table({"id": ["a", "a", "b"], "parent": ["x", "y", None]})
    assert node_frame(table, "Segment")["parent"].tolist()[:1] == ["x"]
    assert len(node_frame(table, "Segment")) == 2


def test_two_holders_with_one_id_are_an_error() -> None:
    with pytest.raises(StoreError, match="two holders"):
        node_frame(pa.table({"id": ["a", "a"], "kind": ["Enterprise", "Person"]}), "Holder")


def test_aligned_lists_and_plain_rows_give_the_same_edges() -> None:
    starts, ends = pd.Index(["a", "b", "c"]), pd.Index(["x", "y"])
    rows = pa.table({"source": ["c", "a", "a", "gone", "a"], "target": ["x", "y", "x", "x", "y"],
                     "score": [.3, .2, .1, .9, .2]})
    lists = pa.table({"bucket": ["1", "2"], "sources": [["c", "a"], ["a", "gone", "a"]],
                      "targets": [["x", "y"], ["x", "x", "y"]], "score": [[.3, .2], [.1, .9, .2]]})
    for table in (rows, lists):
        found = edge_arrays(table, starts, ends)
        assert list(zip(found.source.tolist(), found.target.tolist(), strict=True)) == [(0, 0), (0, 1), (2, 0)]
        assert found.data["score"].tolist() == [.1, .2, .3]
        assert found.source.dtype == np.int32
