from datetime import date

from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.teams.team_history import followed, team_history
from ipgraph.analysis.teams.teams import all_teams
from ipgraph.analysis.thresholds import Thresholds
from ipgraph.projection import Projection

#: Windows that do not overlap, so that each test says what stands in each.
APART = Thresholds(team_window=2, team_step=2)


def over_time(*windows: str) -> Projection:
    """One window of two years a text: `abc+xy` has two groups, each with three patents of all its members."""
    rows, edges = [], []
    for at, text in enumerate(windows):
        for group in text.split("+"):
            for copy in range(3 if group else 0):
                id = f"P{at}{group}{copy}"
                rows.append((id, "i:u", "s", {"filed_on": date(2001 + 2 * at, 1 + copy, 1)}))
                edges += [f"p:{one}>{id}" for one in group]
    last = 2002 + 2 * len(windows) - 2
    rows.append(("PZ", "i:z", "s", {"filed_on": date(last, 1, 1)}))
    return chain_graph(["s"], patents=rows, INVENTED=pairs(*edges, "p:lone>PZ"))


def states(graph: Projection) -> list[list[str]]:
    return [sorted(found) for *_, found in followed(graph, APART)]


def test_a_team_with_half_of_its_members_left_continues() -> None:
    assert states(over_time("abcd", "abce", "abef")) == [["new"], ["continuing"], ["continuing"]]


def test_two_teams_become_one_and_one_becomes_two() -> None:
    assert states(over_time("abc+xyz", "abcxyz")) == [["new", "new"], ["merged"]]
    assert states(over_time("abcxyz", "abc+xyz")) == [["new"], ["split", "split"]]


def test_others_are_a_new_team() -> None:
    assert states(over_time("abc", "xyz")) == [["new"], ["new"]]


def test_the_history_of_a_team_ends_where_it_is_dissolved() -> None:
    graph = over_time("abc", "abcd", "xyz")
    team = all_teams(graph, APART).query("leader == 'p:a'").iloc[0]
    told = team_history(graph, team, APART)
    assert [(w["first"], w["last"], w["state"], len(w["members"]), w["patents"]) for w in told] == [
        (2001, 2002, "new", 3, 3), (2003, 2004, "continuing", 4, 3), (2005, 2006, "dissolved", 0, 0)]


def test_without_years_there_is_no_history() -> None:
    graph = chain_graph(["s"], patents=[("P1", "i:u", "s"), ("P2", "i:u", "s")],
                        INVENTED=pairs("p:a>P1", "p:b>P1", "p:a>P2", "p:b>P2"))
    assert team_history(graph, all_teams(graph).iloc[0]) == []
