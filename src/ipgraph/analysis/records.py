"""Frames as JSON: the one place where a number that is not known becomes null."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

__all__ = ["plain", "records"]


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dicts that `json.dumps(allow_nan=False)` takes: NaN, NaT, NA and infinity become None, dates ISO.

    >>> records(pd.DataFrame({"a": [1.5, float("nan")], "b": [["x"], None]}))
    [{'a': 1.5, 'b': ['x']}, {'a': None, 'b': None}]
    """
    columns = {str(name): [plain(value) for value in frame[name].tolist()] for name in frame.columns}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def plain(value: Any) -> Any:
    """One value as JSON has it, whatever it is made of."""
    if isinstance(value, dict):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple | set | np.ndarray):
        return [plain(part) for part in (sorted(value) if isinstance(value, set) else value)]
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
    return value.isoformat() if isinstance(value, date) else value
