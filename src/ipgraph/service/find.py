"""Searching the names: by any part of any spelling, exact hits first."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from ipgraph.analysis.lookup import folded
from ipgraph.service.atlas import MARK, SEARCHED, Atlas

#: Hits of one kind in an answer about all kinds, so that patents do not push out the rest.
EACH = 8


def find(atlas: Atlas, text: str, kind: str | None, limit: int) -> pd.DataFrame:
    """Rows kind, id, name, name_en of what the text names: every word must occur.

    Order: exact, then beginning, then inside; kinds in the order of SEARCHED; more patents, shorter name, id.
    """
    words = [word for word in folded(pd.Series(text.split(), dtype="str")) if word.strip(MARK)]
    if not words:
        return atlas.names.iloc[:0]
    hit = pc.match_substring(atlas.text, words[0])
    for word in words[1:]:
        hit = pc.and_(hit, pc.match_substring(atlas.text, word))
    at = pc.indices_nonzero(hit)
    rows = atlas.names.iloc[at.to_numpy()].copy()
    if kind is not None:
        keep = (rows["kind"] == kind).to_numpy()
        rows, at = rows[keep], at.filter(pa.array(keep))
    whole = "".join(words)
    spelt = atlas.text.take(at)
    rows["rank"] = (2 - pc.match_substring(spelt, MARK + whole).to_numpy(zero_copy_only=False).astype(int)
                    - pc.match_substring(spelt, MARK + whole + MARK).to_numpy(zero_copy_only=False))
    rows["order"] = rows["kind"].map({name: at for at, name in enumerate(SEARCHED)})
    rows["length"] = rows["name"].str.len().fillna(0)
    rows = rows.sort_values(["rank", "order", "weight", "length", "id"], ascending=[True, True, False, True, True])
    if kind is None:
        rows = rows[rows.groupby("kind", sort=False).cumcount() < EACH]
    found: pd.DataFrame = rows.head(limit)
    return found
