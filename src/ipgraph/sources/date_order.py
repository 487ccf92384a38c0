"""Which of 04/05/2013 is the day: decided over a whole file, so that no date is read the wrong way round in silence.

A layout that is known to write the day first says so. In any other file dates with the year last are read only where
one of them tells the order (25/04/2013 or 04/25/2013); where none does, and where the year has two digits, the row is
refused.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.turn_away import turn_away

ORDERS = ("ymd", "dmy", "mdy")
PERHAPS = r"^[0-9]{1,2}[-./]"
YEAR_LAST = r"^([0-9]{1,2})([-./])([0-9]{1,2})[-./]([0-9]{4})$"
SHORT_YEAR = r"^[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2}$"
MONTH_FIRST = r"^([0-9]{1,2})([-./])([0-9]{1,2})[-./]([0-9]{4}|[0-9]{2})$"


def day_first(text: ir.StringValue) -> ir.StringValue:
    """A date with the month first, turned round; anything else as it is."""
    return text.re_replace(MONTH_FIRST, r"\3\2\1\2\4")


def settle(table: ir.Table, dates: tuple[str, ...], declared: str = "") -> tuple[ir.Table, ir.Table | None]:
    """The table with dates that are year first or day first, and the rows turned away as a draft `refused`.

    `dates` are its columns of dates, `declared` the order that is known. Reads the columns once where it is not.
    """
    order = declared or told(table, dates)
    if order == "mdy":
        return table.mutate(**{name: day_first(table[name]) for name in dates}), None
    if order != "unclear":
        return table, None
    doubtful = {name: table[name].re_search(f"{YEAR_LAST}|{SHORT_YEAR}").fill_null(False) for name in dates}
    first = ibis.coalesce(*(ibis.cases((when, name)) for name, when in doubtful.items()))
    value = ibis.coalesce(*(ibis.cases((when, table[name])) for name, when in doubtful.items()))
    reason = ibis.cases((first.notnull(), "unclear-date"))
    return turn_away(table, first.fill_null(dates[0]), reason, value)


def told(table: ir.Table, dates: tuple[str, ...]) -> str:
    """ymd where no date has its year last; dmy or mdy where some date tells and none says otherwise; else unclear."""
    if not dates or not perhaps_last(table, dates):
        return "ymd"
    ends = [(table[name].re_extract(YEAR_LAST, group).try_cast("int64"), key)
            for name in dates for group, key in ((1, "dmy"), (3, "mdy"))]
    short = [table[name].re_search(SHORT_YEAR).any() for name in dates]
    seen = table.aggregate(
        **{f"last{i}": found.notnull().any() for i, (found, _) in enumerate(ends)},
        **{f"over{i}": (found > 12).any() for i, (found, _) in enumerate(ends)},
        **{f"short{i}": found for i, found in enumerate(short)},
    ).to_pyarrow().to_pylist()[0]
    orders = {key for i, (_, key) in enumerate(ends) if seen[f"over{i}"]}
    if any(seen[f"short{i}"] for i in range(len(short))) or len(orders) > 1:
        return "unclear"
    if orders:
        return orders.pop()
    return "unclear" if any(seen[f"last{i}"] for i in range(len(ends))) else "ymd"


def perhaps_last(table: ir.Table, dates: tuple[str, ...]) -> bool:
    """Whether some date begins with one or two digits: in most files none does, and one look tells."""
    found = (table[name].re_search(PERHAPS).any().fill_null(False) for name in dates)
    return any(table.aggregate(**{f"d{i}": each for i, each in enumerate(found)}).to_pyarrow().to_pylist()[0].values())
