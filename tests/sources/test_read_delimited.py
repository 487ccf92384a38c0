from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from ipgraph.sources import read_delimited
from ipgraph.sources.open_file import open_file
from ipgraph.sources.sheet import Body


def read(tmp_path: Path, content: str, heading: int = 0, codec: str = "utf-8") -> Body:
    path = tmp_path / "a.csv"
    path.write_bytes(content.encode(codec))
    (sheet,) = open_file(path, tmp_path).sheets
    return sheet.body(heading, tmp_path / "body.parquet")


def rows(body: Body) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in pq.read_table(body.path).to_pylist()]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    content = "".join(delimiter.join(cells) + "\n" for cells in (["a", "b", "c"], ["1", "x y", "3"], ["4", "", "6"]))
    assert rows(read(tmp_path, content)) == [(2, "1", "x y", "3"), (3, "4", "", "6")]


def test_lists_by_semicolon_do_not_outweigh_commas(tmp_path: Path) -> None:
    content = "title,ipc,applicants\n" + "x,A1;B2;C3;D4,u;v;w\n" * 5
    assert rows(read(tmp_path, content))[0] == (2, "x", "A1;B2;C3;D4", "u;v;w")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_quoted_cells_hold_delimiters_quotes_and_line_ends(tmp_path: Path, end: str) -> None:
    body = read(tmp_path, end.join(["a,b", f'1,"x, ""y""{end}z"', "2,w", ""]))
    assert rows(body) == [(2, "1", f'x, "y"{end}z'), (3, "2", "w")]


def test_uneven_rows_are_refused_by_number_and_blank_ones_passed_over(tmp_path: Path) -> None:
    body = read(tmp_path, "a,b,c\n1,2,3\n\n4,5\n,,\n6,7,8,9\n10,11,12\n")
    assert rows(body) == [(2, "1", "2", "3"), (7, "10", "11", "12")]
    assert body.read == 4
    assert [(row["row"], row["value"], row["reason"], row["detail"]) for row in body.refused.to_pylist()] == [
        (4, "4,5", "too-few-cells", "2/3"), (6, "6,7,8,9", "too-many-cells", "4/3"),
    ]


def test_row_numbers_hold_across_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_delimited, "BLOCK", 500)
    lines = [f"{i},x" if i % 7 else "short" for i in range(2, 1000)]
    body = read(tmp_path, "\n".join(["a,b", *lines]))
    assert rows(body) == [(i, str(i), "x") for i in range(2, 1000) if i % 7]
    assert [row["row"] for row in body.refused.to_pylist()] == [i for i in range(2, 1000) if i % 7 == 0]


def test_rows_above_the_headings_are_no_data(tmp_path: Path) -> None:
    body = read(tmp_path, "专利清单\n\na,b\n1,2\n", heading=2)
    assert (rows(body), body.read, body.refused.num_rows) == ([(4, "1", "2")], 1, 0)


def test_headings_alone_are_no_rows(tmp_path: Path) -> None:
    body = read(tmp_path, "a,b\n")
    assert (rows(body), body.read) == ([], 0)


def test_a_stray_quote_in_tab_separated_text_swallows_nothing(tmp_path: Path) -> None:
    body = read(tmp_path, 'code\tproduct\n1\t"经公司登记\n2\tx\n3\t碘盐标志"\n4\ty\n')
    assert rows(body) == [(2, "1", '"经公司登记'), (3, "2", "x"), (4, "3", '碘盐标志"'), (5, "4", "y")]


def test_quoted_cells_in_tab_separated_text_lose_their_quotes(tmp_path: Path) -> None:
    body = read(tmp_path, 'a\tb\n1\t"x ""y""\nz"\n2\tw\n')
    assert rows(body) == [(2, "1", 'x "y"\nz'), (3, "2", "w")]


def test_a_quote_never_closed_is_refused(tmp_path: Path) -> None:
    body = read(tmp_path, 'a,b\n1,x\n2,"y\n3,z\n4,w\n')
    assert rows(body) == [(2, "1", "x")]
    assert [(row["row"], row["reason"]) for row in body.refused.to_pylist()] == [(3, "malformed")]
    assert body.read == 2


def test_rows_with_broken_bytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    good = "标题,人\n" + "一种电池,深圳大学\n" * 30
    path.write_bytes(good.encode() + b"\xe4\xb8,x\n" + "末行,y\n".encode())
    (sheet,) = open_file(path, tmp_path).sheets
    body = sheet.body(0, tmp_path / "body.parquet")
    assert rows(body)[-1] == (33, "末行", "y")
    (refused,) = body.refused.to_pylist()
    assert (refused["row"], refused["value"], refused["reason"]) == (32, "� | x", "undecodable")
    assert body.read == 32
