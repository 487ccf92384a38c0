from __future__ import annotations

import pytest
from loaders.conftest import Taken


@pytest.mark.parametrize(
    ("symbol", "spelling"),
    [
        ("A", "A"), ("A01", "A01"), ("A01B", "A01B"), ("A01B0001000000", "A01B1/00"), ("A01B0001020000", "A01B1/02"),
        ("A01B0033100000", "A01B33/10"), ("H01M0010052500", "H01M10/0525"), ("G06F0016245800", "G06F16/2458"),
        ("B32B0027300000", "B32B27/30"), ("C40B0100000000", "C40B100/00"), ("C09K2323020000", "C09K2323/02"),
    ],
)
def test_symbols_are_spelt_as_people_do(taken: Taken, symbol: str, spelling: str) -> None:
    assert taken("a.tsv", f"A\tHUMAN NECESSITIES\n{symbol}\tx\n").table("classes")["symbol"].to_pylist()[-1] == spelling


def test_a_guidance_heading_joins_its_group_and_a_torn_line_is_refused(taken: Taken) -> None:
    intake = taken("a.tsv", 'A\tNEEDS\nA01B0003000000\tPloughs\nA01B0003000000\tPloughs with "fixed" shares\n  torn\n')
    assert [(row["row"], row["symbol"], row["title_en"]) for row in intake.table("classes").to_pylist()] == [
        (1, "A", "NEEDS"), (2, "A01B3/00", 'Ploughs: Ploughs with "fixed" shares'),
    ]
    assert (intake.read, intake.table("refused")["row"].to_pylist()) == (4, [4])
