"""What telling inventors apart costs: invented mentions with common and rare names, teams and large organisations.

Runs in a process of its own, with the memory that DuckDB may take bounded and the rest on disk. Beside it DuckDB's COPY
of the same three tables to Parquet.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ipgraph.schema.engine import open_duckdb

#: Surnames and given names by Zipf's law: the commonest is borne by one in some thousands. Teams of eight, three or
#: four of them on a patent.
TABLES = """
CREATE MACRO draw(what, n) AS (hash(n, what, 7) >> 11)::DOUBLE / 9007199254740992;
CREATE MACRO zipf(most, what, n) AS greatest(1, least(most, floor(most ** draw(what, n))::BIGINT));
CREATE MACRO letter(n) AS chr((19968 + n)::INT);
CREATE MACRO person(org, k) AS letter(zipf(300, 'surname', (org, k))) || letter(1000 + zipf(800, 'given', (org, k))) ||
    CASE WHEN draw('short', (org, k)) < 0.2 THEN '' ELSE letter(3000 + zipf(800, 'second', (org, k))) END;
CREATE TABLE patents AS
SELECT n, 'CN' || (100000000 + n) || 'A' AS patent, zipf({orgs}, 'org', n) AS org, 2003 + n * 20 // {patents} AS year
FROM range({patents}) t(n);
CREATE TABLE teams AS
SELECT n, patent, org, year, floor(draw('team', n) * greatest(1, size / 12))::BIGINT AS team
FROM patents JOIN (SELECT org, count(*) AS size FROM patents GROUP BY org) USING (org);
CREATE TABLE named AS
SELECT DISTINCT patent, org, year, person(org, team * 8 + floor(8 * draw(k::VARCHAR, n))::BIGINT) AS name
FROM teams, range(4) t(k) WHERE k < 2 + 3 * draw('size', n);
CREATE TABLE classes AS
SELECT patent, letter(65 + (hash(org, team) % 8)::BIGINT)
    || (10 + hash(org, team) % 80) || 'B' || (1 + hash(n) % 9) || '/00' AS symbol FROM teams;
"""
#: Run in a process of its own: persons, seconds, highest memory in MiB.
TELL = """
import resource, sys, time
from pathlib import Path
import ibis
from ipgraph.tables.engine import connect, keep, read
from ipgraph.tables.persons.mentions import homes
from ipgraph.tables.persons.resolve import resolve
room = Path(sys.argv[1])
con = connect(room)
con.raw_sql("SET memory_limit = '2GB'")
named = read(con, room / "named.parquet")
start = time.perf_counter()
held = named.select("patent", org=named.org.cast("string"), position=ibis.literal(1)).distinct()
mentions = homes(con, named.drop("org").mutate(key=named.name), held)
families = read(con, room / "classes.parquet").select("patent", family="patent").limit(0)
shown = held.select("patent", "org", shown="org")
found = resolve(con, mentions, read(con, room / "classes.parquet"), families, shown)
count = con.to_pandas(found.persons.p.nunique())
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(count, time.perf_counter() - start, time.process_time(), memory)
"""
COPY = """
import duckdb, resource, sys, time
con = duckdb.connect()
con.execute("SET enable_progress_bar = false")
start = time.perf_counter()
for name in ("named", "classes"):
    con.execute(f"COPY (FROM read_parquet('{sys.argv[1]}/{name}.parquet')) TO '{sys.argv[1]}/{name}' (FORMAT parquet)")
print(0, time.perf_counter() - start, time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def measure(mentions: int = 1_000_000) -> Iterator[dict[str, Any]]:
    """One result a way: mentions, persons found, seconds of the clock and of all cores, memory, ratio to the COPY."""
    with tempfile.TemporaryDirectory() as folder:
        count = generate(Path(folder), mentions)
        taken = {way: run(code, folder) for way, code in (("DuckDB COPY", COPY), ("persons told apart", TELL))}
        for way, (persons, seconds, cpu, memory) in taken.items():
            yield {
                "benchmark": "persons", "way": way, "mentions": count, "persons": int(persons),
                "seconds": round(seconds, 1), "cpu": round(cpu, 1), "mentions_per_second": round(count / seconds),
                "memory_mib": round(memory), "ratio": round(seconds / taken["DuckDB COPY"][1], 1),
            }


def generate(room: Path, mentions: int) -> int:
    """Write named.parquet and classes.parquet; the number of mentions that came out."""
    patents = round(mentions / 2.9)
    con = open_duckdb()
    con.execute(TABLES.format(patents=patents, orgs=max(10, patents // 12)))
    for name in ("named", "classes"):
        con.execute(f"COPY {name} TO '{room}/{name}.parquet' (FORMAT parquet)")
    [(count,)] = con.execute("SELECT count(*) FROM named").fetchall()
    con.close()
    return int(count)


def run(code: str, folder: str) -> tuple[float, ...]:
    done = subprocess.run([sys.executable, "-c", code, folder], check=True, capture_output=True, text=True)
    return tuple(map(float, done.stdout.split()))


if __name__ == "__main__":
    for result in measure(*map(int, sys.argv[1:])):
        print(json.dumps(result, ensure_ascii=False))
