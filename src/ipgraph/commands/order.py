"""The order of chains that ipgraph brings along where a classification has none of its own."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from ipgraph.bundle import Workspace
from ipgraph.tables import Intakes, Record
from ipgraph.tables.load import take_in_all

#: Ids of the chains that the shipped stages, feeds and rules belong to begin so.
ORDERED = "xinsanyang_2024:"
FILES = tuple(Path(str(files("ipgraph") / "sample" / name)) for name in ("order.yaml", "rules.yaml", "rules_ipg.yaml"))


def bring_order(space: Workspace) -> None:
    """Take in our order of the chains of a classification that was loaded, unless it is there.

    It stands for the day of that classification: it must not make the graph look newer than its sources.
    """
    found = Intakes.open(space.intake)
    days = [record.as_of for folder, record in zip(found.folders, found.records, strict=True)
            if record.layout == "classification" and holds_chains(folder)]
    if days:
        take_in_all(space.intake, FILES, None, max(days), lambda *step: None)


def holds_chains(folder: Path) -> bool:
    """Whether the intake has chains of the ordered classification."""
    path = folder / "drafts" / "chains.parquet"
    return path.exists() and bool(pc.any(pc.starts_with(pq.read_table(path, columns=["id"])["id"], ORDERED)).as_py())


def shipped(record: Record) -> bool:
    """Whether a source is one of the files that ipgraph brings along."""
    return any(record.source.split("~")[0] == file.name for file in FILES)
