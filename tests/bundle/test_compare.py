from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from factory import bundle_of, linked, nasty_bundle, small_edges, small_nodes

from ipgraph.bundle import Bundle
from ipgraph.bundle.compare import Change, compare, everything, rows_of
from ipgraph.errors import WorkspaceError
from ipgraph.schema import Ends

#: Empty as a folder can be: how many rows of each sort, by table.
Counts = dict[str, tuple[int, int, int]]


def counts(changes: list[Change]) -> Counts:
    return {
        c.table.table if isinstance(c.table, Ends) else c.table.label: (
            rows_of(c.added), rows_of(c.changed), rows_of(c.gone)
        ) for c in changes
    }


def test_equal_bundles_do_not_differ(bundle: Bundle, tmp_path: Path) -> None:
    assert compare(bundle, bundle, tmp_path) == []


def test_rows_added_changed_and_gone_are_told_apart(bundle: Bundle, tmp_path: Path) -> None:
    nodes, edges = small_nodes(), small_edges()
    nodes["Pool"] = [{"id": "battery", "name": "新名"}, {"id": "second", "name": "第二池"}]
    nodes["Team"], edges["MEMBER_OF.Person.Team"], edges["WORKS_AT.Team.Institution"] = [], [], []
    edges["FEEDS.Segment.Segment"] = linked([("s1", "s2")], reason="别的原因") + linked([("s1", "s3")])
    changes = compare(bundle, bundle_of(tmp_path, nodes, edges), tmp_path / "difference")
    assert counts(changes) == {
        "Pool": (1, 1, 0), "Team": (0, 0, 1), "MEMBER_OF.Person.Team": (0, 0, 2),
        "WORKS_AT.Team.Institution": (0, 0, 1), "FEEDS.Segment.Segment": (1, 1, 6),
    }
    [pool] = [change for change in changes if not isinstance(change.table, Ends) and change.table.label == "Pool"]
    assert pool.added
    assert pool.changed
    assert pq.read_table(pool.added)["name"].to_pylist() == ["第二池"]
    assert pq.read_table(pool.changed)["administrator"].to_pylist() == [None]
    feeds = changes[-1] if changes[-1].gone else changes[-2]
    assert feeds.gone
    assert pq.read_schema(feeds.gone).names == ["start", "end"]


@pytest.mark.parametrize(("before", "after"), [
    ({"aliases": ["a"]}, {"aliases": None}),
    ({"aliases": ["a", "b"]}, {"aliases": ["b", "a"]}),
    ({"name_en": "x", "country": None}, {"name_en": None, "country": "x"}),
    ({"listed_on": date(2020, 1, 1)}, {"listed_on": date(2020, 1, 2)}),
    ({"address": "湖南 "}, {"address": "湖南"}),
])
def test_small_differences_are_seen(tmp_path: Path, before: dict[str, object], after: dict[str, object]) -> None:
    old, new = (
        bundle_of(tmp_path, {"Enterprise": [{"id": "e", "name": "e", **row}, {"id": "f", "name": "f"}]}, {})
        for row in (before, after)
    )
    assert counts(compare(old, new, tmp_path / "difference")) == {"Enterprise": (0, 1, 0)}


def test_a_column_dropped_since_is_changed_to_null(tmp_path: Path) -> None:
    """As when a bundle was published by a version of ipgraph whose schema had one property more."""
    old, new = (bundle_of(tmp_path / f, {"Pool": [{"id": "p", "name": "池"}]}, {}) for f in "ab")
    file = old.path / "nodes" / "Pool.parquet"
    pq.write_table(pq.read_table(file).append_column("patents \"held\"", [[7]]), file)
    [change] = compare(old, new, tmp_path / "difference")
    assert change.changed
    assert pq.read_table(change.changed)["patents \"held\""].to_pylist() == [None]


def test_every_row_of_another_bundle_moves(bundle: Bundle, tmp_path: Path) -> None:
    other = nasty_bundle(tmp_path / "it's [1] a*b? \"目录\"")
    changes = compare(bundle, other, tmp_path / "it's [2]")
    expected = {kind: n for group in other.counts().values() for kind, n in group.items()}
    found: dict[str, int] = {}
    for change in changes:
        name = change.table.kind.type if isinstance(change.table, Ends) else change.table.label
        found[name] = found.get(name, 0) + rows_of(change.added) + rows_of(change.changed)
    assert {kind: n for kind, n in found.items() if n} == expected


def test_everything_is_the_difference_to_nothing(bundle: Bundle) -> None:
    assert sum(rows_of(change.added) for change in everything(bundle)) == sum(
        n for group in bundle.counts().values() for n in group.values()
    )


def test_a_file_that_is_no_table_is_one_sentence(bundle: Bundle, tmp_path: Path) -> None:
    other = bundle_of(tmp_path, {"Pool": [{"id": "p", "name": "池"}]}, {})
    (other.path / "nodes" / "Pool.parquet").unlink()
    with pytest.raises(WorkspaceError, match="cannot be compared"):
        compare(bundle, other, tmp_path / "difference")
