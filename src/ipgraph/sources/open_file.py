"""Open a supplier's file, whatever it is, as sheets of text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ipgraph.errors import UnreadableFile
from ipgraph.sources import read_delimited, read_docx, read_html, read_json, read_parquet, read_workbook
from ipgraph.sources.encoding import as_utf8
from ipgraph.sources.file_set import is_set, members_of
from ipgraph.sources.sheet import Sheet, SourceFile
from ipgraph.sources.unpack import kind, unpack


def open_file(path: Path, spool: Path) -> SourceFile:
    """The sheets of a csv, tsv, xls(x), docx, json, jsonl, yaml or Parquet file, also gzipped, or of a set of such.

    Copies needed on the way go to `spool`.

    Raises NotFound, or UnreadableFile for a file that is empty, truncated, protected or no table at all.
    """
    if is_set(path):
        return open_set(path, spool)
    plain = unpack(path, spool)
    what = kind(plain, path.name)
    if what == "workbook":
        return SourceFile(path, read_workbook.sheets(plain, path.name))
    if what == "document":
        return SourceFile(path, read_docx.sheets(plain, path.name))
    if what == "parquet":
        return SourceFile(path, (read_parquet.sheet(plain, path.name),))
    text, broken = as_utf8(plain, spool, path.name)
    if text.stat().st_size == 0:
        raise UnreadableFile(f"{path.name}: the file is empty", f"{path.name}：文件为空")
    if what == "json":
        return read_json.json_file(text, path, spool)
    if broken and what != "delimited":
        raise UnreadableFile(f"{path.name}: holds bytes that do not decode", f"{path.name}：含有无法解码的字节")
    if what == "yaml":
        return read_json.yaml_file(text, path)
    if what == "html":
        return SourceFile(path, read_html.sheets(text, path.name))
    return SourceFile(path, (read_delimited.sheet(text, broken, path.name),))


def open_set(path: Path, spool: Path) -> SourceFile:
    """The sheets of all files of a set, each named after its file; a set of one file is that file."""
    members = members_of(path)
    if len(members) == 1:
        return replace(open_file(members[0], spool), path=path)
    sheets: list[Sheet] = []
    for number, member in enumerate(members):
        room = spool / f"member{number}"
        room.mkdir()
        sheets += (replace(sheet, name=member.name) for sheet in open_file(member, room).sheets)
    return SourceFile(path, tuple(sheets))
