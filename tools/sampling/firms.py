"""Listed firms and the segments they work in, from the names of the products they sell."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pandas as pd

from sampling.originals import DATA

FOLDER = DATA / "chain_knowledge_graph"

#: Exchange by the first digit of the code.
EXCHANGES = {"0": ".SZ", "2": ".SZ", "3": ".SZ", "6": ".SH", "9": ".SH"}


@cache
def operates() -> pd.DataFrame:
    """`name`, `stock_code`, `segment`: a firm sells a product whose name meets the segment's expression."""
    products = pd.read_csv(FOLDER / "company_product.tsv.gz", sep="\t", dtype="str", quoting=csv.QUOTE_NONE)
    products = products.assign(code=products.company_code.str[:6]).merge(companies(), on="code")
    wanted = pd.read_csv(Path(__file__).parent / "products.csv", dtype="str")
    found = []
    for segment, expression in zip(wanted.segment, wanted.products, strict=True):
        hit = products[products["product"].fillna("").map(lambda p, e=re.compile(expression): bool(e.search(p)))]
        found.append(hit.assign(segment=segment))
    return pd.concat(found)[["name", "stock_code", "segment"]].drop_duplicates().sort_values(["segment", "stock_code"])


@cache
def companies() -> pd.DataFrame:
    """Listed firms. Codes stand as 301079 or 600373.SH; rows whose cells have slipped are left out."""
    frame = pd.read_json(FOLDER / "company.json", lines=True, dtype=False).astype("str")
    frame = frame[frame.code.str.fullmatch(r"\d{6}(\.?[A-Z]{2})?") & frame.fullname.str.contains("公司")]
    return pd.DataFrame({
        "code": frame.code.str[:6], "stock_code": frame.code.str[:6] + frame.code.str[0].map(EXCHANGES),
        "name": frame.fullname, "short": frame.name,
        "listed_on": frame.time.where(frame.time.str.fullmatch(r"\d{4}-\d\d-\d\d")),
    }).drop_duplicates("code")


def firms(working: pd.DataFrame) -> pd.DataFrame:
    """The firms that work in a segment, in the columns of the draft `organisations`."""
    rows = companies()[companies().stock_code.isin(working.stock_code)]
    return pd.DataFrame({
        "name": rows.name, "kind": "Enterprise", "stock_code": rows.stock_code, "country": "CN",
        "listed_on": rows.listed_on, "aliases": rows.short,
    })
