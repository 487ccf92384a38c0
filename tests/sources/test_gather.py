from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from ipgraph.errors import NotFound, UnreadableFile
from ipgraph.sources import gather, take_in
from ipgraph.sources.unpack import SUSPECT_BYTES

TABLE = "citing,cited\nCN1A,CN2A\n"


def filled(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TABLE, "utf-8")
    return folder


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def shown(folder: Path, spool: Path) -> list[str]:
    return [found.shown.relative_to(folder).as_posix() for found in gather([folder], spool)]


def test_a_folder_is_walked_but_for_hidden_and_lock_files(tmp_path: Path) -> None:
    folder = filled(tmp_path / "in", "b.csv", "sub/a.csv", ".hidden.csv", ".git/x.csv", "~$b.xlsx", "sub/Thumbs.db")
    assert shown(folder, tmp_path / "spool") == ["b.csv", "sub/a.csv"]


def test_links_to_folders_are_not_entered(tmp_path: Path) -> None:
    folder = filled(tmp_path / "in", "a.csv")
    (folder / "again").symlink_to(folder)
    assert shown(folder, tmp_path / "spool") == ["a.csv"]


def test_a_folder_without_files(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="holds no files"):
        gather([filled(tmp_path / "in", ".hidden")], tmp_path / "spool")


def test_a_file_that_is_not_there_is_left_to_be_told(tmp_path: Path) -> None:
    (found,) = gather([tmp_path / "none.csv"], tmp_path / "spool")
    assert found.path == tmp_path / "none.csv"


def test_archives_are_opened_also_inside_one_another(tmp_path: Path) -> None:
    path = tmp_path / "in" / "all.zip"
    path.parent.mkdir()
    path.write_bytes(zipped({"x/a.csv": TABLE, "inner.zip": zipped({"b.csv": TABLE}), "__MACOSX/a.csv": "",
    "x/.DS_Store": ""}))
    files = gather([path], tmp_path / "spool")
    assert [found.shown.relative_to(path.parent).as_posix() for found in files] == [
        "all.zip/inner.zip/b.csv", "all.zip/x/a.csv",
    ]
    assert [take_in(found.path, tmp_path / "s").layout for found in files] == ["ipgraph_citations"] * 2


def test_members_stay_inside_and_keep_their_day(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("../../out.csv", (2020, 1, 2, 0, 0, 0)), TABLE)
    (found,) = gather([path], tmp_path / "spool")
    assert found.path.is_relative_to(tmp_path / "spool")
    assert os.stat(found.path).st_mtime < 1_580_000_000


def test_names_written_in_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(zipped({"ABCD.csv": TABLE}).replace(b"ABCD", "专利".encode("gb18030")))
    (found,) = gather([path], tmp_path / "spool")
    assert found.shown.name == "专利.csv"


def test_a_workbook_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(zipped({"[Content_Types].xml": "x"}))
    assert [found.path for found in gather([path], tmp_path / "spool")] == [path]


def test_a_bomb_is_not_unpacked_and_says_so_when_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.csv", "w") as member:
        for _ in range((SUSPECT_BYTES >> 20) + 2):
            member.write(bytes(1 << 20))
    (found,) = gather([path], tmp_path / "spool")
    with pytest.raises(UnreadableFile, match="implausible"):
        take_in(found.path, tmp_path / "s")


def test_an_archive_cut_short_or_with_nothing_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    for content in (zipped({"a.csv": TABLE})[:-30], zipped({".DS_Store": ""})):
        path.write_bytes(content)
        (found,) = gather([path], tmp_path / "spool")
        with pytest.raises(UnreadableFile, match=r"a\.zip: (damaged|an archive)"):
            take_in(found.path, tmp_path / "s")


def test_files_of_a_set_are_put_together_also_from_their_own_archives(tmp_path: Path) -> None:
    folder = filled(tmp_path / "in", "other.csv", "g_patent.tsv")
    (folder / "g_assignee_disambiguated.tsv.zip").write_bytes(zipped({"g_assignee_disambiguated.tsv": TABLE}))
    assert shown(folder, tmp_path / "spool") == ["other.csv", "patentsview"]


def test_one_file_of_a_set_stands_for_itself(tmp_path: Path) -> None:
    assert shown(filled(tmp_path / "in", "g_patent.tsv", "x/g_location.tsv"), tmp_path / "spool") == [
        "g_patent.tsv", "x/g_location.tsv",
    ]


def test_a_set_has_the_digest_of_its_content_wherever_it_lies(tmp_path: Path) -> None:
    names = ("tls201_appln.csv", "tls211_pat_publn.csv")
    (one,) = gather([filled(tmp_path / "a", *names)], tmp_path / "s1")
    (other,) = gather([filled(tmp_path / "b", *names)], tmp_path / "s2")
    assert one.path.read_bytes() == other.path.read_bytes()
    (tmp_path / "b" / names[0]).write_text("changed", "utf-8")
    (third,) = gather([tmp_path / "b"], tmp_path / "s3")
    assert third.path.read_bytes() != one.path.read_bytes()


def test_a_file_read_by_a_mapping_has_the_digest_of_both(tmp_path: Path) -> None:
    table, mapping = tmp_path / "a.csv", tmp_path / "m.yaml"
    table.write_text("号\nCN1A\n", "utf-8")
    mapping.write_text("columns: {号: publication_number}", "utf-8")
    (one,) = gather([table], tmp_path / "s1", mapping)
    (same,) = gather([table], tmp_path / "s2", mapping)
    mapping.write_text("columns: {号: application_number}", "utf-8")
    (other,) = gather([table], tmp_path / "s3", mapping)
    assert (one.path.name, one.shown) == ("a.csv", table)
    assert one.path.read_bytes() == same.path.read_bytes() != other.path.read_bytes()
    intake = take_in(other.path, tmp_path / "s")
    assert (intake.layout, intake.table("patents")["application_number"].to_pylist()) == ("m.yaml", ["CN1A"])


def test_a_mapping_that_is_wrong_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no such mapping"):
        gather([filled(tmp_path / "in", "a.csv")], tmp_path / "spool", tmp_path / "none.yaml")
