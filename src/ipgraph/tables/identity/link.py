"""Pairs of organisations with the weight of what speaks for and against their being one (Fellegi and Sunter, 1969).

The weight of a pair is log2(λ/(1−λ)) + Σ log2(m/u) over its comparisons, in bits; λ is the share of candidate pairs
that are one organisation. A short name finds more candidates the commoner its characters are: log2 of how many full
names have its rarest pair of characters is taken off, beside the mean of
training. Splink does this, on DuckDB or Spark.
"""

from __future__ import annotations

import logging
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from splink import DuckDBAPI, Linker

from ipgraph.schema.engine import open_duckdb
from ipgraph.tables.identity.comparisons import COMPARISONS, Model, model, settings
from ipgraph.tables.identity.records import COMMON

#: The pair, its weight in bits, its score 0–1, and the level of every comparison (−1: one side says nothing).
PAIRS = pa.schema({"uid_l": pa.string(), "uid_r": pa.string(), "weight": pa.float64(), "score": pa.float64(),
                   **{name: pa.int32() for name in COMPARISONS}})


def pairs(records: pa.Table, spark: Any = None, shares: Model | None = None) -> pa.Table:
    """The candidate pairs among the records, shape PAIRS, sorted. `spark` is a Spark session to work on instead."""
    if not len(records):
        return PAIRS.empty_table()
    api = engine(spark)
    linker = Linker(api.register(given(records, spark)), settings(shares or model()), log_level=logging.ERROR)
    rare = records.filter(pc.is_valid(records["rarity"])).group_by("rarity").aggregate([("df", "min")])
    frequency = pc.divide(rare["df_min"].cast(pa.float64()), float(COMMON))
    lookup = pa.table({"rarity": rare["rarity"], "tf_rarity": frequency})
    linker.table_management.register_term_frequency_lookup(api.register(given(lookup, spark)), "rarity")
    found = linker.inference.predict(warning_mode="never")
    wanted = ["uid_l", "uid_r", "match_weight", *(f"gamma_{name}" for name in COMPARISONS)]
    table = pa.Table.from_pylist(found.as_record_list()) if spark else found.as_duckdbpyrelation().to_arrow_table()
    if not len(table):
        return PAIRS.empty_table()
    table = table.select(wanted).sort_by([("uid_l", "ascending"), ("uid_r", "ascending")])
    score = scores(*(table[n].combine_chunks() for n in wanted[:3]))
    columns = [*table.columns[:3], score, *table.columns[3:]]
    return pa.table(dict(zip(PAIRS.names, columns, strict=True))).cast(PAIRS)


def scores(left: pa.Array, right: pa.Array, weight: pa.Array) -> pa.Array:
    """How likely each pair is one organisation, 0–1.

    A short name has one full name and a full name mostly one short one, so the candidates of a short name (uid 0…)
    share: each has its odds, times the share it has of its full name, over the sum of these.
    """
    odds = np.exp2(np.minimum(weight.to_numpy(zero_copy_only=False).astype(float), 60.0))
    alone = odds / (1 + odds)
    short = pc.starts_with(left, "0").to_numpy(zero_copy_only=False)
    mine, theirs = (side.dictionary_encode().indices.to_numpy(zero_copy_only=False) for side in (left, right))
    contested = odds * odds / (1 + np.bincount(theirs, odds)[theirs])
    share = contested / np.bincount(mine, contested)[mine]
    return pa.array(np.where(short, alone * share, alone))


def engine(spark: Any) -> Any:
    """Where Splink works: a private DuckDB, else the Spark session."""
    if spark is None:
        return DuckDBAPI(connection=open_duckdb())
    from splink import SparkAPI

    # Kept in memory or on the workers' disks, so that no folder for checkpoints has to be named.
    return SparkAPI(  # type: ignore[no-untyped-call]
        spark_session=spark, break_lineage_method="persist", register_udfs_automatically=False)


def given(table: pa.Table, spark: Any) -> Any:
    """The table as the engine takes it."""
    return table if spark is None else spark.createDataFrame(table)
