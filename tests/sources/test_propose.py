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
