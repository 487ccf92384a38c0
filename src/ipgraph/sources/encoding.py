"""Which encoding a text file is in, decided over the whole file, and its text as UTF-8.

1. A byte order mark decides (UTF-8, UTF-16); without one, zeros at every other byte mean UTF-16.
2. Text is UTF-8 when it decodes with at most one broken stretch on two whole characters of several bytes: in Chinese
   text of another encoding there are four on one. Rows that hold broken bytes are refused.
3. Text that decodes as GB18030 (at most one broken stretch on ten characters) is GB18030 when at least half of its
   double-byte characters have a second byte above A0. Chinese text has nearly all of them there; Latin-1 text with
   accented letters, whose next byte is mostly a plain letter, nearly none.
4. Text that decodes as Big5 is Big5 when more of its double-byte characters lie among the common ones of Big5 than
   among those of GB 2312, and at least half: of Chinese text nine in ten do in its own encoding, three to six in the
   other. This is asked before GB18030.
5. Everything else is Latin-1, unless it is full of control characters, which no text is.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ipgraph.errors import UnreadableFile
from ipgraph.sources.unpack import CHUNK, head

#: Stands where bytes do not decode: a code point that no text may hold.
BROKEN = "\ufdd0"
codecs.register_error("ipgraph.broken", lambda error: (BROKEN, getattr(error, "end", 0)))

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
DOUBLE = re.compile(rb"[\x81-\xfe]([\x40-\x7e\x80-\xfe])")
MOST_BROKEN = {"utf-8": 1 / 2, "gb18030": 1 / 10, "cp950": 1 / 10}
#: So many double-byte characters tell the one from the other; the rest of a large file is not asked.
ENOUGH = 100_000
#: Pairs of bytes that are the commonest characters: level 1 of GB 2312 and of Big5.
COMMON = {"gb18030": rb"[\xb0-\xd7][\xa1-\xfe]", "cp950": rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]"}


def detect(path: Path, name: str) -> str:
    """Name of the codec of the file; UnreadableFile where it is no text."""
    if codec := marked(path, name):
        return codec
    if sound(path) or mostly(path, "utf-8"):
        return "utf-8"
    if looks_traditional(path) and mostly(path, "cp950"):
        return "cp950"
    return "gb18030" if mostly(path, "gb18030") and looks_chinese(path) else "latin-1"


def marked(path: Path, name: str) -> str:
    """The codec that a byte order mark or zeros tell, else nothing; UnreadableFile where control characters are."""
    start = head(path, 1 << 16)
    for mark, codec in MARKS:
        if start.startswith(mark):
            return codec
    zeros = start[0::2].count(0), start[1::2].count(0)
    if max(zeros) > len(start) / 8 and min(zeros) < len(start) / 100:
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    if len(CONTROL.findall(start)) * 1000 > len(start):
        raise UnreadableFile(f"{name}: neither text nor a workbook", f"{name}：既不是文本，也不是工作簿")
    return ""


def mostly(path: Path, codec: str) -> bool:
    """True when the file decodes but for few broken bytes."""
    whole, broken = decoded(path, codec)
    return broken <= whole * MOST_BROKEN[codec]


def decoded(path: Path, codec: str) -> tuple[int, int]:
    """How many characters beyond ASCII decode, and how many stretches of bytes do not."""
    whole = broken = 0
    with path.open(encoding=codec, errors="ipgraph.broken", newline="") as file:
        while text := file.read(CHUNK):
            marks = text.count(BROKEN)
            broken += marks
            whole += len(text) - len(text.encode("ascii", "ignore")) - marks
    return whole, broken


def looks_chinese(path: Path) -> bool:
    """True when the double-byte characters lie where GB 2312 has them."""
    high = pairs = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            seconds = b"".join(DOUBLE.findall(chunk))
            pairs += len(seconds)
            high += len(re.findall(rb"[\xa1-\xfe]", seconds))
    return high * 2 >= pairs


def looks_traditional(path: Path) -> bool:
    """True when most double-byte characters are common ones of Big5, and more than are common ones of GB 2312."""
    found, pairs = dict.fromkeys(COMMON, 0), 0
    with path.open("rb") as file:
        while pairs < ENOUGH and (chunk := file.read(CHUNK)):
            doubles = [match.group() for match in DOUBLE.finditer(chunk)]
            pairs += len(doubles)
            for codec, shape in COMMON.items():
                found[codec] += sum(map(bool, map(re.compile(shape).fullmatch, doubles)))
    return found["cp950"] * 2 > pairs and found["cp950"] > found["gb18030"]


def sound(path: Path) -> bool:
    """True for UTF-8 without a broken byte: what most files are, told in one quick pass."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def as_utf8(path: Path, spool: Path, name: str) -> tuple[Path, bool]:
    """A UTF-8 file of the same text without byte order mark, and whether bytes were broken."""
    if not marked(path, name) and sound(path):
        return path, False
    codec = detect(path, name)
    copy = spool / "decoded"
    broken = False
    with path.open(encoding=codec, errors="ipgraph.broken", newline="") as file, \
            copy.open("w", encoding="utf-8", newline="") as out:
        while text := file.read(CHUNK):
            broken = broken or BROKEN in text
            out.write(text)
    return copy, broken
