from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from ipgraph.errors import LayoutError, UsageError
from ipgraph.sources import propose_mapping, take_in

ENGLISH = (
    "Publ. No.,Ttl (DWPI),Assignees (std.),Inv. Names,Appl. No.,Filed On,Publ. Dt,Int. Cl. Codes,Fam. Members,"
    "Alive/Dead,Weblink\n"
    "US10000001B2,Injection machine,LS MTRON LTD | FOO INC,KIM SUNG | LEE MIN,US14934661A,11/06/2015,06/19/2018,"
    "B29C0045/76 | B29C0045/64,US10000001B2 | CN105583992A,Alive,http://x\n"
    "US10000002B2,Another machine,\"BAR CO., LTD\",KIM SUNG,US14934662A,11/16/2015,06/19/2018,H01M10/05,-,Dead,http://x\n"
)
CHINESE = (
    "某市专利导航项目清单\n"
    "序,专利公开编号,发明创造名称,权利人单位,发明人员,提交申请日期,国际分类,有效状态\n"
    "1,CN105583992A,注塑机,甲公司;乙大学,张三;李四,2015-11-06,B29C45/76;B29C45/64,有效\n"
    "2,CN105583993A,电池,丙公司,王五,2015-11-07,H01M10/05,失效\n"
)


def proposed(folder: Path, content: str, kind: str | None = None) -> tuple[Path, Path]:
    """A table and the mapping proposed for it, both written."""
    table, mapping = folder / "a.csv", folder / "m.yaml"
    table.write_text(content, "utf-8")
    mapping.write_text(propose_mapping(table, kind), "utf-8")
    return table, mapping


def test_a_renamed_export_loads_by_the_mapping_as_proposed(tmp_path: Path) -> None:
    table, mapping = proposed(tmp_path, ENGLISH)
    row = take_in(table, tmp_path / "spool", mapping=mapping).table("patents").to_pylist()[0]
    assert {name: value for name, value in row.items() if value is not None} == {
        "row": 2, "publication_number": "US10000001B2", "application_number": "US14934661A",
        "title_en": "Injection machine", "status": "Alive", "filed_on": "06/11/2015", "published_on": "19/06/2018",
        "ipc": ["B29C0045/76", "B29C0045/64"], "applicants": ["LS MTRON LTD", "FOO INC"],
        "inventors": ["KIM SUNG", "LEE MIN"], "family_members": ["US10000001B2", "CN105583992A"],
    }


def test_a_chinese_table_below_a_title(tmp_path: Path) -> None:
    table, mapping = proposed(tmp_path, CHINESE)
    row = take_in(table, tmp_path / "spool", mapping=mapping).table("patents").to_pylist()[0]
    assert {name: value for name, value in row.items() if value is not None} == {
        "row": 3, "publication_number": "CN105583992A", "title": "注塑机", "applicants": ["甲公司", "乙大学"],
        "inventors": ["张三", "李四"], "filed_on": "2015-11-06", "ipc": ["B29C45/76", "B29C45/64"], "status": "有效",
    }


def test_a_list_of_enterprises(tmp_path: Path) -> None:
    table, mapping = proposed(tmp_path, "企业全称,社会信用代码,所属市县\n甲公司,91370900MA3C0000XX,泰安市\n")
    (row,) = take_in(table, tmp_path / "spool", mapping=mapping).table("organisations").to_pylist()
    assert (row["name"], row["uscc"], row["region"]) == ("甲公司", "91370900MA3C0000XX", "泰安市")


def test_headings_that_fill_nothing_stand_there_as_comments(tmp_path: Path) -> None:
    _, mapping = proposed(tmp_path, ENGLISH)
    assert '  # "Weblink":' in mapping.read_text("utf-8")


def test_values_that_are_no_dates_do_not_fill_a_date(tmp_path: Path) -> None:
    _, mapping = proposed(tmp_path, "Publication Number,Application Date\nCN105583992A,soon\n")
    assert yaml.safe_load(mapping.read_text("utf-8"))["columns"] == {"Publication Number": "publication_number"}


