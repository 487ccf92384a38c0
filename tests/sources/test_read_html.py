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
