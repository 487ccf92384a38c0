from __future__ import annotations

from playwright.sync_api import Browser, expect


def test_a_segment_of_another_chain_brings_its_map_along(browser: Browser, two_chains: str) -> None:
    page = browser.new_page()
    page.goto(f"{two_chains}?segment=t1")
    expect(page.locator(".card[data-id='t1']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#chain")).to_have_value("test:光伏")
    expect(page.locator(".panel h2")).to_have_text("硅料")
    page.close()


def test_choosing_a_chain_draws_it_and_forgets_the_segment(browser: Browser, two_chains: str) -> None:
    page = browser.new_page()
    page.goto(f"{two_chains}?segment=s3")
    expect(page.locator(".panel h2")).to_have_text("正极材料")
    page.locator("#chain").select_option("test:光伏")
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".panel h2")).to_have_text("光伏")
    page.go_back()
    expect(page.locator(".panel h2")).to_have_text("正极材料")
    page.close()


def test_a_patent_that_a_text_placed_says_how_likely_and_by_what_words(browser: Browser, two_chains: str) -> None:
    page = browser.new_page()
    page.goto(f"{two_chains}?segment=t1")
    placed = page.locator(".patents details.rule")
    expect(placed.locator("summary")).to_have_text("按文本归入（概率 83.7%）")
    placed.locator("summary").click()
    expect(placed).to_contain_text("依据词 硅料")
    page.goto(f"{two_chains}?segment=t1&lang=en")
    expect(placed.locator("summary")).to_have_text("Placed by its text (83.7% likely)")
    page.close()
