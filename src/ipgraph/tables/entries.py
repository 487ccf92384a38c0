"""Cells as people fill them in lists: days, amounts, words. What cannot be read is dropped and noted; the row stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import BooleanValue, NumericValue, StringValue, Table, Value

from ipgraph.schema.types import date, money
from ipgraph.schema.types.text import tidy
from ipgraph.tables.engine import keep
from ipgraph.tables.refusals import Fault, lost

#: Terms of contracts and rights lie at most so many years ahead.
AHEAD = 60
#: Words where an amount should be that say that there is none yet, or how it is paid.
OPEN = "面议|协商|洽谈|待定|不限|免费|零门槛|零入门|提成|比例|%|分期|里程碑|[Nn]egotiable"
#: A bare number between 0 and this is yuan in one list and tens of thousands of yuan in the next.
PLAIN = 1000

#: A number so short counts the rows of one list; two lists have the same.
SERIAL = "^[0-9]{1,4}$"

#: Code → the words for it; of several that are found in a cell the first counts.
Words = Mapping[str, str]


@dataclass(frozen=True)
class Entries:
    """Which columns of a draft hold what."""

    texts: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    words: Mapping[str, Words] = field(default_factory=dict)

    def clean(self, con: Backend, name: str, rows: Table) -> Table:
        """The rows with these columns clean; `<column>_given` has what was written.

        The currency of an amount is in `<column>_currency`.
        """
        given = keep(con, f"{name}_given", rows.mutate(
            **{n: tidy(rows[n]) for n in self.texts},
            **{f"{n}_given": tidy(rows[n]) for n in (*self.days, *self.amounts, *self.words)}))
        cells: dict[str, Value] = {n: date.date(given[f"{n}_given"], AHEAD) for n in self.days}
        for n in self.amounts:
            written = given[f"{n}_given"]
            cells[n] = amount(written)
            cells[f"{n}_currency"] = ibis.ifelse(cells[n].notnull(), money.currency(written), ibis.null("string"))
        cells |= {n: coded(given[f"{n}_given"], codes) for n, codes in self.words.items()}
        return keep(con, f"{name}_clean", given.mutate(**cells))

    def faults(self, rows: Table) -> list[Fault]:
        """What the cleaning made nothing of."""
        found = []
        for n in self.days:
            month = date.without_day(rows[f"{n}_given"])
            found += [dropped(rows, n, "no-day", month), dropped(rows, n, "impossible-date", ~month)]
        for n in self.amounts:
            bare = money.unitless(rows[f"{n}_given"])
            found += [dropped(rows, n, "no-unit", bare),
                      dropped(rows, n, "impossible-number", ~bare & ~rows[f"{n}_given"].re_search(OPEN))]
        return found + [dropped(rows, n, "unknown-value", ibis.literal(True)) for n in self.words]


def dropped(rows: Table, column: str, reason: str, when: BooleanValue) -> Fault:
    """A cell that was lost, where `when` holds too; its row stays."""
    return Fault(column, reason, lost(rows, column) & when, rows[f"{column}_given"], row_kept=True)


def own_number(given: StringValue) -> StringValue:
    """The number of an entry; null for a serial number, which counts the rows of one list."""
    return ibis.ifelse(given.re_search(SERIAL), ibis.null("string"), given)


def amount(written: StringValue) -> NumericValue:
    """The amount of money in a cell; null where there is none, or where its unit would be a guess."""
    found = money.amount(written)
    return ibis.ifelse(guess(written, found), ibis.null("float64"), found)


def guess(written: StringValue, amount: NumericValue) -> BooleanValue:
    """True for a bare number so small that its unit would be a guess: 50 may be 50 yuan or 500,000."""
    return money.unitless(written) & (amount > 0) & (amount < PLAIN)


def coded(text: StringValue, codes: Words) -> StringValue:
    """The code whose words are found in the text, the first of several; null where none is."""
    return ibis.cases(*((text.re_search(f"(?i){words}"), code) for code, words in codes.items()),
                      else_=ibis.null("string"))