def test_numbers_tell_themselves_where_the_heading_does_not(tmp_path: Path) -> None:
    _, mapping = proposed(tmp_path, "件,Titel\nCN105583992A,电池\n", "patents")
    assert yaml.safe_load(mapping.read_text("utf-8"))["columns"]["件"] == "publication_number"


def test_a_kind_that_is_not_offered(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="mappings are proposed for patents"):
        proposed(tmp_path, ENGLISH, "teams")


def test_a_file_without_headings(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="no row of headings"):
        proposed(tmp_path, "a\nb\n")


def loaded(folder: Path, content: str) -> tuple[str, dict[str, object]]:
    """The kind proposed for a table, and what its first row says by the proposal as it is."""
    table, mapping = proposed(folder, content)
    kind = yaml.safe_load(mapping.read_text("utf-8"))["kind"]
    row = take_in(table, folder / "spool", mapping=mapping).table(kind).to_pylist()[0]
    return kind, {name: value for name, value in row.items() if value is not None and name != "row"}


def test_a_ledger_whose_patents_go_by_their_applications(tmp_path: Path) -> None:
    assert loaded(
        tmp_path, "序号,专利证书号,专利号码,专利题名,专利权所有人,提交日,主分类,现状态\n"
        "1,1234567,ZL201220249767.4,轨枕,甲公司、乙大学,2012/5/31,E01B3/32,有效\n",
    ) == ("patents", {
        "application_number": "ZL201220249767.4", "title": "轨枕", "applicants": ["甲公司", "乙大学"],
        "filed_on": "2012/5/31", "main_class": "E01B3/32", "status": "有效"})


def test_a_list_of_deals(tmp_path: Path) -> None:
    # the columns of an import of deal records found in a public repository
    assert loaded(
        tmp_path, "专利号,专利名称,交易类型,许可方/转让方,被许可方/受让方,成交时间,价格,备注\n"
        "CN202410000000.1,储能方法,转让,甲公司,乙公司,2026-07-27,10.5万,示例\n",
    ) == ("deals", {
        "mode": "转让", "numbers": ["CN202410000000.1"], "grantors": ["甲公司"], "grantees": ["乙公司"],
        "signed_on": "2026-07-27", "amount": "10.5万", "note": "示例"})


def test_a_list_of_demands(tmp_path: Path) -> None:
    kind, row = loaded(tmp_path,
                       "需求名称,需求单位,需求详情,拟投入资金\n隔膜涂覆,甲公司,需要耐热隔膜的涂覆工艺,50万元\n")
    assert (kind, row["title"], row["organisation"], row["budget"]) == ("demands", "隔膜涂覆", "甲公司", "50万元")


def test_japanese_headings(tmp_path: Path) -> None:
    kind, row = loaded(tmp_path, "文献番号,出願番号,出願日,公知日,発明の名称,出願人/権利者,要約\n"
                                 "特開2021-123456,特願2020-012345,2020/01/29,2021/08/26,電池,甲株式会社,略\n")
    assert (kind, row["publication_number"], row["application_number"]) == ("patents", "特開2021-123456",
        "特願2020-012345")


def test_codes_of_countries_are_no_names(tmp_path: Path) -> None:
    _, row = loaded(tmp_path, "Doc ID,Invention,Company,Filed,Origin\nUS9254383B2,Thing,ACME INC,2013-04-28,US\n")
    assert row == {"publication_number": "US9254383B2", "title": "Thing", "applicants": ["ACME INC"],
                   "filed_on": "2013-04-28"}


def test_names_of_segments_are_no_names_of_organisations(tmp_path: Path) -> None:
    _, mapping = proposed(tmp_path, "领域,链条环节名称,龙头企业\n锂电池,正极材料,甲公司\n")
    assert "name" not in (yaml.safe_load(mapping.read_text("utf-8"))["columns"] or {}).values()
    assert "fill in by hand" in mapping.read_text("utf-8")


def test_an_order_of_dates_that_nothing_tells_is_left_to_a_person(tmp_path: Path) -> None:
    _, mapping = proposed(tmp_path, "Doc ID,Invention,Filed\nUS9254383B2,Thing,04/08/2013\n")
    assert "# dates: mdy" in mapping.read_text("utf-8")
    assert "dates" not in yaml.safe_load(mapping.read_text("utf-8"))
