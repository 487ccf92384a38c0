"""Partners by what was learnt: probability, event and method are seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from analysis.recommend.histories import trading_bundle
from browser.conftest import serving
from playwright.sync_api import expect

from ipgraph.store import Store


@pytest.fixture
def address(empty_embedded: Store, tmp_path: Path) -> Iterator[str]:
    empty_embedded.publish(trading_bundle(tmp_path / "bundle"))
    with serving(empty_embedded, tmp_path) as address:
        yield address


def test_a_partner_has_a_probability_and_the_list_says_of_what(open_page) -> None:
    page = open_page("?node=Enterprise/firm005")
    first = page.locator(".panel .partners > li").first
    expect(first.locator(".probability")).to_have_text(re.compile(r"^概率 [0-9.]+ %$"), timeout=30_000)
    expect(first.locator(".probability")).to_have_attribute("title", "需求方的新专利引用对方的专利 · 24 个月内")
    expect(page.locator(".panel .method")).to_contain_text("按学习排序")
    page = open_page("?node=Enterprise/firm005&lang=en")
    expect(page.locator(".panel .probability").first).to_have_text(re.compile("^Probability [0-9.]+ %$"))
    expect(page.locator(".panel .method")).to_contain_text("Ranked by what was learnt")


def test_who_is_ranked_by_rules_is_told_why(open_page) -> None:
    page = open_page("?segment=s4")
    expect(page.locator(".panel .method")).to_contain_text("按规则排序：链环节没有自己的合作史", timeout=30_000)
    expect(page.locator(".panel .probability")).to_have_count(0)
