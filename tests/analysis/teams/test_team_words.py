import pyarrow as pa
from analysis.graphs import chain_graph, pairs

from ipgraph.analysis.teams.team_words import stored_words, team_words
from ipgraph.analysis.teams.teams import all_teams
from ipgraph.store import Store

TITLES = ("一种锂电池隔膜的制备方法", "锂电池隔膜及其涂布装置", "锂电池隔膜", "Heat pump for drying tea",
          "Heat pump with valve", "太阳能电池片的制备方法", "太阳能电池片", "无人的专利")


def test_words_tell_a_team_from_the_others() -> None:
    rows = [(f"P{n}", "i:u", "s") for n in range(len(TITLES))]
    of = {"ab": (0, 1, 2), "cd": (3, 4), "ef": (5, 6)}
    graph = chain_graph(["s"], patents=rows, INVENTED=pairs(
        *(f"p:{one}>P{n}" for letters, numbers in of.items() for n in numbers for one in letters)))
    found = all_teams(graph)
    told = dict(zip(found["leader_name"], team_words(graph, found, pa.array(TITLES)), strict=True))
    assert "隔膜" in told["a"]
    assert told["c"] == ["heat", "pump"]
    assert "太阳能" in "".join(told["e"])
    assert not any("方法" in word or "制备" in word for words in told.values() for word in words)


def test_nobody_has_no_words() -> None:
    graph = chain_graph(["s"], patents=[("P1", "i:u", "s")])
    assert team_words(graph, all_teams(graph), pa.array(["隔膜"])) == []


def test_words_are_read_from_both_engines(store: Store) -> None:
    assert stored_words(store, "中南大学#张三@中南大学") == ["正极"]
    assert stored_words(store, "nobody") == []
