from __future__ import annotations

from pathlib import Path

import pytest

from ipgraph.errors import UnreadableFile
from ipgraph.sources.encoding import BROKEN, as_utf8, detect

CHINESE = "申请号,专利名称,申请人\nCN201610895413.X,一种超声探头以及超声成像辅助诊断系统,深圳大学\n" * 20
TRADITIONAL = "專利名稱,申請人\n電動車電池冷卻裝置與鎔煉設備,鴻海精密工業股份有限公司\n" * 20
ACCENTED = "Title,Applicants\nBrûleur à gaz prémélangé,Société Générale de Mécanique\nKühlgerät,Müller GmbH\n" * 20


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "cp950", "cp950"),
        ("產業,上市公司\n半導體,台灣積體電路製造股份有限公司\n", "cp950", "cp950"),
        ("申请人,摘要\n深圳大学,本发明公开了一种方法\n", "gb18030", "gb18030"),
        (ACCENTED, "latin-1", "latin-1"),
        (ACCENTED, "utf-8", "utf-8"),
        (CHINESE, "utf-16", "utf-16"),
        ("Publication Number,Title\nUS1,Pizza\n" * 9, "utf-16-le", "utf-16-le"),
        ("Publication Number,Title\nUS1,Pizza\n" * 9, "utf-16-be", "utf-16-be"),
        ("plain,ascii\n1,2\n", "ascii", "utf-8"),
    ],
)
def test_the_encoding_is_found_and_the_text_comes_back(tmp_path: Path, text: str, written: str, found: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(written))
    assert detect(path, path.name) == found
    copy, broken = as_utf8(path, tmp_path, path.name)
    assert (copy.read_bytes().decode("utf-8"), broken) == (text, False)


def test_a_single_accent_before_letters_is_not_taken_for_chinese(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Name\nFrançois\n".encode("latin-1"))
    assert detect(path, path.name) == "latin-1"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_leave_the_encoding_and_are_marked(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes((CHINESE * 5).encode(codec) + b"CN1,\xff\xff,x\n")
    copy, broken = as_utf8(path, tmp_path, path.name)
    assert detect(path, path.name) == codec
    assert broken
    assert copy.read_text("utf-8").startswith(CHINESE)
    assert BROKEN in copy.read_text("utf-8").splitlines()[-1]


def test_binary_rubbish_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(UnreadableFile, match=r"a\.csv"):
        detect(path, path.name)
