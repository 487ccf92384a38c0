"""JSON and YAML: lists of objects, documents that hold such lists, and JSON lines."""

from __future__ import annotations

import json
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import yaml

from ipgraph.errors import UnreadableFile
from ipgraph.schema.engine import open_duckdb
from ipgraph.sources.encoding import BROKEN
from ipgraph.sources.read_delimited import BLOCK, SHOWN
from ipgraph.sources.sheet import SPACES, Body, Sheet, SourceFile, batch, refusals

#: Documents are parsed whole; larger ones come as JSON lines, which are not.
MOST_DOCUMENT = 256 << 20
FIRST_LINES = 5
#: Objects around the lists of an answer are opened this deep.
ENVELOPES = 3
#: True in SQL for a line all of whose bytes decoded.
WHOLE = f"NOT contains(line, chr({ord(BROKEN)}))"


def json_file(path: Path, origin: Path, spool: Path) -> SourceFile:
    """A JSON document, or JSON lines, which many call .json too."""
    if {".jsonl", ".ndjson"} & set(map(str.casefold, origin.suffixes)) or has_lines(path):
        return SourceFile(origin, (lines_sheet(path, spool),))
    if path.stat().st_size > MOST_DOCUMENT:
        raise UnreadableFile(
            f"{origin.name}: a JSON document this large must come as JSON lines",
            f"{origin.name}：如此大的 JSON 文件须改为每行一个对象（JSON lines）",
        )
    text = path.read_text(encoding="utf-8")
    if BROKEN in text:
        raise UnreadableFile(f"{origin.name}: holds bytes that do not decode", f"{origin.name}：含有无法解码的字节")
    try:
        return document(origin, json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(
            f"{origin.name}: not JSON, or cut short ({error})",
            f"{origin.name}：不是 JSON，或内容不完整（{error}）",
        ) from error


def has_lines(path: Path) -> bool:
    """True for JSON lines: of the first few lines, each of which opens an object, one is a whole object."""
    with path.open(encoding="utf-8") as file:
        lines = [line.strip() for line in islice(file, FIRST_LINES) if line.strip()]
    return len(lines) > 1 and lines[0].startswith("{") and any(line.startswith("{") and is_json(line) for line in lines)


def is_json(line: str) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def yaml_file(path: Path, origin: Path) -> SourceFile:
    """A YAML document without tags or aliases: an alias can grow a small file into a huge one."""
    try:
        with path.open(encoding="utf-8") as file:
            if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(file)):
                raise UnreadableFile(
                    f"{origin.name}: YAML aliases (*name) are not read",
                    f"{origin.name}：不读取 YAML 别名（*name）",
                )
        return document(origin, yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
    except yaml.YAMLError as error:
        raise UnreadableFile(
            f"{origin.name}: not YAML ({str(error).splitlines()[0]})",
            f"{origin.name}：不是 YAML（{str(error).splitlines()[0]}）",
        ) from error


def document(path: Path, content: Any) -> SourceFile:
    """A list of objects is one sheet; of an object, each member that is such a list is one, named by its key.

    Where an object has none, its members are opened in turn ({"data": {"records": […]}}); objects under keys of their
    own are rows too ({"CN1A": {…}, "CN2A": {…}}), the key in a column `key`.
    """
    if not isinstance(content, list | dict):
        raise UnreadableFile(
            f"{path.name}: holds neither a list of objects nor an object",
            f"{path.name}：内容既不是对象列表，也不是对象",
        )
    tables, constants = opened({"": content} if isinstance(content, list) else content)
    if not tables and isinstance(content, dict):
        tables, constants = {"": [content]}, {}
    if not tables:
        raise UnreadableFile(f"{path.name}: holds no list of objects", f"{path.name}：其中没有对象列表")
    return SourceFile(path, tuple(records_sheet(str(name), rows) for name, rows in tables.items()), constants)


def opened(members: dict[str, Any], depth: int = 0) -> tuple[dict[str, list[dict[str, Any]]], dict[str, Any]]:
    """Lists of objects by name, and what stands beside them."""
    tables = {name: rows for name, rows in members.items() if isinstance(rows, list) and rows
              and all(isinstance(row, dict) for row in rows)}
    constants = {name: value for name, value in members.items() if name not in tables}
    inner = {name: value for name, value in members.items() if isinstance(value, dict)}
    if tables or not inner or depth == ENVELOPES:
        return tables, constants
    if len(inner) == len(members) > 1 and set.intersection(*(set(value) for value in inner.values())):
        return {"": [{"key": name, **value} for name, value in inner.items()]}, {}
    for name, value in inner.items():
        found, beside = opened(value, depth + 1)
        tables |= {key or name: rows for key, rows in found.items()}
        constants |= beside if found else {}
    return tables, constants


def records_sheet(name: str, records: list[dict[str, Any]]) -> Sheet:
    keys = tuple(dict.fromkeys(str(key) for record in records for key in record))
    return Sheet(name, (keys,), partial(read_records, records, keys))


def read_records(records: list[dict[str, Any]], keys: tuple[str, ...], _heading: int, out: Path) -> Body:
    """Objects of a list as rows, numbered from 1; nested values stay JSON text."""
    rows = [(number, [text(record.get(key)) for key in keys]) for number, record in enumerate(records, start=1)]
    pq.write_table(batch(rows, len(keys)), out)
    return Body(out, len(rows), refusals(()))


def text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value and value.strip()
    return json.dumps(value, ensure_ascii=False)


def lines_sheet(path: Path, spool: Path) -> Sheet:
    """JSON lines, one object a line; the keys of all lines together are the headings."""
    lines = spool / "lines.parquet"
    numbered_lines(path, lines)
    with open_duckdb() as con:
        keys = con.execute(
            "SELECT DISTINCT unnest(json_keys(line)) AS key FROM read_parquet(?) WHERE json_valid(line) ORDER BY key",
            [str(lines)],
        ).fetchall()
    names = tuple(key for (key,) in keys)
    return Sheet("", (names,), partial(read_lines, lines, names))


def numbered_lines(path: Path, out: Path) -> None:
    """The lines of a text file as Parquet: `row` and `line`, blank ones left out but counted."""
    reader = pyarrow.csv.open_csv(
        path,
        read_options=pyarrow.csv.ReadOptions(column_names=["line"], use_threads=False, block_size=BLOCK),
        parse_options=pyarrow.csv.ParseOptions(delimiter="\x01", quote_char=False, ignore_empty_lines=False),
        convert_options=pyarrow.csv.ConvertOptions(column_types={"line": pa.string()}, check_utf8=False),
    )
    row = 0
    with pq.ParquetWriter(out, pa.schema({"row": pa.int64(), "line": pa.string()})) as writer:
        for part in reader:
            numbers = pa.array(range(row + 1, row + 1 + part.num_rows), pa.int64())
            row += part.num_rows
            writer.write_table(pa.table({"row": numbers, "line": part.column("line")}))


def read_lines(lines: Path, keys: tuple[str, ...], _heading: int, out: Path) -> Body:
    """Lines that are objects, their members in columns; a line that is none is refused."""
    source = str(lines)
    object_line = f"CASE WHEN json_valid(line) AND {WHOLE} THEN json_type(line) = 'OBJECT' ELSE false END"
    members = ", ".join(f"trim(json_extract_string(line, ${i + 3}), {SPACES}) AS c{i}" for i in range(len(keys)))
    values: list[Any] = [source, str(out)]
    paths = [f'$."{escaped(key)}"' for key in keys]
    with open_duckdb() as con:
        refused = con.execute(
            f"SELECT row, left(line, {SHOWN}), {WHOLE} FROM read_parquet($1)"
            f" WHERE trim(line) <> '' AND NOT {object_line}",
            [source],
        ).fetchall()
        shape = f"SELECT row{', ' if members else ''}{members} FROM read_parquet($1) WHERE {object_line}"
        con.execute(f"COPY ({shape}) TO $2 (FORMAT parquet)", values + paths)
    rows = pq.read_metadata(out).num_rows
    turned_away = [
        (row, "", line.replace(BROKEN, "�"), "malformed" if whole else "undecodable", "")
        for row, line, whole in refused
    ]
    return Body(out, rows + len(refused), refusals(turned_away))


def escaped(key: str) -> str:
    return key.replace("\\", "\\\\").replace('"', '\\"')

