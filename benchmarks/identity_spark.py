"""The same pairs from DuckDB and from Spark, and what each costs: `python -m benchmarks.identity_spark [NAMES]`.

Needs the extra `spark` (pyspark, 434 MB) and Java 17, so it is run by hand and not by `make bench`.
"""

from __future__ import annotations

import json
import sys
import time

from pyspark.sql import SparkSession

from benchmarks.identity import made
from ipgraph.tables.engine import connect
from ipgraph.tables.identity.bare import Bare
from ipgraph.tables.identity.link import pairs


def main(names: int = 2000) -> None:
    start = time.perf_counter()
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config(
        "spark.sql.shuffle.partitions", "2").getOrCreate()
    session = time.perf_counter() - start
    known = Bare.of(connect(), dict(made(names))).records()
    found = {}
    for way, given in (("DuckDB", None), ("Spark", spark)):
        start = time.perf_counter()
        found[way] = pairs(known, spark=given)
        print(json.dumps({"benchmark": "identity_spark", "way": way, "names": names, "pairs": len(found[way]),
                          "seconds": round(time.perf_counter() - start, 1),
                          "session_seconds": round(session, 1) if given else None}), flush=True)
    spark.stop()
    if not found["DuckDB"].equals(found["Spark"]):
        sys.exit("the two engines do not agree")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
