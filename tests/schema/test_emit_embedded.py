from __future__ import annotations

from pathlib import Path

from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit import embedded


def test_a_node_table_has_the_columns_of_its_kind() -> None:
    assert embedded.node_table(NODES["Pool"]) == (
        "CREATE NODE TABLE `Pool` (`id` STRING, `name` STRING, `name_en` STRING, `administrator` STRING, "
        "`source` STRING[], `as_of` DATE, PRIMARY KEY (`id`))"
    )


def test_an_edge_table_has_all_its_pairs_of_ends() -> None:
    assert embedded.edge_table(EDGES["WORKS_AT"]) == (
        "CREATE REL TABLE `WORKS_AT` (FROM `Team` TO `Enterprise`, FROM `Team` TO `Institution`, "
        "`source` STRING[], `as_of` DATE)"
    )


def test_a_table_is_made_for_every_kind_and_the_marker() -> None:
    assert len(list(embedded.tables())) == 1 + len(NODES) + len(EDGES)


def test_a_pair_of_ends_is_filled_by_itself() -> None:
    ends = list(EDGES["WORKS_AT"].ends())[1]
    assert embedded.copy_edges(ends, Path("a.parquet")) == (
        "COPY `WORKS_AT` FROM 'a.parquet' (from = 'Team', to = 'Institution')"
    )


def test_a_path_is_one_literal_and_no_pattern() -> None:
    assert embedded.literal(Path("a'b\\c")) == "'a\\'b\\\\c'"
    assert embedded.literal(Path("d[1]*")) == "'d[[]1][*]'"
