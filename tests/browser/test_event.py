"""The list of a matchmaking event: the demands of a segment, patents for each, and who is behind those."""

from __future__ import annotations

from playwright.sync_api import expect


def test_a_segment_lists_its_demands_with_patents(open_page) -> None:
    page = open_page("?segment=s4&lang=zh", wait=".panel .event")
    page.get_by_role("button", name="列出需求与匹配的专利").click()
    found = page.locator(".event")
    expect(found.locator("h4")).to_have_text(["高电压隔膜"], timeout=30_000)
    expect(found).to_contain_text("宁德时代")
    expect(found.locator(".partners > li").first).to_be_visible()
    found.locator("h4 .link").click()
    expect(page.locator(".panel h2")).to_have_text("高电压隔膜")


def test_a_segment_without_demands_says_so(open_page) -> None:
    page = open_page("?segment=s1&lang=en", wait=".panel .event")
    page.get_by_role("button", name="List needs and patents for them").click()
    expect(page.locator(".event")).to_contain_text("No open demands")
