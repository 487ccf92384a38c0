from __future__ import annotations

import shutil
from pathlib import Path

from factory import small_bundle

from ipgraph.bundle import Bundle
from ipgraph.store.kept import Kept


def test_a_bundle_kept_outlives_the_workspaces_own(tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "bundle")
    kept = Kept(tmp_path, "neo4j://host:7687")
    kept.keep(bundle)
    shutil.rmtree(bundle.path)
    found = kept.find(bundle.version)
    assert found
    assert found.counts()["nodes"]["Patent"] == 12


def test_keeping_takes_no_space(tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "bundle")
    kept = Kept(tmp_path, "neo4j://host:7687")
    kept.keep(bundle)
    name = "nodes/Patent.parquet"
    assert (kept.folder / bundle.version / name).samefile(bundle.path / name)


def test_addresses_are_apart_but_not_their_protocols(tmp_path: Path, bundle: Bundle) -> None:
    Kept(tmp_path, "neo4j://host:7687").keep(bundle)
    assert Kept(tmp_path, "bolt+s://host:7687").find(bundle.version)
    assert not Kept(tmp_path, "neo4j://host:7688").find(bundle.version)


def test_one_bundle_is_kept(tmp_path: Path, bundle: Bundle) -> None:
    kept = Kept(tmp_path, "neo4j://host:7687")
    kept.keep(bundle)
    kept.forget_all_but("another")
    assert kept.find(bundle.version) is None
    assert kept.find(None) is None
