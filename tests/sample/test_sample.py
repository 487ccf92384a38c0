"""The sample through the whole path: its files, the tables, the embedded store, the gap board."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pandas as pd
import pytest

from ipgraph.analysis.board.gaps import gap_board
from ipgraph.bundle.write import write_bundle
from ipgraph.projection.cache import load_projection
from ipgraph.store.open import open_store
from ipgraph.tables import Built, Intakes, build
from ipgraph.tables.load import take_in_all

AS_OF = "2026-11-23"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("intake")
    data = [f for f in sorted(Path(str(files("ipgraph") / "sample")).iterdir()) if f.suffix in {".csv", ".gz", ".yaml"}]
    results = take_in_all(folder, data, None, AS_OF, lambda done, total, what: None)
    assert {r.file.name: r.error for r in results if r.error} == {}
    return build(Intakes.open(folder))


@pytest.fixture(scope="module")
def board(built: Built, tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    home = tmp_path_factory.mktemp("home")
    store = open_store("embedded", home, create=True)
    try:
        store.publish(write_bundle(home / "bundles", built.nodes, built.edges, as_of=AS_OF))
        graph = load_projection(store, home)
    finally:
        store.close()
    return pd.concat([gap_board(graph, chain) for chain in ("电动汽车", "锂电池", "光伏")])


def test_nothing_is_refused(built: Built) -> None:
    assert built.refused.to_pylist() == []


def test_at_least_two_thousand_patents_serve_the_chains(built: Built) -> None:
    assert len(set(built.edges["SERVES.Patent.Segment"]["start"].to_pylist())) >= 2000


def test_no_abstract_is_shipped(built: Built) -> None:
    assert built.nodes["Patent"]["abstract"].null_count == built.nodes["Patent"].num_rows


def test_pool_teams_and_firms_are_there(built: Built) -> None:
    assert built.nodes["Pool"]["id"].to_pylist() == ["HEVC Advance"]
    assert built.edges["INVENTED.Person.Patent"].num_rows > 1000
    assert built.edges["OPERATES_IN.Enterprise.Segment"].num_rows > 300


def test_a_maker_of_many_spellings_is_one(built: Built) -> None:
    makers = built.nodes["Enterprise"].to_pandas()
    toyota = makers[makers.name_en == "Toyota Motor Corporation"]
    assert len(toyota) == 1
    assert {"トヨタ自動車株式会社", "Toyota Jidosha Kabushiki Kaisha"} <= set(toyota.aliases.iloc[0])
    assert toyota.country.iloc[0] == "JP"


def test_the_board_shows_every_status(board: pd.DataFrame) -> None:
    assert set(board.status_code) == {"strong", "weak", "missing", "fragile", "choked"}
    assert (board.patents > 0).sum() >= 40
