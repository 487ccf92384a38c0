"""Every sort of bad input in one load: what cannot be used is refused and told, the rest goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from commands.run import Done, ipgraph

PATENTS = "publication_number,title,applicants,filed_on,ipc"
GOOD = "CN112345678A,电池,甲公司,2020-01-01,H01M10/0525"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("供应商 files")
    good = "\n".join((PATENTS, GOOD, "CN112345679A,电机,乙公司,2020-01-02,H02K1/00")) + "\n"
    (folder / "good 好.csv").write_text(good, "utf-8")
    (folder / "missing_column.csv").write_text(good.replace("filed_on", "nonsense"), "utf-8")
    bad = (PATENTS, GOOD, GOOD, GOOD.replace("电池", "电机"), "CN300000001A,日期,甲公司,2020-02-30,H01M10/00",
           "CN300000002A,少单元格", "abc,号码,甲公司,2020-01-01,H01M10/00",
           "CN300000003A,好,丙公司,2020-01-01,H01M10/00")
    (folder / "rows.csv").write_text("\n".join(bad) + "\n", "utf-8")
    (folder / "edges.csv").write_text(
        "citing,cited\nCN112345678A,CN112345679A\nCN112345678A,CN999999999A\nCN112345678A,CN112345678A\n", "utf-8")
    (folder / "empty.csv").touch()
    many = "\n".join((PATENTS, *(GOOD.replace("CN112345678A", f"CN4{n:08}A") for n in range(200))))
    broken = b"\nCN300000009A,\xff\xff\xff,a,2020-01-01,H01M10/00\n"
    (folder / "encoding.csv").write_bytes(many.encode() + broken)
    assert ipgraph("template", "chain", "--out", folder / "chain.xlsx").code == 0
    whole = (folder / "chain.xlsx").read_bytes()
    (folder / "truncated.xlsx").write_bytes(whole[: len(whole) // 2])
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home") / "工作区 home"


@pytest.fixture(scope="module")
def loaded(files: Path, home: Path) -> Done:
    return ipgraph("load", *sorted(files.glob("*.*")), files / "nofile.csv", "--json", home=home)


@pytest.fixture(scope="module")
def lines(loaded: Done) -> dict[str, dict[str, Any]]:
    return {Path(line["file"]).name: line for line in loaded.json}


def test_the_exit_code_says_that_something_was_refused(loaded: Done) -> None:
    assert loaded.code == 1


def test_kept_and_refused_are_what_was_read(lines: dict[str, dict[str, Any]]) -> None:
    assert all(line["kept"] + line["refused"] == line["read"] for line in lines.values())
    assert all(sum(line["reasons"].values()) == line["refused"] for line in lines.values())
    good = lines["good 好.csv"]
    assert (good["layout"], good["read"], good["kept"]) == ("ipgraph_patents", 2, 2)


def test_rows_are_counted_by_reason(lines: dict[str, dict[str, Any]]) -> None:
    assert (lines["rows.csv"]["read"], lines["rows.csv"]["kept"]) == (7, 3)
    assert lines["rows.csv"]["reasons"] == {
        "duplicate-differs": 1, "impossible-date": 1, "impossible-patent-number": 1, "too-few-cells": 1}
    assert (lines["encoding.csv"]["kept"], lines["encoding.csv"]["reasons"]) == (200, {"undecodable": 1})
    assert lines["edges.csv"]["reasons"] == {"edge-to-nothing": 1, "self-reference": 1}


@pytest.mark.parametrize(("name", "told"), [
    ("missing_column.csv", "filed_on"), ("empty.csv", "empty.csv"), ("truncated.xlsx", "truncated.xlsx"),
    ("nofile.csv", "nofile.csv"),
])
def test_a_file_that_cannot_be_used_says_why_in_a_sentence(
    lines: dict[str, dict[str, Any]], loaded: Done, name: str, told: str,
) -> None:
    assert told in lines[name]["error"]
    assert (lines[name]["read"], lines[name]["layout"]) == (0, None)
    assert any(name in sentence for sentence in loaded.err.splitlines())


def test_every_refusal_can_be_read_back(loaded: Done, home: Path, lines: dict[str, dict[str, Any]]) -> None:
    version = (home / "bundle" / "CURRENT").read_text()
    refused = pq.read_table(home / "bundle" / version / "refused.parquet").to_pylist()
    rows = {(r["source"], r["row"], r["field"], r["reason"]) for r in refused if r["row"]}
    assert rows >= {
        ("rows.csv", 4, "publication_number", "duplicate-differs"), ("rows.csv", 5, "filed_on", "impossible-date"),
        ("rows.csv", 7, "publication_number", "impossible-patent-number"), ("edges.csv", 3, "cited", "edge-to-nothing"),
        ("edges.csv", 4, "cited", "self-reference"),
    }
    assert {(r["row"], r["reason"]) for r in refused if r["source"] == "rows.csv"} >= {(6, "too-few-cells")}
    unusable = {r["source"]: r["detail"] for r in refused if r["reason"] == "unusable-file"}
    assert set(unusable) == {name for name, line in lines.items() if line["error"]}
    assert all(unusable.values())


def test_loading_the_same_again_gives_the_same_version(loaded: Done, files: Path, home: Path) -> None:
    before = (home / "bundle" / "CURRENT").read_text()
    again = ipgraph("load", *sorted(files.glob("*.*")), files / "nofile.csv", "--json", home=home)
    assert again.json == loaded.json
    assert (home / "bundle" / "CURRENT").read_text() == before


def test_where_no_file_can_be_used_the_bundle_in_force_stays(loaded: Done, files: Path, home: Path) -> None:
    before = (home / "bundle" / "CURRENT").read_text()
    done = ipgraph("load", files / "empty.csv", files / "missing_column.csv", "--json", home=home)
    assert done.code == 2
    assert [line["kept"] for line in done.json] == [0, 0]
    assert (home / "bundle" / "CURRENT").read_text() == before


def test_the_report_for_people_names_files_and_reasons_in_both_languages(
    loaded: Done, files: Path, home: Path,
) -> None:
    chinese = ipgraph("load", files / "rows.csv", home=home)
    english = ipgraph("load", files / "rows.csv", "--lang", "en", home=home)
    assert (chinese.code, english.code) == (1, 1), (chinese, english)
    assert ("不存在的日期" in chinese.out, "no such date" in english.out) == (True, True)


def test_the_template_loads_cleanly(files: Path, tmp_path: Path) -> None:
    done = ipgraph("load", files / "chain.xlsx", "--json", home=tmp_path)
    [line] = done.json
    assert (done.code, line["layout"], line["refused"], line["error"]) == (0, "chain_workbook", 0, None)
    assert line["read"] > 0


def test_a_day_that_is_none_is_told_before_anything_is_read(files: Path, tmp_path: Path) -> None:
    done = ipgraph("load", files / "good 好.csv", "--as-of", "2024-02-30", home=tmp_path / "home")
    assert (done.code, "2024-02-30" in done.sentence) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_layout_asked_for_tells_what_the_file_lacks(files: Path, tmp_path: Path) -> None:
    done = ipgraph("load", files / "edges.csv", "--as", "ipgraph_patents", "--json", home=tmp_path)
    assert done.code == 2
    assert all(word in done.json[0]["error"] for word in ("title", "applicants", "filed_on", "ipc"))
