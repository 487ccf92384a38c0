"""Research teams as nodes, with their members and homes."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from ipgraph.analysis import all_teams, team_words
from ipgraph.bundle import Bundle
from ipgraph.commands.results.stamp import stamped
from ipgraph.projection import Projection
from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.arrow import edge_schema, node_schema


def team_tables(graph: Projection, bundle: Bundle) -> dict[str, pa.Table]:
    """Nodes and edges of the teams of every organisation."""
    found = all_teams(graph)
    firms = set(bundle.nodes("Enterprise")["id"].to_pylist())
    patents = bundle.nodes("Patent")
    row = pd.Index(patents.column("id").to_pandas()).get_indexer(pd.Index(graph.nodes["Patent"]["id"]))
    titles = patents.column("title").take(pa.array(row)).combine_chunks()
    nodes = team_nodes(found.assign(words=pd.Series(team_words(graph, found, titles), dtype=object)), bundle.as_of)
    return {"Team": nodes, **team_edges(found, bundle.as_of, firms)}


def team_nodes(teams: pd.DataFrame, as_of: str) -> pa.Table:
    """Team nodes of the frame of `all_teams` with `words`."""
    years = teams["years"]
    frame = pd.DataFrame({
        "id": teams["id"], "name": teams["home_name"] + " · " + teams["leader_name"], "leader": teams["leader"],
        "members": teams["members"].str.len(), "patents": teams["patents"],
        "first_year": years.str[0].astype("Int64"), "last_year": years.str[1].astype("Int64"),
        "words": teams["words"],
    })
    return stamped(frame, node_schema(NODES["Team"]), as_of)


def team_edges(teams: pd.DataFrame, as_of: str, enterprises: set[str]) -> dict[str, pa.Table]:
    """MEMBER_OF edges, and a WORKS_AT edge for each home, by table name."""
    members = teams[["members", "id", "roles", "member_patents"]].explode(["members", "roles", "member_patents"])
    member_of = pd.DataFrame({"start": members["members"], "end": members["id"], "role": members["roles"],
                              "patents": members["member_patents"]})
    places = teams[["id", "homes"]].explode("homes")
    works_at = pd.DataFrame({"start": places["id"], "end": places["homes"]})
    firm = works_at["end"].isin(enterprises)
    plain = edge_schema(EDGES["WORKS_AT"])
    return {
        "MEMBER_OF.Person.Team": stamped(member_of, edge_schema(EDGES["MEMBER_OF"]), as_of),
        "WORKS_AT.Team.Enterprise": stamped(works_at[firm], plain, as_of),
        "WORKS_AT.Team.Institution": stamped(works_at[~firm], plain, as_of),
    }
