"""What all text columns share: one width, no stray spaces, and null instead of a sign for nothing.

`tidy` comes first and its result is kept in a table; the other types take tidy text. Ibis writes an expression out
anew wherever it is used, so a chain of cleanings on one column grows by multiplication.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import ibis
from ibis.expr.types import StringColumn, StringValue, Value

from ipgraph.schema.engine import open_ibis

#: Full-width forms and typographic variants, and what stands for them. NFKC as a table, because both
#: backends have `translate` and neither has a normaliser.
WIDE = "".join(chr(c) for c in range(0xFF01, 0xFF5F)) + "　\u00a0‐‑–—−﹣〔〕【】﹙﹚"
NARROW = "".join(chr(c) for c in range(0x21, 0x7F)) + "  ------()()()"

#: Finds any of the wide forms: `translate` builds its table for every row anew (3 µs), so rows without are spared it.
ANY_WIDE = "[！-～　\u00a0‐‑–—−﹣〔〕【】﹙﹚]"
ANY_SPACES = r"\s\s|[\t\n\f\r]"

#: Signs that suppliers write for "nothing known".
NOTHING = ("", "-", "--", "—", "/", "NA", "N/A", "NAN", "NULL", "NONE", "无", "UNKNOWN", "\\N")
#: A sign with all the spaces around it is shorter; what is longer is not compared.
LONGEST = 64


def tidy(value: StringValue) -> StringValue:
    """Half-width, trimmed, runs of spaces made one; signs for nothing become null."""
    narrow = ibis.ifelse(value.re_search(ANY_WIDE), value.translate(WIDE, NARROW), value)
    text = ibis.ifelse(value.re_search(f"{ANY_WIDE}|{ANY_SPACES}"), narrow.re_replace(r"\s+", " "), value).strip()
    return ibis.ifelse((value.length() < LONGEST) & text.upper().isin(NOTHING), ibis.null("string"), text)


def clean_one(expression: Callable[[StringColumn], Value], value: str) -> object:
    """The column expression applied to the tidy form of one value typed by a person."""
    tidied = session().to_pyarrow(tidy(ibis.literal(value)))
    column = ibis.memtable({"value": [tidied.as_py()]}, schema={"value": "string"}).value
    return session().to_pyarrow(expression(column).name("value"))[0].as_py()


@lru_cache(1)
def session() -> ibis.BaseBackend:
    return open_ibis()
