from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from ipgraph.errors import NotFound, UnreadableFile
from ipgraph.sources.open_file import open_file
from ipgraph.sources.unpack import SUSPECT_BYTES, implausible, kind, unpack


def test_a_plain_file_is_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n")
    assert unpack(path, tmp_path) == path


def test_gzip_is_known_by_content_not_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(gzip.compress(b"a,b\n1,2\n"))
    assert unpack(path, tmp_path).read_bytes() == b"a,b\n1,2\n"


def test_a_truncated_gzip_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n1,2\n" * 1000)[:-20])
    with pytest.raises(UnreadableFile, match=r"a\.csv\.gz"):
        unpack(path, tmp_path)


@pytest.mark.parametrize("content", [b"", gzip.compress(b"")])
def test_an_empty_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"a\.csv\.gz"):
        unpack(path, tmp_path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"b\.csv"):
        unpack(tmp_path / "b.csv", tmp_path)


def test_a_gzip_bomb_is_stopped_while_unpacking(tmp_path: Path) -> None:
    path = tmp_path / "bomb.csv.gz"
    with gzip.open(path, "wb") as file:
        for _ in range((SUSPECT_BYTES >> 20) + 2):
            file.write(bytes(1 << 20))
    with pytest.raises(UnreadableFile, match="implausible"):
        unpack(path, tmp_path)


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/a.xml", "w") as member:
        for _ in range((SUSPECT_BYTES >> 20) + 2):
            member.write(bytes(1 << 20))
    with pytest.raises(UnreadableFile, match="implausible"):
        kind(path, path.name)


@pytest.mark.parametrize(
    ("packed", "unpacked", "expected"),
    [(1 << 20, 100 << 20, False), (1 << 20, 300 << 20, True), (10 << 20, 300 << 20, False), (1 << 30, 3 << 30, True)],
)
def test_implausible_sizes(packed: int, unpacked: int, expected: bool) -> None:
    assert implausible(packed, unpacked, 2 << 30) is expected


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "workbook"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "html"),
        ("a.xls", "申请号\t申请日\n".encode(), "delimited"),
        ("a.json.gz", b'[{"a": 1}]', "json"),
        ("a.txt", b'{"a": 1}\n', "json"),
        ("a.yml", b"chains: []\n", "yaml"),
    ],
)
def test_kind_is_read_from_content_then_name(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    assert kind(path, name) == expected


@pytest.mark.parametrize(("start", "told"), [
    (b"%PDF-1.7\n", "a PDF.*copy its table into a workbook"), (b"\x89PNG\r\n", "a picture"),
    (b"Rar!\x1a\x07", "a RAR archive.*unpack it"), (b"{\\rtf1", "an RTF document"),
])
def test_what_is_no_table_says_what_to_do(tmp_path: Path, start: bytes, told: str) -> None:
    path = tmp_path / "名单.xls"
    path.write_bytes(start + b" " * 100)
    with pytest.raises(UnreadableFile, match=told) as raised:
        open_file(path, tmp_path)
    assert "请" in raised.value.zh
