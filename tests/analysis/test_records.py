import json
from datetime import date, datetime

import numpy as np
import pandas as pd

from ipgraph.analysis.records import plain, records


def test_every_unknown_becomes_null() -> None:
    frame = pd.DataFrame({
        "number": [1.5, np.inf], "whole": pd.array([1, None], "Int64"), "text": pd.Series(["a", None], dtype="str"),
        "day": pd.to_datetime(["2020-01-02", None]), "flag": [True, False], "kind": pd.Categorical(["x", None]),
    })
    found = records(frame)
    assert found == [
        {"number": 1.5, "whole": 1, "text": "a", "day": "2020-01-02", "flag": True, "kind": "x"},
        {"number": None, "whole": None, "text": None, "day": None, "flag": False, "kind": None},
    ]
    json.dumps(found, allow_nan=False)


def test_nested_values_are_plain_too() -> None:
    nested = {"a": [np.int64(3), float("nan"), {"b": np.array([1.0])}], "c": date(2020, 1, 2), "d": (np.bool_(True),)}
    assert plain(nested) == {"a": [3, None, {"b": [1.0]}], "c": "2020-01-02", "d": [True]}
    assert plain(datetime(2020, 1, 2, 3, 4)) == "2020-01-02T03:04:00"


def test_no_rows() -> None:
    assert records(pd.DataFrame(columns=["a"])) == []
