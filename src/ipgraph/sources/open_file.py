"""Open a supplier's file, whatever it is, as sheets of text."""

from __future__ import annotations

from pathlib import Path

from ipgraph.errors import UnreadableFile
from ipgraph.sources import read_delimited, read_html, read_json, read_workbook
from ipgraph.sources.encoding import as_utf8
from ipgraph.sources.sheet import SourceFile
from ipgraph.sources.unpack import kind, unpack


def open_file(path: Path, spool: Path) -> SourceFile:
    """The sheets of a csv, tsv, xls(x), json, jsonl or yaml file, also gzipped; copies needed on the way go to `spool`.

    Raises NotFound, or UnreadableFile for a file that is empty, truncated, protected or no table at all.
    """
    plain = unpack(path, spool)
    what = kind(plain, path.name)
    if what == "workbook":
        return SourceFile(path, read_workbook.sheets(plain, path.name))
    text, broken = as_utf8(plain, spool, path.name)
    if text.stat().st_size == 0:
        raise UnreadableFile(f"{path.name}: the file is empty")
    if what == "json":
        return read_json.json_file(text, path, spool)
    if broken and what != "delimited":
        raise UnreadableFile(f"{path.name}: holds bytes that do not decode")
    if what == "yaml":
        return read_json.yaml_file(text, path)
    if what == "html":
        return SourceFile(path, read_html.sheets(text, path.name))
    return SourceFile(path, (read_delimited.sheet(text, broken, path.name),))
