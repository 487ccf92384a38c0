from __future__ import annotations

import json

import pytest
from loaders.conftest import Taken


@pytest.mark.parametrize(
    ("location", "time", "day"),
    [
        ("深圳证券交易所", "2021-10-19", "2021-10-19"),
        ("2010-02-11", "2010-02-11", "2010-02-11"),
        ("2010-02-11", "深圳证券交易所", "2010-02-11"),
        ("上海证券交易所", "上海证券交易所", None),
        ("上海证券交易所", "-", None),
    ],
)
def test_the_day_of_listing_is_found_where_cells_slipped(
        taken: Taken, location: str, time: str, day: str | None) -> None:
    names = {"name": "鼎龙股份", "fullname": "湖北鼎龙控股股份有限公司"}
    record = {**names, "code": "300054.SZ", "location": location, "time": time}
    (row,) = taken("company.json", json.dumps(record, ensure_ascii=False) + "\n").table("organisations").to_pylist()
    assert (row["name"], row["aliases"], row["stock_code"], row["listed_on"]) == (
        "湖北鼎龙控股股份有限公司", ["鼎龙股份"], "300054.SZ", day,
    )
