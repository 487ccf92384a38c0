"""The contract of `store.contract`, held by both engines with the same asserts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from factory import CHAIN, NASTY, NASTY_IDS, NASTY_PATENTS, bundle_of, linked, nasty_bundle, small_edges, small_nodes

from ipgraph.bundle import Bundle
from ipgraph.errors import NotFound, UsageError
from ipgraph.store import Store


def counts(store: Store) -> dict[str, dict[str, int]]:
    """What `Bundle.counts` gives, read from the graph."""
    tables = {"nodes": store.read("audit/count_nodes"), "edges": store.read("audit/count_edges")}
    return {name: dict(zip(*(c.to_pylist() for c in table.columns), strict=True)) for name, table in tables.items()}


def test_an_empty_store_has_no_version(empty_store: Store) -> None:
    assert empty_store.version() is None


def test_a_publish_makes_the_graph_equal_to_the_bundle(empty_store: Store, bundle: Bundle) -> None:
    empty_store.publish(bundle)
    assert empty_store.version() == bundle.version
    assert counts(empty_store) == bundle.counts()


def test_an_empty_bundle_is_a_graph_too(empty_store: Store, bundle: Bundle, tmp_path: Path) -> None:
    nothing = bundle_of(tmp_path / "bundles", {}, {})
    empty_store.publish(bundle)
    empty_store.publish(nothing)
    assert empty_store.version() == nothing.version
    assert counts(empty_store) == {"nodes": {}, "edges": {}}


def test_progress_ends_at_all_rows(empty_store: Store, bundle: Bundle) -> None:
    seen: list[tuple[int, int]] = []
    empty_store.publish(bundle, lambda done, total, what: seen.append((done, total)))
    total = sum(sum(rows.values()) for rows in bundle.counts().values())
    assert seen == sorted(seen)
    assert seen[0] == (0, total)
    assert seen[-1] == (total, total)


def test_publishing_what_is_there_does_nothing(store: Store, bundle: Bundle) -> None:
    store.publish(bundle, lambda done, total, what: pytest.fail(f"{what} was published again"))
    assert store.version() == bundle.version


def test_a_second_publish_adds_changes_and_removes(empty_store: Store, bundle: Bundle, tmp_path: Path) -> None:
    nodes, edges = small_nodes(), small_edges()
    nodes["Pool"] = [{"id": "battery", "name": "新名", "name_en": None}, {"id": "second", "name": "第二池"}]
    nodes["Team"], edges["MEMBER_OF.Person.Team"], edges["WORKS_AT.Team.Institution"] = [], [], []
    edges["FEEDS.Segment.Segment"] = linked([("s1", "s3")])
    after = bundle_of(tmp_path / "bundles", nodes, edges)
    empty_store.publish(bundle)
    empty_store.publish(after)
    assert empty_store.version() == after.version
    assert counts(empty_store) == after.counts()
    pool = empty_store.read("explore/node_Pool", id="battery").to_pylist()[0]
    assert (pool["name"], pool["name_en"], pool["administrator"]) == ("新名", None, None)


def test_values_come_back_as_they_went_in(store: Store) -> None:
    table = store.read("explore/node_Patent", id="CN101000003B")
    assert table.schema.field("filed_on").type == pa.date32()
    assert table.schema.field("claims").type == pa.int64()
    assert table.schema.field("source").type == pa.list_(pa.string())
    row = table.to_pylist()[0]
    assert (row["filed_on"], row["granted_on"], row["claims"]) == (date(2015, 3, 1), date(2017, 5, 1), 10)
    assert (row["title"], row["title_en"], row["source"]) == ("高镍正极材料", None, ["test"])


def test_strings_come_back_as_they_went_in_and_what_is_empty_as_null(empty_store: Store, tmp_path: Path) -> None:
    empty_store.publish(nasty_bundle(tmp_path / "bundles"))
    for id, patent, text in zip(NASTY_IDS, NASTY_PATENTS, NASTY, strict=True):
        assert empty_store.read("explore/node_Patent", id=patent)["abstract"].to_pylist() == [text or None]
        aliases = empty_store.read("explore/node_Enterprise", id=id)["aliases"].to_pylist()
        assert aliases == [[text, "x"] if text else ["x"]]
    assert empty_store.read("explore/node_Institution", id=NASTY_IDS[0])["aliases"].to_pylist() == [None]
    assert empty_store.read("explore/node_Person", id=NASTY_IDS[0])["aliases"].to_pylist() == [None]


def test_nothing_found_has_the_columns_and_types_of_the_header(store: Store) -> None:
    empty, full = store.read("explore/node_Patent", id="none"), store.read("explore/node_Patent", id="CN101000003B")
    assert empty.num_rows == 0
    assert empty.schema == full.schema


@pytest.mark.parametrize(("params", "message"), [
    ({}, "id is missing"),
    ({"id": CHAIN, "depth": 2}, "depth is not one of its parameters"),
    ({"id": None}, "id is null"),
])
def test_wrong_parameters_are_refused(embedded_store: Store, params: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        embedded_store.read("explore/node_Chain", **params)


def test_an_unknown_statement_is_refused(embedded_store: Store) -> None:
    with pytest.raises(NotFound, match="explore/nothing"):
        embedded_store.read("explore/nothing")
