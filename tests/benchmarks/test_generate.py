"""Invented files of the benchmarks: the same words give the same bytes, skewed as real ones, and all of it loads."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb
import pytest
from benchmarks.generate import generate

from ipgraph.tables import Intakes, build
from ipgraph.tables.load import take_in_all

PATENTS = 20_000
FILES = ("chains.yaml", "citations.csv", "holders.csv", "patents.csv")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("invented")
    generate(folder, PATENTS, seed=7)
    return folder


def digests(folder: Path) -> list[str]:
    assert sorted(path.name for path in folder.iterdir()) == list(FILES)
    return [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES]


def test_the_same_words_give_the_same_bytes_and_another_seed_others(folder: Path, tmp_path: Path) -> None:
    generate(tmp_path / "again", PATENTS, seed=7)
    generate(tmp_path / "other", PATENTS, seed=8)
    assert digests(tmp_path / "again") == digests(folder)
    assert not set(digests(tmp_path / "other")) & set(digests(folder))


def test_few_hold_much_and_filings_grow(folder: Path) -> None:
    """Zipf's law over 1,667 ranks gives the first sixteen ln(16) / ln(1667) = 37 %; 1.12^18 is 7.7."""
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE p AS FROM read_csv('{folder / 'patents.csv'}', all_varchar = true)")
        con.execute("CREATE TABLE held AS SELECT trim(unnest(split(\"申请人\", ';'))) AS who FROM p")
        counts = [n for (n,) in con.execute("SELECT count(*) AS n FROM held GROUP BY who ORDER BY n DESC").fetchall()]
        assert 0.3 < sum(counts[: len(counts) // 100]) / sum(counts) < 0.45
        [years] = con.execute("SELECT list(n ORDER BY y) FROM (SELECT left(\"申请日\", 4) AS y, count(*) AS n FROM p "
                              "GROUP BY y)").fetchall()[0]
        assert 6 < years[18] / years[0] < 12
        cited = [int(n) for (n,) in con.execute('SELECT "被引证次数" FROM p').fetchall()]
        assert sum(cited) == sum(1 for _ in (folder / "citations.csv").open()) - 1
        # Lognormal: the mean lies well above the median.
        assert sum(cited) / PATENTS > 1.5 * sorted(cited)[PATENTS // 2]


def test_everything_loads_without_a_refusal(tmp_path: Path) -> None:
    generate(tmp_path / "files", 2_000)
    files = [tmp_path / "files" / name for name in FILES]
    results = take_in_all(tmp_path / "intake", files, None, "2024-01-01", lambda done, total, what: None)
    assert [result.layout for result in results] == [
        "chain_workbook", "ipgraph_citations", "ipgraph_organisations", "incopat"]
    built = build(Intakes.open(tmp_path / "intake"))
    assert built.refused.num_rows == 0
    assert built.nodes["Patent"].num_rows == 2_000
    assert built.edges["SERVES.Patent.Segment"].num_rows > 100
    assert min(built.nodes[label].num_rows for label in ("Enterprise", "Institution", "Person", "Segment")) > 20
