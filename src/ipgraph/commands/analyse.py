"""`ipgraph analyse`: results become tables of the bundle, with source `analysis`, and reach the graph by publishing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ipgraph.analysis import all_teams
from ipgraph.bundle import Workspace, write_bundle
from ipgraph.commands.publish import opened
from ipgraph.errors import StoreError
from ipgraph.projection import load_projection
from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.arrow import edge_schema, node_schema
from ipgraph.settings import Settings

SOURCE = "analysis"


def analyse(settings: Settings) -> dict[str, Any]:
    """Find the research teams of every organisation and add them to the bundle in force."""
    space = Workspace(settings.home)
    with space.writing("analyse"):
        with opened(settings) as store:
            graph = load_projection(store, settings.home)
        bundle = space.current()
        if graph.version != bundle.version:
            raise StoreError(
                "the graph is not that of the workspace: run `ipgraph publish`, then `ipgraph analyse`",
                "图谱与工作区不一致：请先运行 `ipgraph publish`，再运行 `ipgraph analyse`",
            )
        nodes = {label: bundle.nodes(label) for label in NODES}
        edges = {ends.table: pq.read_table(bundle.edge_file(ends)) for kind in EDGES.values() for ends in kind.ends()}
        found = all_teams(graph)
        nodes["Team"] = team_nodes(found, bundle.as_of)
        edges |= team_edges(found, bundle.as_of, set(nodes["Enterprise"]["id"].to_pylist()))
        facts = {"sources": bundle.manifest["sources"]}
        changed = write_bundle(
            space.bundles, nodes, edges, as_of=bundle.as_of, refused=bundle.refused(),
            identity={"identity": bundle.identity()}, facts=facts)
        space.switch(changed)
        return {"teams": len(found), "version": changed.version, "as_of": changed.as_of}


def team_nodes(teams: pd.DataFrame, as_of: str) -> pa.Table:
    """Team nodes of the frame of `all_teams`."""
    years = teams["years"]
    frame = pd.DataFrame({
        "id": teams["id"], "name": teams["home_name"] + " · " + teams["leader_name"], "leader": teams["leader"],
        "members": teams["members"].str.len(), "patents": teams["patents"],
        "first_year": years.str[0].astype("Int64"), "last_year": years.str[1].astype("Int64"),
    })
    return stamped(frame, node_schema(NODES["Team"]), as_of)


def team_edges(teams: pd.DataFrame, as_of: str, enterprises: set[str]) -> dict[str, pa.Table]:
    """MEMBER_OF and WORKS_AT edges by table name."""
    members = teams[["members", "id", "member_patents"]].explode(["members", "member_patents"])
    member_of = pd.DataFrame({"start": members["members"], "end": members["id"], "patents": members["member_patents"]})
    works_at = pd.DataFrame({"start": teams["id"], "end": teams["home"]})
    firm = works_at["end"].isin(enterprises)
    plain = edge_schema(EDGES["WORKS_AT"])
    return {
        "MEMBER_OF.Person.Team": stamped(member_of, edge_schema(EDGES["MEMBER_OF"]), as_of),
        "WORKS_AT.Team.Enterprise": stamped(works_at[firm], plain, as_of),
        "WORKS_AT.Team.Institution": stamped(works_at[~firm], plain, as_of),
    }


def stamped(frame: pd.DataFrame, schema: pa.Schema, as_of: str) -> pa.Table:
    """The frame as a table of the bundle, with its source and day."""
    said = pd.Series([[SOURCE]] * len(frame), index=frame.index, dtype=object)
    whole = frame.assign(source=said, as_of=date.fromisoformat(as_of))
    return pa.Table.from_pandas(whole, schema=schema, preserve_index=False)
