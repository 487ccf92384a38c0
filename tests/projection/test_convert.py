from analysis.graphs import chain_graph, pairs

GRAPH = chain_graph(["a", "b"], ["a>b"], [("P1", "e:x+i:y", "a", {"claims": 3})], INVENTED=pairs("p:z>P1"))


def test_pandas_names_the_ends() -> None:
    nodes, edges = GRAPH.to_pandas()
    assert nodes["Patent"]["id"].tolist() == ["P1"]
    assert edges["SERVES"].to_dict("records") == [{"start": "P1", "end": "a", "score": 1.0, "basis": "rule"}]
    assert set(zip(edges["FILED"]["start"], edges["FILED"]["end"], strict=True)) == {("e:x", "P1"), ("i:y", "P1")}


def test_networkx_has_every_node_and_edge_with_what_is_known() -> None:
    found = GRAPH.to_networkx()
    assert found.nodes["Patent:P1"]["claims"] == 3
    assert "cited_by" not in found.nodes["Patent:P1"]
    assert found.nodes["Institution:i:y"]["label"] == "Institution"
    assert set(found.edges(keys=True)) == {
        ("Segment:a", "Segment:b", "FEEDS"), ("Patent:P1", "Segment:a", "SERVES"),
        ("Enterprise:e:x", "Patent:P1", "FILED"), ("Institution:i:y", "Patent:P1", "FILED"),
        ("Person:p:z", "Patent:P1", "INVENTED"),
    }


def test_igraph_has_the_same_edges() -> None:
    found, expected = GRAPH.to_igraph(), GRAPH.to_networkx()
    assert set(found.vs["name"]) == set(expected)
    assert {(found.vs[e.source]["name"], found.vs[e.target]["name"], e["type"]) for e in found.es} == set(
        expected.edges(keys=True))
    assert found.vs.find("Person:p:z")["label"] == "Person"
