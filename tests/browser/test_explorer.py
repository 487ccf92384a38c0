from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from factory import CHAIN, PATENTS, SEGMENTS
from playwright.sync_api import Page, expect

STAGES = {"upstream": "上游", "midstream": "中游", "downstream": "下游"}


def query(page: Page) -> dict[str, str]:
    """What the address bar says."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def card(page: Page, id: str):
    return page.locator(f".card[data-id='{id}']")


def test_the_chain_shows_in_chinese_within_two_seconds(open_page) -> None:
    page = open_page()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.locator("h1")).to_have_text("产业链专利图谱")
    assert page.evaluate("performance.now()") < 2000
    assert {one.get_attribute("data-id") for one in page.locator(".card").all()} == {row[0] for row in SEGMENTS}
    for id, name, *_ in SEGMENTS:
        expect(card(page, id)).to_contain_text(name)
    assert query(page) == {"chain": CHAIN}
    expect(page.locator(".panel h2")).to_have_text("锂电池")


def test_stages_stand_from_left_to_right_and_a_return_is_drawn_as_one(open_page) -> None:
    page = open_page()
    assert page.locator(".band text").all_text_contents() == list(STAGES.values())
    left = {id: card(page, id).bounding_box()["x"] for id, *_ in SEGMENTS}
    for before, after in (("s1", "s2"), ("s2", "s3"), ("s3", "s5"), ("s5", "s6"), ("s6", "s7")):
        assert left[before] < left[after]
    expect(page.locator(".map .feed")).to_have_count(7)
    expect(page.locator(".map .feed.back")).to_have_attribute("data-source", "s7")


def test_everything_is_on_the_screen(open_page) -> None:
    page = open_page()
    box = page.locator(".map-box").bounding_box()
    for one in page.locator(".card").all():
        inside = one.bounding_box()
        assert box["x"] <= inside["x"]
        assert inside["x"] + inside["width"] <= box["x"] + box["width"]
        assert box["y"] <= inside["y"]
        assert inside["y"] + inside["height"] <= box["y"] + box["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 1366


def test_a_status_is_told_by_word_and_sign_as_well_as_colour(open_page) -> None:
    page = open_page()
    expect(card(page, "s3").locator(".status")).to_have_text(re.compile("优势|弱链|缺链|断链风险|卡脖子候选"))
    expect(page.locator(".legend [data-status]")).to_have_count(5)
    assert card(page, "s3").locator("path").count() == 2
    counts = [int(text) for text in page.locator(".legend b").all_text_contents()]
    assert sum(counts) == len(SEGMENTS)


def test_clicking_a_segment_fills_the_panel(open_page) -> None:
    page = open_page()
    card(page, "s3").click()
    panel = page.locator(".panel")
    expect(panel.locator("h2")).to_have_text("正极材料")
    expect(panel.locator("[data-measure=patents] dd")).to_contain_text("3")
    for dt in panel.locator("dl.numbers dt").all():
        assert dt.locator("[role=tooltip]").text_content().strip()
    expect(panel.locator("table.patents tbody tr")).to_have_count(3)
    expect(panel.locator("table.patents")).to_contain_text("高镍正极材料")
    expect(panel).to_contain_text("中南大学")
    expect(panel.locator(".partners > li").first.locator("ul li").first).to_be_visible()
    assert query(page)["segment"] == "s3"
    expect(card(page, "s3")).to_have_attribute("aria-pressed", "true")
    page.locator(".close").click()
    expect(panel.locator("h2")).to_have_text("锂电池")
    assert "segment" not in query(page)


def test_an_explanation_opens_from_the_keyboard(open_page) -> None:
    page = open_page("?segment=s3", "dl.numbers")
    about = page.locator("[data-measure=rta] .about")
    about.locator("button").focus()
    expect(about.locator("[role=tooltip]")).to_be_visible()
    expect(about.locator("[role=tooltip]")).to_contain_text("份额")


def test_the_page_speaks_english_too(open_page) -> None:
    page = open_page("?segment=s3", "dl.numbers")
    page.get_by_role("button", name="EN").click()
    expect(page.locator("h1")).to_have_text("Industry-chain patent map")
    expect(page.locator(".panel h2")).to_have_text("Cathode material")
    expect(page.locator(".band text").first).to_have_text("Upstream")
    assert query(page)["lang"] == "en"
    expect(page.locator("html")).to_have_attribute("lang", "en")
    chrome = page.locator(".bar label, .legend, .panel h3, .panel th, dl.numbers dt").all_text_contents()
    assert [text for text in chrome if re.search("[\u4e00-\u9fff]", text)] == []


def test_the_address_holds_the_whole_state(open_page) -> None:
    page = open_page()
    page.locator("#region").click()
    page.locator("#region").fill("湖南")
    page.get_by_role("option", name="湖南").click()
    expect(page.locator("#region")).to_have_value("湖南")
    card(page, "s5").click()
    expect(page.locator(".panel h2")).to_have_text("电芯")
    assert query(page) == {"chain": CHAIN, "region": "430000", "segment": "s5"}
    statuses = page.locator(".card .status").all_text_contents()
    page.reload()
    expect(page.locator(".panel h2")).to_have_text("电芯")
    expect(page.locator("#region")).to_have_value("湖南")
    expect(card(page, "s5")).to_have_attribute("aria-pressed", "true")
    assert page.locator(".card .status").all_text_contents() == statuses


def test_a_region_changes_the_colours(open_page) -> None:
    page = open_page()
    statuses = "[...document.querySelectorAll('.card')].map(card => card.dataset.status).join()"
    page.wait_for_function(f"{statuses}.length > {len(SEGMENTS)}")
    before = page.evaluate(statuses)
    page.locator("#region").fill("江西")
    expect(page.locator("#region-list [role=option]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#region")).to_have_value("江西")
    page.wait_for_function(f"before => {statuses} !== before", arg=before)


def test_cards_of_a_region_tell_its_patents_and_all(open_page) -> None:
    page = open_page("?region=430000")
    expect(card(page, "s3").locator(".amount")).to_have_text(re.compile(r"^2 ?/ ?3( 件)?$"))
    expect(card(page, "s3")).to_have_attribute("aria-label", re.compile("本地专利 2 件,全部 3 件"))
    expect(page.locator(".panel th").last).to_have_text("本地/全部")
    expect(page.locator(".sample")).to_be_hidden()


def test_partners_of_a_segment_are_never_said_to_have_worked_with_it(open_page) -> None:
    page = open_page("?segment=s3", ".partners > li")
    assert not {"已有合作", "新合作"} & set(page.locator(".partners .tag").all_text_contents())


def test_little_data_is_said_beside_the_status(open_page) -> None:
    page = open_page("?segment=s3", ".verdict")
    expect(page.locator(".verdict .tag")).to_have_text("数据较少")
    expect(card(page, "s3").locator(".pill")).to_have_text("数据较少")


def test_codes_are_told_in_words_and_a_holder_where_it_is_strong(open_page) -> None:
    page = open_page("?node=Patent/CN101000003B", ".properties")
    expect(page.locator(".properties")).to_contain_text("发明")
    assert not {"invention", "active", "office"} & set(page.locator(".properties dd").all_text_contents())
    page = open_page("?node=Enterprise/宁德时代", ".properties")
    expect(page.locator(".panel h3").first).to_have_text("优势环节")


@pytest.mark.parametrize("width", [1366, 1440])
def test_no_figure_runs_over_its_box(open_page, width: int) -> None:
    page = open_page("?segment=s3&lang=en", "dl.numbers")
    page.set_viewport_size({"width": width, "height": 768})
    page.evaluate("document.querySelectorAll('.panel details').forEach(one => one.open = true)")
    boxes = "[...document.querySelectorAll('.numbers > div')]"
    over = page.evaluate(f"{boxes}.filter(one => one.scrollWidth > one.clientWidth).map(one => one.dataset.measure)")
    assert over == []
    assert page.evaluate("document.documentElement.scrollHeight") <= 768


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_list_of_a_region_stays_inside_the_panel(open_page, lang: str) -> None:
    page = open_page(f"?region=430000&lang={lang}", ".panel td .badge")
    assert page.evaluate("(one => one.scrollWidth - one.clientWidth)(document.querySelector('.panel-body'))") == 0


def test_back_and_forward_walk_through_what_was_seen(open_page) -> None:
    page = open_page()
    card(page, "s3").click()
    expect(page.locator(".panel h2")).to_have_text("正极材料")
    card(page, "s5").click()
    expect(page.locator(".panel h2")).to_have_text("电芯")
    page.go_back()
    expect(page.locator(".panel h2")).to_have_text("正极材料")
    page.go_back()
    expect(page.locator(".panel h2")).to_have_text("锂电池")
    page.go_forward()
    expect(page.locator(".panel h2")).to_have_text("正极材料")


@pytest.mark.parametrize(
    ("typed", "option", "heading"),
    [("隔膜", "隔膜", "隔膜"), ("寧德", "宁德时代", "宁德时代"), ("CN101000006", "圆柱电芯", "圆柱电芯"),
     ("h01m4/525", "H01M4/525", "H01M4/525")],
)
def test_search_leads_to_it(open_page, typed: str, option: str, heading: str) -> None:
    page = open_page()
    page.locator("#search").fill(typed)
    page.get_by_role("option", name=option).first.click()
    expect(page.locator(".panel h2")).to_have_text(heading)


def test_a_search_stays_in_the_address_and_says_when_it_finds_nothing(open_page) -> None:
    page = open_page()
    page.locator("#search").fill("月球背面")
    expect(page.locator("#search-list")).to_contain_text("没有找到“月球背面”")
    assert query(page)["q"] == "月球背面"
    page.reload()
    expect(page.locator("#search")).to_have_value("月球背面")


def test_the_map_can_be_walked_by_keyboard(open_page) -> None:
    page = open_page()
    page.locator(".card[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.dataset.id")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.id")
    assert first != second
    page.keyboard.press("Enter")
    expect(card(page, second)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.activeElement.dataset.id") == second  # focus is not lost by the redraw
    page.keyboard.press("Escape")
    assert "segment" not in query(page)
    expect(card(page, second)).to_have_attribute("aria-label", re.compile("专利 \\d+ 件"))


def test_the_map_pans_and_zooms_and_fits_again(open_page) -> None:
    page = open_page()
    before = card(page, "s1").bounding_box()
    box = page.locator(".map-box").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 600)
    page.mouse.down()
    page.mouse.move(box["x"] + 380, box["y"] + 560, steps=4)
    page.mouse.up()
    moved = card(page, "s1").bounding_box()
    assert (round(moved["x"] - before["x"]), round(moved["y"] - before["y"])) == (80, -40)
    assert "segment" not in query(page)  # a drag is no click
    page.mouse.wheel(0, -300)
    assert card(page, "s1").bounding_box()["width"] > before["width"] * 1.2
    page.get_by_role("button", name="适应窗口").click()
    assert card(page, "s1").bounding_box() == pytest.approx(before)


def test_a_holder_shows_its_teams_partners_and_neighbours(open_page) -> None:
    page = open_page("?node=Institution/中南大学", ".panel h2")
    panel = page.locator(".panel")
    expect(panel.locator(".teams li")).to_have_count(1)
    filed = panel.locator("details.neighbours", has_text="申请")
    filed.locator("summary").click()
    wanted = sum(row[3] == "中南大学" for row in PATENTS)
    expect(filed.locator("li")).to_have_count(wanted)
    filed.locator("li button").first.click()
    expect(panel.locator("h2")).to_have_text("高镍正极材料")
    assert query(page)["node"] == "Patent/CN101000003B"


def test_a_wide_screen_is_used(open_page) -> None:
    page = open_page("?segment=s3", "dl.numbers")
    small = card(page, "s1").bounding_box()["width"]
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.wait_for_function("w => document.querySelector('.card .face').getBoundingClientRect().width > w", arg=small)


def test_it_prints(open_page) -> None:
    page = open_page("?segment=s3", "dl.numbers")
    page.emulate_media(media="print")
    expect(page.locator(".zoom")).to_be_hidden()
    expect(page.locator(".combobox").first).to_be_hidden()
    expect(card(page, "s3")).to_be_visible()


def test_a_number_opens_to_its_formula_and_its_patents(open_page) -> None:
    page = open_page()
    card(page, "s3").click()
    panel = page.locator(".panel")
    panel.locator("[data-measure=patents] dd button").click()
    opened = panel.locator(".explained")
    expect(opened.locator("h4")).to_contain_text("专利数 = 3")
    expect(opened.locator(".patents tbody tr")).to_have_count(3)
    panel.locator("[data-measure=rta] dd button").click()
    expect(opened.locator("h4")).to_contain_text("相对优势")
    expect(opened.locator(".properties")).to_contain_text("各环节专利合计")
    expect(opened.locator(".properties")).to_contain_text("÷")
    panel.locator("[data-measure=cut] dd button").click()
    expect(opened).to_contain_text("不涉及专利")
