from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from ipgraph.errors import LayoutError, UsageError
from ipgraph.sources import layouts
from ipgraph.sources.detect import choose, listed
from ipgraph.sources.loader import places
from ipgraph.sources.open_file import open_file
from ipgraph.sources.sheet import SourceFile


def opened(tmp_path: Path, *lines: str) -> SourceFile:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return open_file(path, tmp_path)


@pytest.mark.parametrize(
    "headings",
    [
        "专利名称,申请号,申请人,申请日,主分类号,摘要",
        "摘要,主分类号,申请日,申请人,申请号,专利名称",
        " 专利名称 ,申请号,申请人 ,申　请　日,主分类号,备注",
    ],
)
def test_headings_fit_in_any_order_and_spacing(tmp_path: Path, headings: str) -> None:
    assert choose(opened(tmp_path, headings)).layout == "taian"


def test_brackets_of_either_width_fit(tmp_path: Path) -> None:
    narrow = "申请号,公开(公告)号,申请日,名称,主分类号,申请(专利权)人"
    wide = "申请号,公开（公告）号,申请日,名称,主分类号,申请（专利权）人"
    assert choose(opened(tmp_path, narrow)).layout == choose(opened(tmp_path, wide)).layout == "cnipr"


def test_headings_below_a_title_fit(tmp_path: Path) -> None:
    file = opened(tmp_path, "2015年专利清单", "", "专利名称,申请号,申请人,申请日,主分类号", "a,b,c,d,e")
    assert choose(file).layout == "taian"


def test_the_layout_with_most_headings_wins(tmp_path: Path) -> None:
    assert choose(opened(tmp_path, "citing,cited")).layout == "ipgraph_citations"
    assert choose(opened(tmp_path, "citing,cited,examiner_cited,family_to_family")).layout == "google_citations"


def test_what_each_layout_lacked_is_told_the_nearest_first(tmp_path: Path) -> None:
    with pytest.raises(LayoutError) as raised:
        choose(opened(tmp_path, "专利名称,申请人,申请日,主分类号", "a,b,c,d"))
    others = len(layouts()) - 2
    nearest = "a.csv: fits no layout (`ipgraph map` proposes one); tried taian (lacks 申请号); "
    assert str(raised.value).startswith(nearest)
    assert str(raised.value).endswith(f"); and {others} others")
    assert raised.value.zh.startswith("a.csv：不符合任何版式（可用 `ipgraph map` 提议列映射）；")
    assert "；已比对 taian（缺少 申请号）；" in raised.value.zh
    assert raised.value.zh.endswith(f"）；另有 {others} 种")


def test_a_table_that_is_lacking_is_named_in_both_languages() -> None:
    assert listed(["the table segments or 链环节", "名称"]) == (
        "the table segments or 链环节, 名称", "工作表 segments 或 链环节、名称")


def test_a_layout_asked_for_must_fit(tmp_path: Path) -> None:
    file = opened(tmp_path, "专利名称,申请号,申请人,申请日,主分类号")
    assert choose(file, "taian").layout == "taian"
    with pytest.raises(LayoutError, match=r"does not fit cnipr, lacks 公开\(公告\)号, 名称"):
        choose(file, "cnipr")


def test_a_layout_nobody_offers(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such layout"):
        choose(opened(tmp_path, "a,b"), "himmpat")


def test_a_tie_names_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taian = next(loader for loader in layouts() if loader.layout == "taian")
    twin = type(taian)(**{**vars(taian), "layout": "twin"})
    monkeypatch.setattr("ipgraph.sources.detect.layouts", lambda: (taian, twin))
    with pytest.raises(LayoutError, match="fits taian and twin equally well"):
        choose(opened(tmp_path, "专利名称,申请号,申请人,申请日,主分类号"))


def test_an_installed_loader_is_found_by_its_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("mine", "ipgraph_loaders.taian:TAIAN", "ipgraph.loaders")
    monkeypatch.setattr("ipgraph.sources.detect.find_spec", lambda _name: None)
    monkeypatch.setattr("ipgraph.sources.detect.entry_points", lambda group: [entry] if group == entry.group else [])
    layouts.cache_clear()
    try:
        assert [loader.layout for loader in layouts()] == ["taian"]
    finally:
        layouts.cache_clear()


def test_a_file_without_a_table_says_so(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="holds no row of headings"):
        choose(opened(tmp_path, "只有一段文字", "没有表格"))
    with pytest.raises(LayoutError, match="none of its headings is known"):
        choose(opened(tmp_path, "甲,乙", "1,2"))


def test_of_two_rows_of_headings_the_fuller_one_counts(tmp_path: Path) -> None:
    file = opened(tmp_path, "专利名称,申请号,申请人,申请日,主分类号,其他",
                  "专利名称,申请号,申请人,申请日,主分类号,摘要")
    (place,) = places(choose(file).parts, file)
    assert place.heading == 1
