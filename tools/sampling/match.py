"""Which records the rules meet: the sample is chosen with the same test that SERVES is derived by."""

from __future__ import annotations

import re

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from sampling.rules import Rule


def served(records: pd.DataFrame, rules: list[Rule]) -> pd.DataFrame:
    """`row` (position in records), `segment` and `rule` of every rule that a record meets."""
    titles = pa.array((records.title.fillna("") + " " + records.title_en.fillna("")).tolist(), pa.string())
    symbols = symbol_table(records)
    met = []
    for rule in rules:
        rows = pd.Series(True, index=range(len(records)))
        for pattern_key, wanted in (("patterns", True), ("exclusions", False)):
            if rule.get(pattern_key):
                hit = symbols.symbol.str.match(pattern(rule[pattern_key]))
                rows &= rows.index.isin(symbols.row[hit]) == wanted
        for word_key, wanted in (("keywords", True), ("keyword_exclusions", False)):
            if rule.get(word_key):
                rows &= pc.match_substring_regex(titles, words(rule[word_key])).to_pandas() == wanted
        met.append(pd.DataFrame({"row": rows.index[rows], "segment": rule["segment"], "rule": rule["id"]}))
    return pd.concat(met, ignore_index=True)


def symbol_table(records: pd.DataFrame) -> pd.DataFrame:
    """(row, symbol) of IPC and CPC."""
    both = [
        records[[column]].set_axis(range(len(records))).explode(column)[column].dropna() for column in ("ipc", "cpc")
    ]
    symbols = pd.concat(both).astype("str")
    return pd.DataFrame({"row": symbols.index, "symbol": symbols.array})


def pattern(patterns: list[str]) -> str:
    """One expression for IPC patterns: `X*` is X and all below, plain X is X only.

    >>> bool(re.match(pattern(["H01M4*"]), "H01M4/58")), bool(re.match(pattern(["H01M4*"]), "H01M40/58"))
    (True, False)
    """
    parts = []
    for given in patterns:
        stem = re.escape(given.rstrip("*"))
        if not given.endswith("*"):
            parts.append(f"{stem}$")
        else:
            parts.append(stem if "/" in given or not given[-2].isdigit() else f"{stem}(?:/|$)")
    return f"(?:{'|'.join(parts)})"


def words(keywords: list[str]) -> str:
    """One expression for keywords: Latin words whole and in either case, others anywhere."""
    latin = [re.escape(w) for w in keywords if w.isascii()]
    other = [re.escape(w) for w in keywords if not w.isascii()]
    return "|".join(([rf"(?i:\b(?:{'|'.join(latin)})(?:\b|$|[^\w]))"] if latin else []) + other)
