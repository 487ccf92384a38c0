"""A bundle of one chain of 300 segments with the skew of a real one, written straight as Parquet: ten edges a patent.

Holders by Zipf's law, four fifths of them at home and the rest of eight countries, citations backward in time by
lognormal attractiveness. Every patent serves a segment of the chain, one in five a second one.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.bundle import Bundle
from ipgraph.bundle.bundle import MANIFEST
from ipgraph.schema import EDGES, FINGERPRINT, NODES
from ipgraph.schema.emit.arrow import edge_schema, node_schema
from ipgraph.schema.types.region import regions

CHAIN, SEGMENTS, CLASSES = "invented:chain", 300, 3000
COUNTRIES = ["US", "JP", "KR", "DE", "FR", "TW", "GB", "CH"]
AS_OF, DAY = "2024-01-01", 19_723
GROUP = 1 << 17
#: Patents for each of a kind of holder, and edges a patent by type.
HOLDERS = {
    "Enterprise": (15, {"FILED": 0.8, "OWNS": 0.4}), "Institution": (80, {"FILED": 0.2, "OWNS": 0.1}),
    "Person": (3, {"FILED": 0.1, "INVENTED": 2.4}),
}
Arrays = dict[str, Any]


@dataclass
class Draft:
    """A bundle being written into `path`."""

    path: Path
    random: np.random.Generator

    def nodes(self, label: str, ids: pa.Array, columns: Arrays | None = None) -> None:
        file, schema = self.path / "nodes" / f"{label}.parquet", node_schema(NODES[label])
        self.put(file, schema, len(ids), {"id": ids, **(columns or {})})

    def edges(
        self, table: str, starts: pa.Array, ends: pa.Array, pairs: np.ndarray, columns: Arrays | None = None,
    ) -> None:
        """Pairs as start × 2³² + end; each once, in order."""
        file, schema = self.path / "edges" / f"{table}.parquet", edge_schema(EDGES[table.split(".")[0]])
        at = {"start": (starts, pairs >> 32), "end": (ends, pairs & 0xFFFFFFFF)}
        self.put(file, schema, len(pairs), {**at, **(columns or {})})

    def put(self, file: Path, schema: pa.Schema, count: int, columns: Arrays) -> None:
        fixed = {"source": pa.scalar(["invented"], schema.field("source").type), "as_of": pa.scalar(DAY, pa.int32())}
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            for low in range(0, count, GROUP):
                high = min(low + GROUP, count)
                cells = [cut(columns.get(f.name, fixed.get(f.name)), f, low, high) for f in schema]
                writer.write_table(pa.table(cells, schema=schema))


def cut(value: Any, field: pa.Field, low: int, high: int) -> pa.Array:
    """Rows of a column: given as an array, as (words, positions), as one value, or not at all."""
    if isinstance(value, tuple):
        words, at = value
        return words.take(pa.array(at[low:high])).cast(field.type)
    if value is None or isinstance(value, pa.Scalar):
        whole = pa.nulls(high - low, field.type) if value is None else pa.repeat(value, high - low)
        return whole.cast(field.type)
    part = value[low:high]
    return (part if isinstance(part, pa.Array) else pa.array(part, from_pandas=True)).cast(field.type)


def chain_bundle(folder: Path, patents: int, seed: int = 1) -> Bundle:
    """Write the bundle of so many patents under `folder`; the same words give the same bundle."""
    version = FINGERPRINT + hashlib.sha256(f"{patents} {seed}".encode()).hexdigest()[:12]
    random = np.random.default_rng(seed)
    draft = Draft(folder / version, random)
    for part in ("nodes", "edges"):
        (draft.path / part).mkdir(parents=True)
    for label in NODES:
        draft.nodes(label, pa.array([], pa.string()))
    none = np.empty(0, dtype=np.int64)
    for type, kind in EDGES.items():
        for ends in kind.ends():
            assert ends.table.startswith(type)
            draft.edges(ends.table, pa.array([], pa.string()), pa.array([], pa.string()), none)
    segments = chain(draft)
    ids, attractive = patents_of(draft, patents)
    organisations(draft, ids, segments, patents)
    served = ranks(random, SEGMENTS, patents)
    second = np.flatnonzero(random.random(patents) < 0.2)
    serves = unique(np.append(np.arange(patents), second),
                    np.append(random.permutation(SEGMENTS)[served], random.integers(0, SEGMENTS, len(second))))
    draft.edges("SERVES.Patent.Segment", ids, segments, serves,
                {"score": np.where(random.random(len(serves)) < 0.8, 1.0, 0.6), "basis": pa.scalar("rule"),
                 "rule": pa.scalar("invented")})
    classes = pa.array([f"H{n:05d}" for n in range(CLASSES)])
    draft.nodes("TechClass", classes, {"scheme": pa.scalar("IPC")})
    many = np.repeat(np.arange(patents), 1 + random.poisson(0.85, patents))
    classified = unique(many, ranks(random, CLASSES, len(many)))
    draft.edges("CLASSIFIED_AS.Patent.TechClass", ids, classes, classified, {"main": pa.scalar(True)})
    citing = np.repeat(np.arange(patents), random.poisson(random.lognormal(np.log(3.05) - 0.5, 1, patents)))
    citing = citing[citing > 0]
    cited = np.searchsorted(attractive, random.random(len(citing)) * attractive[citing - 1], side="right")
    draft.edges("CITES.Patent.Patent", ids, ids, unique(citing, np.minimum(cited, citing - 1)))
    manifest = {"schema": FINGERPRINT, "version": version, "as_of": AS_OF}
    (draft.path / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    return Bundle.open(draft.path)


def unique(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    pairs: np.ndarray = start.astype(np.int64) << 32 | end.astype(np.int64)
    pairs.sort()
    return pairs[np.diff(pairs, prepend=-1) != 0]


def chain(draft: Draft) -> pa.Array:
    """The chain, its segments in twelve layers that feed the next, and the regions."""
    draft.nodes("Chain", pa.array([CHAIN]), {"name": pa.scalar("产业链")})
    ids = pa.array([f"{CHAIN}.{n:03d}" for n in range(SEGMENTS)])
    at = np.arange(SEGMENTS)
    stages = pa.array(["upstream", "midstream", "downstream"])
    draft.nodes("Segment", ids, {"name": pa.array([f"环节{n}" for n in at]), "number": pa.array([str(n) for n in at]),
                                 "stage": (stages, at * 3 // SEGMENTS)})
    draft.edges("PART_OF.Segment.Chain", ids, pa.array([CHAIN]), at << 32)
    layer = SEGMENTS // 12
    start = np.repeat(at[:-layer], 3)
    end = np.minimum((start // layer + 1) * layer + draft.random.integers(0, layer, len(start)), SEGMENTS - 1)
    draft.edges("FEEDS.Segment.Segment", ids, ids, unique(start, end), {"reason": pa.scalar("invented")})
    return ids


def patents_of(draft: Draft, count: int) -> tuple[pa.Array, np.ndarray]:
    """Patents in the order of filing; how attractive those up to each are together."""
    random, at = draft.random, np.arange(count)
    granted = random.random(count) < 0.45
    ids = pa.array([f"CN1{n:08d}{'B' if b else 'A'}" for n, b in enumerate(granted)])
    filed = (12_053 + 7_300 * np.log1p(at / count * 8.6) / np.log(9.6)).astype(np.int32)
    status = np.where(granted, np.where(random.random(count) < 0.6, 0, 2), 1)
    attractive = random.lognormal(0, 1.3, count)
    family = np.where(random.random(count) < 0.2, at // 3, at + count)
    draft.nodes("Patent", ids, {
        "title": pa.scalar("一种装置"), "office": pa.scalar("CN"),
        "patent_type": (pa.array(["invention", "utility"]), (random.random(count) < 0.25).astype(int)),
        "status": (pa.array(["active", "pending", "ended", None]), np.where(random.random(count) < 0.1, 3, status)),
        "filed_on": filed, "published_on": filed + 300, "granted_on": pa.array(filed + 800, mask=~granted),
        "origin": (pa.array(["CN", *COUNTRIES]), np.where(random.random(count) < 0.8, 0, random.integers(1, 9, count))),
        "claims": 1 + random.poisson(8, count), "cited_by": np.floor(attractive * 2),
        "citing": random.poisson(3, count),
        "family": pa.array([f"F{n:08d}" for n in family]), "family_size": 1 + random.poisson(1, count),
    })
    return ids, np.cumsum(attractive)


def organisations(draft: Draft, patents: pa.Array, segments: pa.Array, count: int) -> None:
    """Enterprises, institutions and persons, where they are, what they hold and invented, where they work."""
    random = draft.random
    places = {r.id: r for r in regions().values() if r.level in {"province", "city"}}
    cities = pa.array(sorted(places))
    draft.nodes("Region", cities, {"name": pa.array([places[id].name for id in cities.to_pylist()]),
                                   "level": pa.array([places[id].level for id in cities.to_pylist()])})
    draft.edges("PART_OF.Region.Region", cities, cities, unique(*parents(cities.to_pylist(), places)))
    for label, (size, shares) in HOLDERS.items():
        ids = pa.array(sorted(f"{n:015x}" for n in np.unique(random.integers(0, 1 << 60, max(10, count // size)))))
        at_home = random.random(len(ids)) < 0.8
        country = np.where(at_home, 0, random.integers(1, 9, len(ids)))
        draft.nodes(label, ids, {"name": ids, "country": (pa.array(["CN", *COUNTRIES]), country)})
        located = np.flatnonzero(at_home & (random.random(len(ids)) < (0.1 if label == "Person" else 1)))
        where = random.permutation(len(cities))[ranks(random, len(cities), len(located))]
        draft.edges(f"LOCATED_IN.{label}.Region", ids, cities, unique(located, where), {"inferred": pa.scalar(False)})
        ranked = random.permutation(len(ids))
        for type, share in shares.items():
            patent = np.repeat(np.arange(count), random.poisson(share, count))
            holder = ranked[ranks(random, len(ids), len(patent))]
            flag = {"current": pa.scalar(True)} if type == "OWNS" else {}
            draft.edges(f"{type}.{label}.Patent", ids, patents, unique(holder, patent), flag)
        if label == "Enterprise":
            firms = np.flatnonzero(random.random(len(ids)) < 0.2)
            draft.edges("OPERATES_IN.Enterprise.Segment", ids, segments,
                        unique(firms, random.integers(0, SEGMENTS, len(firms))))


def parents(ids: list[str], places: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """Positions of regions that lie in another, and of that other."""
    at = {id: n for n, id in enumerate(ids)}
    pairs = [(n, at[places[id].parent]) for id, n in at.items() if places[id].parent in at]
    start, end = np.array(pairs).T
    return start, end


def ranks(random: np.random.Generator, most: int, count: int) -> np.ndarray:
    """Ranks below `most` by Zipf's law."""
    return np.minimum((most ** random.random(count)).astype(np.int64) - 1, most - 1)
