"""The source and day that every row of a result bears."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pyarrow as pa

SOURCE = "analysis"


def stamped(frame: pd.DataFrame, schema: pa.Schema, as_of: str) -> pa.Table:
    """The frame as a table of the bundle, with its source and day."""
    said = pd.Series([[SOURCE]] * len(frame), index=frame.index, dtype=object)
    whole = frame.assign(source=said, as_of=date.fromisoformat(as_of))
    return pa.Table.from_pandas(whole, schema=schema, preserve_index=False)
