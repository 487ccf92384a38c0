from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from ipgraph.errors import UnreadableFile
from ipgraph.sources.open_file import open_file

PAGE = (
    "<html><body><table><tr><th>申请号</th><th>申请人</th></tr><tr><td>CN1</td><td>甲<b>公司</b></td></tr>"
    "<tr><td>CN2</td></tr></table></body></html>"
)


def test_a_page_named_xls_is_its_table(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(PAGE, "gb18030")
    (sheet,) = open_file(path, tmp_path).sheets
    body = sheet.body(0, tmp_path / "b.parquet")
    assert sheet.head[0] == ("申请号", "申请人")
    assert pq.read_table(body.path).to_pylist() == [{"row": 2, "c0": "CN1", "c1": "甲公司"}]
    assert [(row["row"], row["reason"]) for row in body.refused.to_pylist()] == [(3, "too-few-cells")]


def test_a_page_without_a_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text("<html><body>请登录</body></html>", "utf-8")
    with pytest.raises(UnreadableFile, match=r"a\.xls"):
        open_file(path, tmp_path)


def test_a_cell_over_several_rows_stands_in_each(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        "<table><tr><td colspan=2>名单</td></tr><tr><td>省市</td><td>企业名称</td></tr><tr><td rowspan=2>山东</td>"
        "<td>甲</td></tr><tr><td>乙</td></tr></table>", "utf-8")
    (sheet,) = open_file(path, tmp_path).sheets
    assert sheet.head == (("名单", ""), ("省市", "企业名称"), ("山东", "甲"), ("山东", "乙"))


def test_an_xml_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="一"><Table>'
        '<Row><Cell><Data ss:Type="String">申请号</Data></Cell><Cell><Data>标题</Data></Cell>'
        '<Cell><Data>备注</Data></Cell>'
        '</Row><Row><Cell><Data>CN1</Data></Cell><Cell ss:Index="3"><Data>a&amp;b</Data></Cell></Row>'
        "<Row><Cell><Data>CN2</Data></Cell></Row></Table></Worksheet></Workbook>", "utf-8")
    (sheet,) = open_file(path, tmp_path).sheets
    assert (sheet.name, sheet.head[1:]) == ("一", (("CN1", "", "a&b"), ("CN2", "", "")))
