"""The report and the comparison of two dates, reached from the chain's panel in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(("query", "title"), [
    ("?region=430000", "锂电池产业链专利导航报告"),
    ("?lang=en", "Patent navigation of the industry chain Lithium battery"),
], ids=["zh", "en"])
def test_a_report_is_downloaded_and_opens_by_itself(open_page, tmp_path: Path, query: str, title: str) -> None:
    page = open_page(query)
    with page.expect_download(timeout=60_000) as download:
        page.locator(".files a", has_text="html").click()
    kept = tmp_path / "report.html"
    download.value.save_as(kept)
    page.goto(kept.as_uri())
    expect(page.locator("h1")).to_have_text(title)
    assert page.locator("figure svg").count() >= 3
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_two_dates_are_compared(open_page) -> None:
    page = open_page("")
    page.locator("#compare-from").fill("2000")
    page.locator("#compare-to").fill("2024")
    page.locator(".compare button").click()
    expect(page.locator(".compared table")).to_be_visible()
    expect(page.locator(".compared .facts")).to_contain_text("2000-12-31 至 2024-12-31")
    page.locator("#compare-to").fill("2000")
    page.locator(".compare button").click()
    expect(page.locator(".compared .facts")).to_contain_text("起止日期相同")
    page.locator("#compare-to").evaluate("one => one.scrollIntoView({ block: 'center' })")
