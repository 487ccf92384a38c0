from __future__ import annotations

from itertools import combinations

import pandas as pd
from factory import FEEDS, SEGMENTS

from ipgraph.explorer.layout import TALL, Layout, chain_layout
from ipgraph.explorer.place import CARD_HEIGHT, CARD_WIDTH

Row = tuple[str, str | None, str | None, str | None]


def laid(rows: list[Row], feeds: list[tuple[str, str]] | None = None) -> Layout:
    """rows: id, number, stage, parent."""
    return chain_layout(pd.DataFrame(rows, columns=["id", "number", "stage", "parent"]),
                        pd.DataFrame(feeds or [], columns=["source", "target"]))


def columns(layout: Layout) -> dict[str, int]:
    return dict(zip(layout.cards["id"], layout.cards["column"], strict=True))


SMALL: list[Row] = [(id, number, stage, None) for id, _, _, number, stage in SEGMENTS]


def test_stages_stand_side_by_side_and_edges_run_right() -> None:
    layout = laid(SMALL, list(FEEDS))
    assert layout.bands["key"].tolist() == ["upstream", "midstream", "downstream"]
    x = layout.cards.set_index("id")["x"]
    for row in layout.feeds.itertuples():
        assert row.back == (x[row.target] < x[row.source])
    assert layout.feeds[layout.feeds["back"]][["source", "target"]].to_numpy().tolist() == [["s7", "s2"]]


def test_the_order_of_the_rows_changes_nothing() -> None:
    forward, backward = laid(SMALL, list(FEEDS)), laid(SMALL[::-1], list(FEEDS)[::-1])
    pd.testing.assert_frame_equal(forward.cards, backward.cards)
    pd.testing.assert_frame_equal(forward.feeds, backward.feeds)


def test_cards_never_overlap_and_stay_inside() -> None:
    rows: list[Row] = [(f"s{i}", f"1.{i % 4}.{i}", "upstream" if i < 40 else None, f"g{i % 4}") for i in range(60)]
    rows += [(f"g{i}", f"1.{i}", None, "top") for i in range(4)] + [("top", "1", None, None)]
    layout = laid(rows, [(f"s{i}", f"s{(i * 7 + 3) % 60}") for i in range(0, 60, 3)])
    boxes = layout.cards[["x", "y"]].to_numpy()
    assert all(abs(a[0] - b[0]) >= CARD_WIDTH or abs(a[1] - b[1]) >= CARD_HEIGHT for a, b in combinations(boxes, 2))
    assert (boxes >= 0).all()
    assert (boxes <= [layout.width - CARD_WIDTH + 1e-9, layout.height - CARD_HEIGHT + 1e-9]).all()
    assert layout.cards.groupby("column").size().max() <= TALL


def test_parts_stand_inside_the_frame_of_their_whole() -> None:
    layout = laid([
        ("w", "1", "upstream", None), ("v", "1.1", None, "w"), ("a", "1.1.1", None, "v"), ("b", "1.1.2", None, "v"),
        ("c", "1.2", None, "w"), ("d", "2", "midstream", None),
    ], [("w", "d")])
    frames = layout.frames.set_index("id")
    cards = layout.cards.set_index("id")
    assert list(frames.index) == ["w", "v"]  # the outer one is drawn first
    for part, whole in (("a", "v"), ("b", "v"), ("a", "w"), ("c", "w")):
        card, frame = cards.loc[part], frames.loc[whole]
        assert frame["x"] < card["x"] < card["x"] + CARD_WIDTH < frame["x"] + frame["width"]
        assert frame["y"] < card["y"] < card["y"] + CARD_HEIGHT < frame["y"] + frame["height"]
    assert layout.feeds.to_dict("records") == [{"source": "w", "target": "d", "back": False}]


def test_a_part_takes_the_stage_of_its_whole() -> None:
    layout = laid([
        ("w", "1", "downstream", None), ("a", "1.1", None, "w"), ("b", "2", "upstream", None), ("c", "3", None, None),
    ])
    assert layout.bands["key"].tolist() == ["upstream", "downstream", ""]
    assert columns(layout) == {"b": 0, "a": 1, "c": 2}


def test_without_stages_trophic_levels_make_the_columns() -> None:
    layout = laid([(k, None, None, None) for k in "abcde"], [("a", "b"), ("b", "c"), ("a", "d"), ("d", "c")])
    assert layout.bands["key"].tolist() == ["0", "1", "2", ""]
    assert columns(layout) == {"a": 0, "b": 1, "d": 1, "c": 2, "e": 3}


def test_without_stages_and_feeds_wholes_stand_in_branch_order() -> None:
    layout = laid([("w", "2", None, None), ("v", "10", None, None), ("a", "2.1", None, "w"), ("b", "10.1", None, "v")])
    assert layout.bands["key"].tolist() == ["w", "v"]


def test_circles_are_borne() -> None:
    ring = laid([(k, None, None, None) for k in "abc"], [("a", "b"), ("b", "c"), ("c", "a"), ("a", "a")])
    assert set(ring.cards["id"]) == set("abc")
    assert len(ring.feeds) == 3
    staged = laid([(k, k, "upstream", None) for k in "123"], [("1", "2"), ("2", "3"), ("3", "1")])
    assert columns(staged) == {"1": 0, "2": 1, "3": 2}
    assert staged.feeds["back"].tolist() == [False, False, True]


def test_parents_in_a_circle_end() -> None:
    layout = laid([("a", "1", "upstream", "b"), ("b", "2", None, "a"), ("c", "3", None, "a")])
    assert set(layout.cards["id"]) == {"c"}


def test_an_empty_chain_is_an_empty_picture() -> None:
    layout = laid([])
    assert (len(layout.cards), len(layout.bands), layout.width) == (0, 0, 0.0)


def test_one_segment_is_one_card() -> None:
    layout = laid([("a", None, None, None)])
    assert layout.cards[["id", "column", "x"]].to_numpy().tolist() == [["a", 0, 0.0]]
