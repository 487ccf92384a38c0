from __future__ import annotations

from dataclasses import astuple

import pandas as pd
import pytest
from factory import CHAIN

from ipgraph.analysis import STATUSES as JUDGED
from ipgraph.analysis import gap_board
from ipgraph.analysis.board.gaps import COLUMNS
from ipgraph.explorer.codes import codes
from ipgraph.explorer.legend import MEASURES, STATUSES, band_caption, edge_kinds, kinds
from ipgraph.projection import read_projection
from ipgraph.schema import EDGES, NODES

NOBODY = pd.DataFrame({"id": ["w"], "name": ["整体"], "name_en": [None]})


def test_every_status_that_is_judged_has_words_a_colour_and_a_sign_of_its_own() -> None:
    assert {status.key: status.zh for status in STATUSES} == JUDGED
    assert len({status.sign for status in STATUSES}) == len({status.color for status in STATUSES}) == len(STATUSES)
    assert all(all(astuple(status)) for status in STATUSES)


def test_every_measure_is_a_column_of_the_board_told_in_both_languages() -> None:
    assert {measure.key for measure in MEASURES} <= set(COLUMNS)
    assert len({measure.key for measure in MEASURES}) == len(MEASURES)
    for measure in MEASURES:
        assert all((measure.zh, measure.en, measure.zh_doc, measure.en_doc))
        assert bool(measure.zh_unit) == bool(measure.en_unit)
        assert measure.format in {"count", "number", "share", "flag"}


@pytest.mark.parametrize(
    ("key", "caption"),
    [("upstream", ("上游", "Upstream")), ("", ("未分段", "Unstaged")), ("0", ("第 1 级", "Level 1")),
     ("w", ("整体", "整体")), ("?", ("?", "?"))],
)
def test_bands_are_named(key: str, caption: tuple[str, str]) -> None:
    assert band_caption(key, NOBODY) == caption


def test_kinds_are_those_of_the_schema() -> None:
    assert [one["key"] for one in kinds()] == list(NODES)
    assert [one["key"] for one in edge_kinds()] == list(EDGES)


def test_every_test_and_every_figure_of_the_board_has_words(embedded_store) -> None:
    board = gap_board(read_projection(embedded_store), CHAIN)
    told = {measure.key for measure in MEASURES}
    assert {test["measure"] for basis in board["status_basis"] for test in basis} <= told
    assert set(board.columns[board.dtypes.map(lambda kind: kind.kind in "bif")]) <= told


def test_codes_are_of_properties_of_the_schema_and_said_once() -> None:
    properties = {one.name for kind in NODES.values() for one in kind.properties}
    of_answers = {"partner_role", "partner_event"}
    assert {one["property"] for one in codes()} <= properties | of_answers
    assert len({(one["property"], one["key"]) for one in codes()}) == len(codes())
    assert all(one["zh"] and one["en"] for one in codes())
