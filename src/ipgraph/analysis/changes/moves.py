"""What moves on a gap board from one state of things to another."""

from __future__ import annotations

import pandas as pd

from ipgraph.analysis.records import plain

__all__ = ["MOVES", "moves"]

#: Columns of the board that say what a segment is, not how it stands.
NAMES = ("chain", "chain_name", "segment", "name", "name_en", "number", "group", "stage", "region", "region_name",
         "status", "status_basis", "viewpoint", "within", "industry_status", "supply_demand")
MOVES = ("segment", "name", "name_en", "measure", "before", "after")


def moves(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """One row a segment and column of the board whose value is another: MOVES, in the order of the board.

    Both boards are of the same chain and place; the status goes by its code.
    """
    found = []
    measures = before.columns.drop([name for name in NAMES if name in before.columns])
    for old, new in zip(before.to_dict("records"), after.to_dict("records"), strict=True):
        for measure in measures:
            was, now = plain(old[measure]), plain(new[measure])
            if was != now:
                found.append({"segment": old["segment"], "name": old["name"], "name_en": plain(old["name_en"]),
                              "measure": measure, "before": was, "after": now})
    return pd.DataFrame(found, columns=list(MOVES), dtype=object)
