from __future__ import annotations

import pytest
from loaders.conftest import Taken


@pytest.mark.parametrize("title", ["标题", "标题 (中文)"])
def test_columns_of_older_and_newer_exports(taken: Taken, title: str) -> None:
    intake = taken(
        "a.csv",
        f"{title},申请人,公开（公告）号,申请号,申请日,IPC主分类,IPC,发明人,申请人国别代码,当前法律状态,专利有效性\n"
        "电池,甲公司; 乙大学,CN1A,CN201610895413.X,20161013,H01M10/05,H01M10/05;H01M4/13,张三; 李四,CN,授权,-\n",
    )
    (row,) = intake.table("patents").to_pylist()
    assert intake.layout == "incopat"
    assert {name: value for name, value in row.items() if value is not None} == {
        "row": 2, "title": "电池", "applicants": ["甲公司", "乙大学"], "publication_number": "CN1A",
        "application_number": "CN201610895413.X", "filed_on": "20161013", "main_class": "H01M10/05",
        "ipc": ["H01M10/05", "H01M4/13"], "inventors": ["张三", "李四"], "residence": "CN", "status": "授权",
    }
