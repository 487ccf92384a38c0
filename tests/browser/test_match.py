from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect


def test_a_need_is_matched_with_reasons_and_kept_in_the_address(open_page) -> None:
    page = open_page()
    page.get_by_role("button", name="需求匹配").click()
    page.get_by_label("技术需求").fill("高镍正极")
    page.get_by_role("button", name="匹配", exact=True).click()
    found = page.locator(".matches")
    expect(found.locator("h3")).to_have_text(["专利", "科研团队", "企业"], timeout=30_000)
    for one in found.locator(".partners > li").all():
        expect(one.locator("ul li").first).to_be_visible()
    expect(found.locator(".read")).to_contain_text("正极材料")
    said = urlsplit(page.url)
    assert "need" not in parse_qs(said.query)
    assert parse_qs(said.fragment) == {"need": ["高镍正极"]}
    page.reload()
    expect(page.get_by_label("技术需求")).to_have_value("高镍正极")


def test_what_is_opened_from_the_matches_closes_back_to_them(open_page) -> None:
    page = open_page("?view=match#need=高镍正极", wait=".matches .partners")
    page.locator(".matches .partners .link").first.click()
    expect(page.locator(".panel h2")).not_to_have_text("需求匹配")
    page.locator(".close").click()
    expect(page.locator(".panel h2")).to_have_text("需求匹配")
    page.locator(".close").click()
    expect(page.locator(".panel h2")).to_have_text("锂电池")


def test_matches_are_held_to_what_is_chosen(open_page) -> None:
    page = open_page("?view=match&owner=enterprise&lang=en#need=高镍正极", wait=".matches .partners")
    expect(page.locator(".matches h3").first).to_have_text("Patent")
    assert "Institution" not in page.locator(".matches h3").all_text_contents()
    expect(page.locator("select[name=owner]")).to_have_value("enterprise")
    assert not re.search("[\u4e00-\u9fff]", page.locator(".need").inner_text().replace("高镍正极", ""))


def test_a_need_that_nothing_answers_says_so(open_page) -> None:
    page = open_page("?view=match#need=qqqqzzzz", wait=".matches .empty")
    expect(page.locator(".matches")).to_contain_text("没有匹配到专利")


def test_a_team_shows_who_is_in_it_and_what_it_works_on(open_page) -> None:
    page = open_page("?view=match#need=高镍正极", wait=".matches .partners")
    team = page.locator(".matches section").filter(has_text="科研团队").locator(".partners .link").first
    team.click()
    panel = page.locator(".panel")
    expect(panel.locator("h3").filter(has_text="成员")).to_be_visible()
    expect(panel).to_contain_text("带头人")
    panel.locator("section").filter(has=page.locator("h3", has_text="成员")).locator("tbody .link").first.click()
    near = panel.locator("section").filter(has=page.locator("h3", has_text="紧密合作者"))
    expect(near.locator("tbody tr").first).to_contain_text("同团队")
    page.go_back()
    works = panel.locator("section").filter(has=page.locator("h3", has_text="专利清单"))
    expect(works.locator("tbody tr").first.locator(".link")).not_to_have_text(re.compile("^CN"))  # a title
    proposed = panel.locator("section").filter(has=page.locator("h3", has_text="推荐合作方"))
    expect(proposed.locator(".partners > li ul li").first).to_be_visible(timeout=30_000)
    expect(proposed.locator(".tag.role").first).to_have_text(re.compile("补链|强链|可许可|可受让|可共同申请|可入池"))
