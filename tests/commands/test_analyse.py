"""`ipgraph analyse`: results on the nodes themselves, on both engines, until the next load."""

from __future__ import annotations

import pyarrow.parquet as pq
import pytest
from factory import CHAIN, bundle_of, small_edges, small_nodes

from ipgraph.analysis import gap_board, grade, graded, quality, records
from ipgraph.bundle import Bundle, Workspace, write_bundle
from ipgraph.commands.analyse import analyse
from ipgraph.commands.publish import publish
from ipgraph.projection import Projection, read_projection
from ipgraph.schema import EDGES, NODES
from ipgraph.settings import Settings
from ipgraph.store import Store, open_store
from ipgraph.tables.refusals import REFUSED

RESULTS = {label: [prop.name for prop in NODES[label].results] for label in ("Segment", "Patent")}


@pytest.fixture(scope="module")
def settings(bundle: Bundle, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home whose small bundle is published and analysed."""
    home = tmp_path_factory.mktemp("analysed")
    space, settings = Workspace(home), Settings.from_environment(home, None, "en")
    small = bundle_of(space.bundles, small_nodes(), small_edges())
    edges = {ends.table: pq.read_table(small.edge_file(ends)) for kind in EDGES.values() for ends in kind.ends()}
    space.switch(write_bundle(
        space.bundles, {label: small.nodes(label) for label in NODES}, edges, as_of=small.as_of,
        refused=REFUSED.empty_table(), facts={"sources": []}))
    publish(settings)
    assert {name: n > 0 for name, n in analyse(settings).items() if isinstance(n, int)} == {
        "teams": True, "segments": True, "patents": True}
    return settings


@pytest.fixture
def graph(embedded_store: Store) -> Projection:
    return read_projection(embedded_store)


@pytest.fixture
def analysed(settings: Settings) -> Bundle:
    return Workspace(settings.home).current()


def test_a_segment_bears_its_row_of_the_board_of_the_country(analysed: Bundle, graph: Projection) -> None:
    board = gap_board(graph, CHAIN).assign(analysed_on=analysed.as_of)
    rows = {row["id"]: row for row in analysed.nodes("Segment").to_pylist()}
    told = records(board[["segment", *RESULTS["Segment"]]])
    assert len(told) > 3
    for row in told:
        node = rows[row.pop("segment")]
        assert {name: str(node[name]) if name == "analysed_on" else node[name] for name in row} == pytest.approx(row)


def test_a_patent_bears_its_quality_and_a_grade_where_it_has_one(analysed: Bundle, graph: Projection) -> None:
    rows = analysed.nodes("Patent").to_pandas().set_index("id").loc[graph.nodes["Patent"]["id"]]
    assert rows["quality"].tolist() == quality(graph)["weight"].tolist()
    sure = graded(graph).to_numpy()
    assert rows["grade"][sure].tolist() == grade(quality(graph)["weight"])[sure].tolist()
    assert rows["grade"][~sure].isna().all()


def test_sources_of_a_node_stay_its_own(analysed: Bundle, bundle: Bundle) -> None:
    for label in RESULTS:
        plain = [name for name in bundle.nodes(label).column_names if name not in RESULTS[label]]
        assert analysed.nodes(label).select(plain).equals(bundle.nodes(label).select(plain))


def test_results_show_on_both_engines_and_go_with_the_next_load(
    settings: Settings, analysed: Bundle, bundle: Bundle, empty_neo4j: Store, graph: Projection,
) -> None:
    publish(settings)
    with_results = open_store("embedded", settings.home)
    one = str(gap_board(graph, CHAIN)["segment"].iat[0])
    empty_neo4j.publish(analysed)
    told = [store.read("explore/node_Segment", id=one) for store in (with_results, empty_neo4j)]
    assert told[0].equals(told[1])
    assert str(told[0]["analysed_on"][0].as_py()) == analysed.as_of
    assert [store.read("explore/node_Patent", id="CN101000003B")["quality"][0].as_py() for store in
            (with_results, empty_neo4j)] == [pytest.approx(quality(graph)["weight"][at(graph, "CN101000003B")])] * 2
    # Results are not read back: the analyses say the same of the graph that bears them.
    assert gap_board(read_projection(with_results), CHAIN).equals(gap_board(graph, CHAIN))
    with_results.close()
    empty_neo4j.publish(bundle)
    assert empty_neo4j.read("explore/node_Segment", id=one)["status"][0].as_py() is None


def at(graph: Projection, id: str) -> int:
    return graph.nodes["Patent"]["id"].tolist().index(id)


def test_analysing_again_changes_nothing(settings: Settings, analysed: Bundle) -> None:
    publish(settings)
    assert analyse(settings)["version"] == analysed.version
