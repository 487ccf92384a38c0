"""The larger holders under one name each, and where applicants live."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pandas as pd

COLUMNS = ("name", "kind", "name_en", "stock_code", "country", "listed_on", "aliases")
#: Legal forms that only one country has.
LEGAL_FORMS = (("株式会社|有限会社|Kabushiki ?Kaisha|:Kk$", "JP"), ("주식회사", "KR"))


@cache
def table() -> pd.DataFrame:
    frame = pd.read_csv(Path(__file__).parent / "holders.csv", dtype="str")
    return frame.assign(spellings=[re.compile(s, re.IGNORECASE) for s in frame.spellings])


@cache
def holder(name: str) -> int | None:
    """Row of the table that the spelling belongs to."""
    return next((row for row, spelling in enumerate(table().spellings) if spelling.search(name)), None)


def residence(names: list[str]) -> str | None:
    """Country of the first applicant: from the table, else from a legal form that only one country has."""
    if not names:
        return None
    row = holder(names[0])
    if row is not None:
        return str(table().country[row])
    return next((country for form, country in LEGAL_FORMS if re.search(form, names[0], re.IGNORECASE)), None)


def organisations(patents: pd.DataFrame, firms: pd.DataFrame) -> pd.DataFrame:
    """The holders of the table with their spellings on the shipped patents and short names; the listed firms."""
    seen = sorted({n for names in patents.applicants if isinstance(names, list) for n in names})
    aliases: dict[int, list[str]] = {}
    for name in seen:
        if (row := holder(name)) is not None:
            aliases.setdefault(row, []).append(name)
    known = table().iloc[sorted(aliases)]
    codes = firms.set_index("name")
    short = codes.aliases.to_dict()
    rows = pd.DataFrame({
        "name": known.name, "kind": known.name.map(lambda n: "Institution" if n.endswith("大学") else "Enterprise"),
        "name_en": known.name_en, "country": known.country, "stock_code": known.name.map(codes.stock_code),
        "listed_on": known.name.map(codes.listed_on),
        "aliases": [";".join(a for a in (short.get(name, name), *aliases[row]) if a != name)
                    for row, name in known.name.items()],
    })
    rest = firms[~firms.name.isin(known.name)]
    return pd.concat([rows, rest])[list(COLUMNS)].sort_values("name")
