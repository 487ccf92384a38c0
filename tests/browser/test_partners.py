from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

HOLDER = "?node=Institution/中南大学"
SCREENS = [(1280, 720), (1440, 900)]


def said(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def names(page: Page) -> list[str]:
    return page.locator(".proposed .who .link").all_text_contents()


def test_partners_are_held_to_what_is_chosen_and_the_address_keeps_it(open_page) -> None:
    page = open_page("?node=Enterprise/宁德时代", ".proposed .partners")
    everybody = names(page)
    kind = page.get_by_role("group", name="筛选合作方").get_by_label("类型")
    kind.focus()
    kind.select_option("Enterprise")
    expect(page.locator(".proposed .tags .tag:first-child", has_text="高校院所")).to_have_count(0)
    expect(page.locator(".proposed .partners > li").first).to_be_visible()
    assert said(page)["kind"] == ["Enterprise"]
    assert page.evaluate("document.activeElement.name") == "kind"  # the panel was not drawn anew
    firms = names(page)
    assert set(firms) < set(everybody)
    page.reload()
    page.wait_for_selector(".proposed .partners")
    assert names(page) == firms
    expect(page.get_by_label("类型")).to_have_value("Enterprise")
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator(".proposed .who .link")).to_have_count(len(everybody))
    page.go_back()
    expect(page.get_by_label("类型")).to_have_value("Enterprise")
    expect(page.locator(".proposed .who .link")).to_have_count(len(firms))


def test_partners_can_be_new_or_known_and_of_one_region(open_page) -> None:
    page = open_page(HOLDER, ".proposed .partners")
    tags = page.locator(".proposed .partners > li .tags .tag:nth-child(2)")
    page.get_by_label("新旧").select_option("new")
    expect(tags.first).to_have_text("新合作")
    expect(page.locator(".proposed .tag", has_text="已有合作")).to_have_count(0)
    page.get_by_label("新旧").select_option("known")
    expect(page.locator(".proposed .tag", has_text="新合作")).to_have_count(0)
    page.get_by_label("新旧").select_option("")
    page.get_by_label("合作方所在地区").fill("福建")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".proposed .who .link")).to_have_text(["宁德时代"])
    assert said(page)["place"] == ["350000"]
    page.get_by_label("角色").select_option("joins_pool")
    expect(page.locator(".proposed")).to_have_text("没有符合筛选条件的合作方。")


def test_what_was_chosen_for_one_does_not_go_along_to_the_next(open_page) -> None:
    page = open_page(HOLDER + "&kind=Enterprise", ".proposed .partners")
    page.locator(".proposed .who .link").first.click()
    expect(page.locator(".panel h2")).not_to_have_text("中南大学")
    assert "kind" not in said(page)


def test_a_choice_that_is_none_chooses_nothing(open_page) -> None:
    page = open_page(HOLDER + "&role=friend&kind=Person&relation=old&place=Mars", ".proposed .partners")
    expect(page.get_by_label("角色")).to_have_value("")
    expect(page.get_by_role("button", name="清除筛选")).to_be_hidden()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_ranks_rest_on_is_told_when_asked(open_page, lang: str) -> None:
    page = open_page(f"{HOLDER}&lang={lang}", ".proposed .partners")
    expect(page.locator(".without")).to_have_count(0)
    page.locator(".why button").focus()
    page.keyboard.press("Enter")
    first = page.locator(".proposed .partners > li").first.locator(".without")
    expect(first).to_be_focused(timeout=60_000)
    told = {"zh": r"没有.*排名(由第 \d+ [升降]|仍为第 \d+)", "en": r"Without .*the rank (rises|falls|stays)"}
    expect(first.locator("li").first).to_have_text(re.compile(told[lang]))
    expect(page.locator(".why button")).to_be_hidden()
    page.locator(".without .link").first.click()
    expect(page.locator(".panel .facts").first).to_have_text(re.compile("CN\\d+"))


def test_a_score_tells_its_parts(open_page) -> None:
    page = open_page(HOLDER, ".proposed .partners")
    expect(page.locator(".made").first).to_have_text(
        re.compile(r"^互补 [\d.]+ · 关联 [\d.]+ · 邻近 [\d.]+ · 境内专利 [\d.]+%$"))


def test_a_reason_leads_to_its_patents(open_page) -> None:
    page = open_page(HOLDER, ".proposed .partners")
    patent = page.locator(".reasons .link", has_text=re.compile("^CN\\d+")).first
    number = patent.text_content()
    patent.click()
    expect(page.locator(".panel .facts").first).to_contain_text(number)
    page.go_back()
    expect(page.locator(".proposed .partners")).to_be_visible()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("query", [HOLDER, "?segment=s3"])
def test_the_list_stays_inside_the_panel(open_page, screen: tuple[int, int], lang: str, query: str) -> None:
    page = open_page(f"{query}&lang={lang}", ".proposed .partners")
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    page.locator("#partner-place").click()
    expect(page.locator("#partner-place-list [role=option]").first).to_be_visible()
    assert page.evaluate("(one => one.scrollWidth - one.clientWidth)(document.querySelector('.panel-body'))") == 0
    if lang == "en":
        assert not re.search("[\u4e00-\u9fff]", page.locator(".narrow, .why").first.inner_text())
