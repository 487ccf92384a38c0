"""Publishing to Neo4j by difference: what is sent, what is done when it is cut short, and who has to wait."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from factory import bundle_of, linked, small_edges, small_nodes
from neo4j_server import Server
from store.killed_publish import moments, publish_killed_after, publish_killed_at

from ipgraph.bundle import Bundle
from ipgraph.errors import StoreError
from ipgraph.store import Store, open_store
from ipgraph.store.audit import audit
from ipgraph.store.neo4j import Neo4jStore


@pytest.fixture
def after(tmp_path: Path) -> Bundle:
    """The small bundle a month later: rows added, changed and gone, of nodes and of edges."""
    nodes, edges = small_nodes(), small_edges()
    nodes["Pool"] = [{"id": "battery", "name": "新名"}, {"id": "second", "name": "第二池"}]
    nodes["Team"], edges["MEMBER_OF.Person.Team"], edges["WORKS_AT.Team.Institution"] = [], [], []
    edges["FEEDS.Segment.Segment"] = linked([("s1", "s2")], reason="别的原因") + linked([("s1", "s3")])
    return bundle_of(tmp_path / "bundles", nodes, edges)


def sent(store: Store, bundle: Bundle) -> int:
    """Publish; rows that were sent."""
    totals: list[int] = []
    store.publish(bundle, lambda done, total, what: totals.append(total))
    return max(totals, default=0)


def version_if_whole(store: Store) -> str | None:
    with suppress(StoreError):
        return store.version()
    return None


def counts(store: Store) -> dict[str, dict[str, int]]:
    found = audit(store)
    return {"nodes": found["nodes"], "edges": found["edges"]}


def test_only_the_difference_is_sent(empty_neo4j: Store, bundle: Bundle, after: Bundle) -> None:
    rows = sum(n for group in bundle.counts().values() for n in group.values())
    assert sent(empty_neo4j, bundle) == rows
    assert sent(empty_neo4j, after) == 14
    assert counts(empty_neo4j) == after.counts()
    assert empty_neo4j.read("explore/node_Pool", id="battery").to_pylist()[0]["administrator"] is None
    assert sent(empty_neo4j, after) == 0


def test_another_machine_makes_the_graph_equal_all_the_same(
    empty_neo4j: Store, neo4j: Server, bundle: Bundle, after: Bundle, tmp_path: Path
) -> None:
    empty_neo4j.publish(bundle)
    elsewhere = open_store(neo4j.address, tmp_path / "elsewhere", neo4j.user, neo4j.password)
    elsewhere.publish(after)
    assert counts(elsewhere) == after.counts()
    assert sent(elsewhere, bundle) == 14
    assert counts(elsewhere) == bundle.counts()
    elsewhere.close()


def test_what_is_missing_from_the_graph_is_mended_at_the_next_publish(
    empty_neo4j: Neo4jStore, bundle: Bundle, after: Bundle
) -> None:
    empty_neo4j.publish(bundle)
    empty_neo4j.run("MATCH (:Segment {id: 's5'})-[e:FEEDS]->() DELETE e", {})
    empty_neo4j.run("MATCH (n:Product) DETACH DELETE n", {})
    empty_neo4j.publish(after)
    assert counts(empty_neo4j) == after.counts()


def test_an_interrupted_publish_goes_on_at_the_step_it_reached(
    empty_neo4j: Store, neo4j: Server, neo4j_home: Path, bundle: Bundle
) -> None:
    publish_killed_at("SERVES", neo4j.address, neo4j_home, bundle, neo4j.user, neo4j.password)
    with pytest.raises(StoreError, match="between two versions"):
        empty_neo4j.version()
    steps: list[str] = []
    empty_neo4j.publish(bundle, lambda done, total, what: steps.append(what))
    assert steps[0] == "SERVES"
    assert "Patent" not in steps
    assert counts(empty_neo4j) == bundle.counts()


def test_killed_at_random_the_same_command_completes(
    empty_neo4j: Store, neo4j: Server, neo4j_home: Path, bundle: Bundle, after: Bundle
) -> None:
    """Until it is complete, the graph answers as the one or the other, or says that it is in between."""
    login = (neo4j.user, neo4j.password)
    whole = publish_killed_after(60, neo4j.address, neo4j_home, bundle, *login)
    for number, seconds in enumerate(moments(whole, seed=2)):
        before, wanted = (after, bundle) if number % 2 else (bundle, after)
        publish_killed_after(seconds, neo4j.address, neo4j_home, wanted, *login)
        if (version := version_if_whole(empty_neo4j)) is not None:
            assert counts(empty_neo4j) == {before.version: before, wanted.version: wanted}[version].counts()
        empty_neo4j.publish(wanted)
        assert empty_neo4j.version() == wanted.version
        assert counts(empty_neo4j) == wanted.counts()


def test_a_second_publish_at_the_same_time_is_refused(
    empty_neo4j: Store, neo4j: Server, bundle: Bundle, after: Bundle, tmp_path: Path
) -> None:
    other = open_store(neo4j.address, tmp_path, neo4j.user, neo4j.password)
    refused: list[str] = []

    def report(done: int, total: int, what: str) -> None:
        if what == "Patent":
            with pytest.raises(StoreError, match="another publish is at work") as caught:
                other.publish(after)
            refused.append(str(caught.value))

    empty_neo4j.publish(bundle, report)
    assert len(refused) == 1
    assert counts(empty_neo4j) == bundle.counts()
    other.publish(after)
    assert counts(empty_neo4j) == after.counts()
    other.close()


def test_a_home_that_cannot_be_written_is_one_sentence(
    neo4j_store: Store, neo4j: Server, after: Bundle, tmp_path: Path
) -> None:
    (tmp_path / "published").write_text("a file where the folder belongs")
    store = open_store(neo4j.address, tmp_path, neo4j.user, neo4j.password)
    with pytest.raises(StoreError, match="cannot be written: "):
        store.publish(after)
    assert counts(neo4j_store)["nodes"]["Patent"] == 12
    store.close()
