"""The lists that operation centres keep, from template to graph: filled in by people, loaded, published, read."""

from __future__ import annotations

import datetime as dt
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
import xlsxwriter
from commands.run import Done, ipgraph

from ipgraph.commands.load import write_template
from ipgraph.store import Store, open_store

TEMPLATES = ("chain", "enterprises", "demands", "open_licences", "convertible", "evaluations", "deals")
#: As people fill lists in: a title above, an empty row, serial numbers, full width, contacts, a sheet more.
DEMANDS = {
    "企业需求": (
        ("2025年企业技术需求汇总表",), (),
        ("序号", "技术难题名称", "企业名称", "所属产业链", "环节", "拟投入资金（万元）", "解决期限", "联系人",
         "对接情况"),
        (1, "耐氧化隔膜", "泰安甲电池有限公司", "示例：锂电池", "电芯制造", 50, dt.datetime(2026, 12, 31), "张三",
         "未对接"),
        (2, "电池回收", "泰安乙材料有限公司", "", "第九环节", "３０-５０", "2025年3月", "", "已对接"),
        (3, "", "泰安丙公司", "", "", "", "2025-02-30", "", "暂无"),
    ),
    "补充": (("需求名称", "需求单位", "预算"), ("热失控预警", "山东大学", "3.5万"), ("预锂化", "山东大学", 50)),
}
OFFERS = {"Sheet1": (
    ("序号", "专利号", "专利名称", "专利权人", "许可使用费（元）", "付费方式", "许可期限届满日", "联系方式"),
    (1, "ＺＬ２０１０２０６７０１００．２", "绕线机", "山东大学", 20000, "分期", "2030.12.31", "0538-1"),
    (2, "ZL201020670100.3", "绕线机", "山东大学", "免费", "", "", ""),
)}
PLEDGES = {"质押": (
    ("质押登记号", "专利号", "出质人", "质权人", "登记日", "债务金额（万元）"),
    ("Y2024980000001", "CN112345678A", "泰安甲电池有限公司", "泰安银行股份有限公司", "2024-05-06", 500),
)}


def write(path: Path, sheets: dict[str, Any]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "yyyy/m/d"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    sheet.write(number, place, cell, *([day] if isinstance(cell, dt.datetime) else []))
    return path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lists") / "home"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Done:
    folder = tmp_path_factory.mktemp("files")
    for name in TEMPLATES:
        write_template(name, folder / f"{name}.xlsx")
    write(folder / "需求.xlsx", DEMANDS)
    write(folder / "开放许可.xlsx", OFFERS)
    write(folder / "质押.xlsx", PLEDGES)
    return ipgraph("load", folder, "--json", home=home)


@pytest.fixture(scope="module")
def store(loaded: Done, home: Path) -> Store:
    assert ipgraph("publish", home=home).code == 0
    return open_store("embedded", home)


def read(store: Store, kind: str, id: str) -> dict[str, Any]:
    [row] = store.read(f"explore/node_{kind}", id=id).to_pylist()
    return {name: value for name, value in row.items() if value is not None}


def edges(store: Store, type: str) -> set[tuple[str, str]]:
    found = store.read(f"project/{type}")
    starts, ends = (found.column(name) for name in ("sources", "targets")) if "sources" in found.column_names else (
        pa.array([found.column(name).to_pylist()]) for name in ("source", "target"))
    return set(zip(*(pc.list_flatten(column).to_pylist() for column in (starts, ends)), strict=True))


def test_templates_load_cleanly_and_lists_say_what_they_refuse(loaded: Done) -> None:
    lines = {Path(line["file"]).name: line for line in loaded.json}
    told = {name: (line["layout"], line["read"], line["refused"]) for name, line in lines.items()}
    assert {name: counts for name, counts in told.items() if counts[2]} == {
        "需求.xlsx": ("demand_list", 5, 1), "开放许可.xlsx": ("open_licence_list", 2, 1)}
    assert told["质押.xlsx"] == ("pledge_records", 1, 0)
    assert all(line["unread"] == [] and line["unknown"] == [] for line in lines.values())


def test_the_report_names_cell_and_reason_in_both_languages(loaded: Done, home: Path) -> None:
    version = (home / "bundle" / "CURRENT").read_text()
    lines = (home / "bundle" / version / "refused.csv").read_text("utf-8-sig").splitlines()
    for cell, zh, en in (("B6", "必填字段为空", "a required field is empty"), ("E5", "引用的对象不存在", "refers to"),
                         ("G5", "只有年或年月，没有日", "a year or a month"), ("C3", "金额没有单位", "without a unit"),
                         ("B3", "不是专利号", "not a patent number")):
        assert any(f'"{cell}"' in line and zh in line and en in line for line in lines), cell
    assert not any("张三" in line for line in lines)


def test_demands_are_in_the_graph(store: Store) -> None:
    mine = read(store, "Demand", "泰安甲电池#耐氧化隔膜")
    assert (mine["budget"], mine["currency"], mine["deadline"], mine["state"]) == (
        500_000.0, "CNY", date(2026, 12, 31), "open")
    assert read(store, "Demand", "泰安乙材料#电池回收")["budget_text"] == "30-50万元"
    assert ("山东大学", "山东大学#热失控预警") in edges(store, "seeks")
    assert edges(store, "about") == {("泰安甲电池#耐氧化隔膜", "example:2")}


def test_offers_are_in_the_graph(store: Store) -> None:
    listing = "open_licence:CN201020670100@山东大学"
    mine = read(store, "Listing", listing)
    assert (mine["fee"], mine["fee_mode"], mine["until"]) == (20_000.0, "instalments", date(2030, 12, 31))
    assert ("山东大学", listing) in edges(store, "offers")
    assert (listing, "CN201020670100") in edges(store, "lists")
    assert read(store, "Patent", "CN201020670100")["title"] == "绕线机"
    assert read(store, "Listing", "ZHK-示例-001")["fee"] == 300_000.0


def test_evaluations_and_deals_are_in_the_graph(store: Store) -> None:
    [(evaluation, patent)] = edges(store, "evaluates")
    mine = read(store, "Evaluation", evaluation)
    assert (patent, mine["side"], mine["score"], mine["scale"]) == ("CN100000001B", "enterprise", 85.0, 100.0)
    assert edges(store, "given_by") == {(evaluation, "91370900MA3C00001T")}
    pledge = read(store, "Deal", "Y2024980000001")
    assert (pledge["mode"], pledge["amount"], pledge["recorded_on"]) == ("pledge", 5_000_000.0, date(2024, 5, 6))


def test_honours_and_region_of_the_list_of_enterprises_are_in_the_graph(store: Store) -> None:
    assert read(store, "Enterprise", "91370900MA3C00001T")["honours"] == ["小巨人", "样板企业", "高新"]
    assert ("91370900MA3C00001T", "370900") in edges(store, "located_in")


def test_nothing_is_wrong_with_the_graph(store: Store, home: Path) -> None:
    found = ipgraph("audit", "--json", home=home).json
    assert {kind: found["nodes"][kind] for kind in ("Demand", "Listing", "Evaluation", "Deal")} == {
        "Demand": 5, "Listing": 3, "Evaluation": 1, "Deal": 2}
    assert found["problems"] == []
