"""What `ipgraph analyse` writes: one file a result, each a function from the projection and the bundle to tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pyarrow as pa

from ipgraph.bundle import Bundle
from ipgraph.commands.results.patents import patent_tables
from ipgraph.commands.results.segments import segment_tables
from ipgraph.commands.results.stamp import SOURCE, stamped
from ipgraph.commands.results.teams import team_tables
from ipgraph.projection import Projection

__all__ = ["RESULTS", "SOURCE", "stamped"]

#: Tables of the bundle by name, `Team` for nodes and `MEMBER_OF.Person.Team` for edges, that a result puts in place of
#: those that are there.
Tables = Mapping[str, pa.Table]
RESULTS: Mapping[str, Callable[[Projection, Bundle], Tables]] = {
    "teams": team_tables, "segments": segment_tables, "patents": patent_tables,
}
