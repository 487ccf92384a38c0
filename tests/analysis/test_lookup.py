import pandas as pd
import pytest
from analysis.graphs import graph_of, pairs

from ipgraph.analysis.lookup import find_chain, find_holder, find_pool, find_segment, same_name, suggestions
from ipgraph.errors import NotFound

GRAPH = graph_of({
    "Chain": [{"id": "a:锂电池", "name": "锂电池"}, {"id": "b:锂电池", "name": "锂电池"}, {"id": "c", "name": "光伏"}],
    "Segment": [
        {"id": "s1", "name": "隔膜", "number": "2.1", "chain": "b:锂电池"}, {"id": "s2", "name": "隔膜", "chain": "c"},
        {"id": "s3", "name": "電解液", "name_en": "Electrolyte", "chain": "c"},
    ],
    "Patent": [{"id": "P1"}, {"id": "P2"}],
    "Holder": [
        {"id": "e:1", "name": "宁德时代新能源科技股份有限公司", "name_en": "CATL", "aliases": ["寧德時代", "时代电池"]},
        {"id": "i:1", "name": "西安交通大学", "aliases": None}, {"id": "e:2", "name": "张三"},
        {"id": "p:1", "name": "张三"}, {"id": "p:2", "name": "张三"},
    ],
    "Pool": [{"id": "hevc", "name": "HEVC 专利池"}],
}, {"SERVES": [*pairs("P1>s1", score=1.0)], "FILED": pairs("p:2>P1")})


@pytest.mark.parametrize("text", [
    "e:1", "宁德时代新能源科技股份有限公司", "宁德时代新能源科技(股份)有限公司", "宁德时代新能源科技", "寧德時代",
    "catl", " ＣＡＴＬ ", "时代电池",
])
def test_a_holder_by_any_spelling(text: str) -> None:
    assert GRAPH.nodes["Holder"]["id"][find_holder(GRAPH, text)] == "e:1"


def test_an_organisation_stands_before_a_person_of_the_same_name() -> None:
    assert GRAPH.nodes["Holder"]["id"][find_holder(GRAPH, "张三")] == "e:2"


def test_an_unknown_holder_is_told_with_what_is_near() -> None:
    with pytest.raises(NotFound, match="西安交大; did you mean 西安交通大学") as raised:
        find_holder(GRAPH, "西安交大")
    assert raised.value.zh.startswith("没有名为 西安交大 的权利人；是否指 西安交通大学")


def test_of_two_chains_with_a_name_the_one_with_patents() -> None:
    at = find_chain(GRAPH, "锂电池")
    assert GRAPH.nodes["Chain"]["id"][at] == "b:锂电池"
    assert same_name(GRAPH, "Chain", at) == ["a:锂电池"]
    assert GRAPH.nodes["Chain"]["id"][find_chain(GRAPH, "a:锂电池")] == "a:锂电池"
    with pytest.raises(NotFound, match="锂电地; did you mean 锂电池"):
        find_chain(GRAPH, "锂电地")


def test_a_segment_by_name_number_english_and_within_a_chain() -> None:
    ids = GRAPH.nodes["Segment"]["id"]
    assert ids[find_segment(GRAPH, "隔膜")] == "s1"
    assert ids[find_segment(GRAPH, "隔膜", chain=2)] == "s2"
    assert ids[find_segment(GRAPH, "2.1")] == "s1"
    assert ids[find_segment(GRAPH, "电解液")] == ids[find_segment(GRAPH, "electrolyte")] == "s3"
    with pytest.raises(NotFound):
        find_segment(GRAPH, "2.1", chain=2)


def test_a_pool_by_id_or_name() -> None:
    assert find_pool(GRAPH, "hevc") == find_pool(GRAPH, "HEVC专利池") == 0
    with pytest.raises(NotFound):
        find_pool(GRAPH, "MPEG LA")


def test_a_shared_beginning_is_near() -> None:
    names = pd.Series(["比亚迪股份有限公司", "长沙市比亚迪汽车有限公司", "北京汽车股份有限公司", "重庆长安汽车"])
    assert suggestions("比亚迪汽车", names)[1] == "；是否指 长沙市比亚迪汽车有限公司、比亚迪股份有限公司？"


def test_nothing_near_is_no_suggestion() -> None:
    assert suggestions("zzzz", GRAPH.nodes["Holder"]["name"]) == ("", "")
    assert suggestions("", GRAPH.nodes["Holder"]["name"]) == ("", "")
