"""Quality and grade on the patents."""

from __future__ import annotations

from datetime import date

import pyarrow as pa

from ipgraph.analysis import grade, graded, quality
from ipgraph.bundle import Bundle
from ipgraph.commands.results.stamp import with_results
from ipgraph.projection import Projection


def patent_tables(graph: Projection, bundle: Bundle) -> dict[str, pa.Table]:
    """The Patent nodes with their quality, and with the grade of those that have one."""
    weight = quality(graph)["weight"]
    found = weight.to_frame("quality").assign(
        grade=grade(weight).where(graded(graph)), analysed_on=date.fromisoformat(bundle.as_of))
    return {"Patent": with_results(bundle.nodes("Patent"), found.set_axis(graph.nodes["Patent"]["id"]), "Patent")}
