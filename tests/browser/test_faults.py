"""What the explorer says when something is missing; here the console may speak of the failed request."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect


@pytest.fixture
def page(browser: Browser):
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("lang", "words", "again"), [("zh", "载入失败", "重试"), ("en", "Could not load", "Try again")],
)
def test_an_unknown_chain_is_said_in_the_language(page, address: str, lang: str, words: str, again: str) -> None:
    page.goto(f"{address}?chain=不存在&lang={lang}")
    told = page.get_by_role("alert")
    expect(told).to_contain_text(words)
    expect(told).to_contain_text("不存在")
    expect(told.get_by_role("button")).to_have_text(again)


def test_a_lost_service_can_be_tried_again(page, address: str) -> None:
    page.goto(f"{address}?lang=zh")
    page.wait_for_selector(".card")
    page.context.set_offline(True)
    page.locator(".card[data-id='s3']").click()
    told = page.get_by_role("alert").first
    expect(told).to_contain_text("无法连接服务")
    page.context.set_offline(False)
    told.get_by_role("button").click()
    expect(page.locator(".panel h2")).to_have_text("正极材料")
