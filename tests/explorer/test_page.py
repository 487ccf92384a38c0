from __future__ import annotations

import re

import pytest
from factory import CHAIN, bundle_of, linked, small_edges, small_nodes

from ipgraph.errors import NotFound
from ipgraph.explorer.legend import STATUSES
from ipgraph.explorer.page import chain_page
from ipgraph.projection import Projection, read_projection


@pytest.fixture(scope="module")
def graph(embedded_store) -> Projection:
    return read_projection(embedded_store)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_loaded_from_elsewhere(graph: Projection, lang: str) -> None:
    page = chain_page(graph, CHAIN, None, lang)
    assert re.findall(r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//[^"'\s>]+""", page) == []
    assert re.findall(r"""@import|url\(\s*["']?(?:https?:)?//""", page) == []
    assert "cdn." not in page
    assert "<script>" in page


def test_names_and_statuses_are_written_in_the_language_asked(graph: Projection) -> None:
    chinese, english = chain_page(graph, CHAIN), chain_page(graph, CHAIN, "湖南", "en")
    assert "产业链专利图谱 · 锂电池" in chinese
    assert "Industry-chain patent map · Lithium battery" in english
    for status in STATUSES:
        assert f">{status.zh} " in re.sub("</b>", ">", chinese)
        assert f">{status.en} " in re.sub("</b>", ">", english)
    assert "正极材料".encode("unicode_escape").decode() in chinese or "正极材料" in chinese
    assert "Cathode material" in english
    assert "Region Hunan" in english
    assert "<title>Industry-chain patent map</title>" in english


def test_an_unknown_chain_or_region_is_not_found(graph: Projection) -> None:
    with pytest.raises(NotFound, match="不存在"):
        chain_page(graph, "不存在")
    with pytest.raises(NotFound, match="火星"):
        chain_page(graph, CHAIN, "火星")


def test_names_cannot_break_out_of_the_page(embedded_store, empty_embedded, tmp_path) -> None:
    names = ["<script>alert(1)</script>", "</script><img src=//x>", '"\\n${x}', "<b>粗</b>"]
    segments = [{"id": f"s{n}", "name": name, "stage": "upstream"} for n, name in enumerate(names)]
    empty_embedded.publish(bundle_of(
        tmp_path / "nasty", {"Chain": [{"id": CHAIN, "name": names[0]}], "Segment": segments},
        {"PART_OF.Segment.Chain": linked([(one["id"], CHAIN) for one in segments])}))
    page = chain_page(read_projection(empty_embedded), CHAIN)
    assert not any(name in page for name in names[:2])
    assert page.count("</script>") == chain_page(read_projection(embedded_store), CHAIN).count("</script>")


@pytest.mark.parametrize(
    ("lang", "notice"),
    [("zh", "示例数据，仅供演示，不代表产业全貌"), ("en", "Sample data for demonstration, not a census")],
)
def test_a_sample_says_that_it_is_one(graph: Projection, lang: str, notice: str) -> None:
    assert notice in chain_page(graph, CHAIN, None, lang, sample=True)
    assert notice not in chain_page(graph, CHAIN, None, lang)


def test_a_name_from_a_file_never_becomes_html(empty_embedded, tmp_path) -> None:
    nodes, edges = small_nodes(), small_edges()
    nodes["Segment"][0]["name"] = "x<img src=1 href onerror=alert(1)>"
    empty_embedded.publish(bundle_of(tmp_path, nodes, edges))
    page = chain_page(read_projection(empty_embedded), CHAIN)
    assert "hre\u200bf onerror" in page or "hre\\u200bf onerror" in page
    assert "popup" not in page.split("drawGraph()", 1)[1]
    assert "<img src=1" not in page
