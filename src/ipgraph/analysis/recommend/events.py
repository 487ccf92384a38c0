"""What came to pass between two holders, and when: the truth that recommendations are judged by."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse

from ipgraph.analysis.recommend.history import NEVER, History

__all__ = ["CUTS", "TASKS", "WINDOW", "complete", "cuts", "events", "span", "stage"]

#: The four tasks: who files with whom, who invents with whom, who builds on whom, who passes a right to whom.
TASKS = ("cofiling", "inventors", "flow", "transfer")
#: Months that are looked ahead, and how many such windows are judged.
WINDOW, CUTS = 24, 3
#: Share of the events that lie before the end of the last window: what follows is thinned by publication lag.
COMPLETE = 0.98
#: A patent of more inventors or applicants than this is left out: who stands on a list of fifty has not met them all.
CROWD = 25


def events(known: History, task: str) -> pd.DataFrame:
    """seeker, partner (positions of holders), day: every day on which a task came to pass between two; sorted.

    *flow* goes from the one who cites to the one who is cited. The others go both ways: each of the two seeks.
    """
    if task == "transfer":
        rows = known.deals.rename(columns={"giver": "seeker", "taker": "partner"})
        return sorted_rows(pd.concat([rows, swapped(rows)]))
    actors = stage(known, task)
    if task == "flow":
        dated = known.day != NEVER
        links = known.cites.tocoo()
        kept = dated[links.coords[0]]
        links = pd.DataFrame({"from": links.coords[0][kept], "to": links.coords[1][kept]})
        held = pairs_of(actors)
        rows = links.merge(held.rename(columns={"holder": "seeker", "patent": "from"}), on="from").merge(
            held.rename(columns={"holder": "partner", "patent": "to"}), on="to")
        rows["day"] = known.day[rows["from"]]
        return sorted_rows(rows[rows["seeker"] != rows["partner"]])
    many = np.asarray(actors.sum(axis=0)).ravel()
    held = pairs_of(actors)
    held = held[(many[held["patent"]] > 1) & (many[held["patent"]] <= CROWD) & (known.day[held["patent"]] != NEVER)]
    rows = held.rename(columns={"holder": "seeker"}).merge(held.rename(columns={"holder": "partner"}), on="patent")
    rows["day"] = known.day[rows["patent"]]
    return sorted_rows(rows[rows["seeker"] != rows["partner"]])


def stage(known: History, task: str) -> sparse.csr_array:
    """Holders × patents of those among whom a task plays."""
    return known.persons if task == "inventors" else known.organisations


def cuts(found: pd.DataFrame) -> list[int]:
    """The three days at which to cut, the last first: windows of 24 months that end where the data still are complete.

    A cut before which nothing has come to pass is left out.
    """
    if not len(found):
        return []
    days, end = found["day"].to_numpy(), complete(found)
    every = [end - n * span(WINDOW) for n in range(1, CUTS + 1)]
    return [day for day in every if day > days.min()]


def complete(found: pd.DataFrame) -> int:
    """The day up to which the data still are complete. `found` is sorted and not empty."""
    return int(found["day"].to_numpy()[int(COMPLETE * (len(found) - 1))]) + 1


def span(months: int) -> int:
    """Days of so many months, a year of 365: cuts and windows a year apart meet on the same days."""
    return months * 365 // 12


def pairs_of(actors: sparse.csr_array) -> pd.DataFrame:
    """holder, patent of every entry."""
    both = actors.tocoo().coords
    return pd.DataFrame({"holder": both[0], "patent": both[1]})


def swapped(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.rename(columns={"seeker": "partner", "partner": "seeker"})


def sorted_rows(rows: pd.DataFrame) -> pd.DataFrame:
    columns = ["day", "seeker", "partner"]
    return rows[columns].drop_duplicates().sort_values(columns, ignore_index=True)
