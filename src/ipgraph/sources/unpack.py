"""What a file really is, by its content, and its bytes unpacked where it is gzipped; bombs are refused."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from ipgraph.errors import NotFound, UnreadableFile

CHUNK = 1 << 20
#: Unpacked size no supplier's workbook has, and the ratio beyond which a large one is a bomb.
MOST_BYTES = 2 << 30
SUSPECT_BYTES = 200 << 20
MOST_RATIO = 200
#: A gzipped export may be larger than a workbook: text is streamed, so only the disk limits it.
MOST_GZIP_BYTES = 64 << 30
#: How files begin that hold no table to read, and what they are.
FOREIGN = (
    (b"%PDF", "a PDF", " PDF 文件"), (b"{\\rtf", "an RTF document", " RTF 文档"), (b"\x89PNG", "a picture", "图片"),
    (b"\xff\xd8\xff", "a picture", "图片"),
)
PACKED = ((b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"))
#: Bit of a zip member's flags.
ENCRYPTED = 1


def unpack(path: Path, spool: Path) -> Path:
    """The file itself, or a copy of its content in `spool` where it is gzipped."""
    if not path.is_file():
        raise NotFound(
            f"{path.name}: no such file" if not path.exists() else f"{path.name}: not a file",
            f"{path.name}：没有此文件" if not path.exists() else f"{path.name}：不是文件",
        )
    size = path.stat().st_size
    if size == 0:
        raise UnreadableFile(f"{path.name}: the file is empty", f"{path.name}：文件为空")
    if head(path)[:2] != b"\x1f\x8b":
        return path
    plain = spool / "unpacked"
    written = 0
    try:
        with gzip.open(path, "rb") as packed, plain.open("wb") as out:
            while chunk := packed.read(CHUNK):
                written += len(chunk)
                if implausible(size, written, MOST_GZIP_BYTES):
                    raise UnreadableFile(
                        f"{path.name}: unpacks to an implausible size, beyond {written >> 20} MiB",
                        f"{path.name}：解压后大小异常，超过 {written >> 20} MiB",
                    )
                out.write(chunk)
    except (EOFError, OSError, zlib.error) as error:
        raise UnreadableFile(
            f"{path.name}: damaged or truncated gzip file",
            f"{path.name}：gzip 文件损坏或不完整",
        ) from error
    if written == 0:
        raise UnreadableFile(f"{path.name}: the gzip file holds nothing", f"{path.name}：gzip 文件中没有内容")
    return plain


def implausible(packed: int, unpacked: int, most: int) -> bool:
    """True for sizes no honest file has: beyond `most`, or large and packed more than 200 to 1."""
    return unpacked > most or (unpacked > SUSPECT_BYTES and unpacked > MOST_RATIO * packed)


def kind(path: Path, name: str) -> str:
    """'workbook', 'document', 'parquet', 'html', 'json', 'yaml' or 'delimited', by content first, of plain text by
    `name`. Raises UnreadableFile for what holds no table."""
    start = head(path)
    if start[:4] == b"PK\x03\x04":
        return check_zip(path, name)
    foreign(start, name)
    if start[:4] == b"PAR1":
        return "parquet"
    if start[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "workbook"
    suffixes = [suffix.casefold() for suffix in Path(name).suffixes]
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if {".json", ".jsonl", ".ndjson"} & set(suffixes):
        return "json"
    if {".yaml", ".yml"} & set(suffixes):
        return "yaml"
    lowered = text[:1000].lower()
    if lowered.startswith((b"<html", b"<!doctype html", b"<table")) or (
            lowered[:1] == b"<" and (b"<html" in lowered or b"<workbook" in lowered or b"excel.sheet" in lowered)):
        return "html"
    return "json" if text[:2] in (b'{"', b'[{') else "delimited"


def foreign(start: bytes, name: str) -> None:
    """Raise UnreadableFile for a file that is something else than a table, saying what to do with it."""
    for mark, en, zh in FOREIGN:
        if start.startswith(mark):
            raise UnreadableFile(
                f"{name}: {en}, which is not read; copy its table into a workbook (xlsx) and load that",
                f"{name}：是{zh}，无法读取；请将其中的表格复制到工作簿（xlsx）后载入",
            )
    for mark, kind in PACKED:
        if start.startswith(mark):
            raise UnreadableFile(
                f"{name}: a {kind} archive, which is not opened; unpack it and load the folder",
                f"{name}：是 {kind} 压缩包，无法打开；请解压后载入文件夹",
            )


def check_zip(path: Path, name: str) -> str:
    """'workbook' or 'document'; UnreadableFile for a zip that is neither, is broken, or unpacks to an implausible
    size."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableFile(f"{name}: damaged or truncated workbook or archive",
                             f"{name}：工作簿或压缩包损坏或不完整") from error
    if implausible(path.stat().st_size, unpacked := sum(member.file_size for member in members), MOST_BYTES):
        raise UnreadableFile(
            f"{name}: unpacks to an implausible size, {unpacked >> 20} MiB",
            f"{name}：解压后大小异常，达 {unpacked >> 20} MiB",
        )
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise UnreadableFile(f"{name}: protected by a password", f"{name}：设有密码")
    if not is_workbook(members):
        raise UnreadableFile(
            f"{name}: an archive that holds no file to read, or is damaged",
            f"{name}：压缩包中没有可读的文件，或已损坏",
        )
    return "document" if any(member.filename == "word/document.xml" for member in members) else "workbook"


def is_workbook(members: Iterable[zipfile.ZipInfo]) -> bool:
    """True for what xlsx, xlsm, xlsb, ods and docx have inside."""
    return bool({"[Content_Types].xml", "mimetype"} & {member.filename for member in members})


def head(path: Path, size: int = 4096) -> bytes:
    with path.open("rb") as file:
        return file.read(size)
