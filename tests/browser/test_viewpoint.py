from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

from factory import CHAIN
from playwright.sync_api import Page, expect


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_chain_is_seen_from_an_organisation_and_back(open_page) -> None:
    page = open_page("?node=Institution/中南大学", wait=".panel h2")
    page.get_by_role("button", name="以该主体的视角看产业链").click()
    expect(page.locator(".seen .from")).to_contain_text("视角：中南大学")
    assert query(page)["enterprise"] == ["中南大学"]
    expect(page.locator(".card[data-id='s3']")).to_contain_text("/")
    expect(page.locator(".panel th").last).to_have_text("本主体/全部")
    page.locator("#within").select_option("country")
    expect(page.locator("#within")).to_have_value("country")
    assert query(page)["within"] == ["country"]
    page.locator(".card[data-id='s3']").click()
    expect(page.locator(".panel .facts").first).to_contain_text("中南大学")
    page.get_by_role("button", name="回到全国视角").click()
    expect(page.locator(".seen .from")).to_have_count(0)
    assert "within" not in query(page)


def test_a_region_takes_the_place_of_an_organisation(open_page) -> None:
    page = open_page("?enterprise=中南大学", wait=".seen .from")
    page.locator("#region").fill("湖南")
    page.locator("[role=option]").first.click()
    expect(page.locator(".seen .from")).to_have_count(0)
    assert "enterprise" not in query(page)


def test_what_to_know_before_reading_unfolds(open_page) -> None:
    page = open_page("?region=540000", wait=".notes")
    page.locator(".notes summary").click()
    expect(page.locator(".notes li").first).to_be_visible()


def test_advice_names_what_to_do_and_who_could(open_page) -> None:
    page = open_page()
    page.locator(".advice summary").click()
    first = page.locator(".advice .partners > li").first
    expect(first.locator(".tag")).to_have_text("补链")
    expect(first.locator(".by")).to_be_visible()


def test_where_patents_and_industry_do_not_match_the_list_says_so(open_page) -> None:
    page = open_page()
    board = page.request.get(f"{page.url.partition('?')[0]}api/v1/chains/{quote(CHAIN, safe='')}/gaps").json()
    told = {row["supply_demand"] for row in board["gaps"] if row["supply_demand_code"] not in (None, "both")}
    assert told
    for words in told:
        expect(page.locator(".panel table .by").filter(has_text=words).first).to_be_visible()
