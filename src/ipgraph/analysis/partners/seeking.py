"""Who is meant by the one for whom partners are sought: a segment, a holder or a research team."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd

from ipgraph.analysis.lookup import find_holder, find_segment, find_team, suggestions, with_id
from ipgraph.analysis.partners.needs import Seeker, Team, holder_seeker, segment_seeker, team_seeker
from ipgraph.analysis.portfolio import patents_of
from ipgraph.analysis.teams.teams import all_teams
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.errors import NotFound
from ipgraph.projection import Projection

__all__ = ["asker"]

#: What the id (home # leader) or the name (home · leader) of a team has between its halves.
MARK = re.compile("[#·]")


def asker(
    graph: Projection, who: str, segment: str | None, thresholds: Thresholds,
) -> Callable[[Projection], Seeker]:
    """Who is meant by `who`, found once: gives its needs on this projection and on others of the same nodes.

    Raises NotFound with suggestions.
    """
    asked = None if segment is None else find_segment(graph, segment)
    segments = graph.nodes["Segment"]
    if not len(with_id(segments, who)):
        try:
            at = find_holder(graph, who)
        except NotFound:
            team = team_called(graph, who, thresholds)
        else:
            team = team_led_by(graph, at, thresholds)
            if team is None:
                return partial(holder_seeker, at=at, asked=asked, t=thresholds)
        if team is not None:
            return partial(team_seeker, team=team, asked=asked, t=thresholds)
    try:
        found = find_segment(graph, who)
    except NotFound as unknown:
        en, zh = suggestions(who, pd.concat([graph.nodes["Holder"]["name"], segments["name"]]))
        raise NotFound(
            f"no enterprise, institution, person, team or segment called {who}{en}",
            f"没有名为 {who} 的权利人、科研团队或链环节{zh}",
        ) from unknown
    return partial(segment_seeker, at=found if asked is None else asked, t=thresholds)


def team_called(graph: Projection, who: str, t: Thresholds) -> Team | None:
    """The team with this id or name; teams are only looked for where the text has the form of either."""
    if not MARK.search(who):
        return None
    found = all_teams(graph, t)
    try:
        return found.iloc[find_team(found, who)]
    except NotFound:
        return None


def team_led_by(graph: Projection, at: int, t: Thresholds) -> Team | None:
    """The team of a person who leads one and holds no patent: for partners the leader stands for the team."""
    if graph.nodes["Holder"]["kind"].iat[at] != "Person" or len(patents_of(graph, at)):
        return None
    found = all_teams(graph, t)
    led = np.flatnonzero(found["leader"] == graph.nodes["Holder"]["id"].iat[at])
    return found.iloc[int(led[0])] if len(led) else None
