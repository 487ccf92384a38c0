"""One column of cards from top to bottom, with the frames of what they are parts of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Size of a card and the space around it, in the units of x and y (CSS pixels at zoom 1).
CARD_WIDTH, CARD_HEIGHT = 142, 60
ROW_GAP = 10
#: Height of a frame's caption, and the space between a frame and what is inside it.
CAPTION, PAD = 21, 7


@dataclass
class Frame:
    """Rectangle around the parts of a whole in one column; pad: how far it stands out on either side."""

    id: str
    depth: int
    top: float
    pad: float = 0.0
    height: float = 0.0


@dataclass(frozen=True)
class Placed:
    """A column: cards with the height of their top, frames, and its own height."""

    cards: list[tuple[str, float]]
    frames: list[Frame]
    height: float


def stack(column: Sequence[str], wholes: Mapping[str, tuple[str, ...]]) -> Placed:
    """Cards one under the other; a frame opens before the first part of a whole and closes after the last."""
    cards: list[tuple[str, float]] = []
    frames: list[Frame] = []
    opened: list[Frame] = []
    deepest = max((len(wholes[key]) for key in column), default=0)
    y = 0.0

    def close(down_to: int) -> None:
        nonlocal y
        while len(opened) > down_to:
            frame = opened.pop()
            y += PAD
            frame.height = y - frame.top
            frames.append(frame)

    for key in column:
        path = wholes[key]
        same = 0
        while same < min(len(opened), len(path)) and opened[same].id == path[same]:
            same += 1
        close(same)
        if cards:
            y += ROW_GAP
        for depth in range(same, len(path)):
            opened.append(Frame(path[depth], depth, y, pad=PAD * (deepest - depth)))
            y += CAPTION
        cards.append((key, y))
        y += CARD_HEIGHT
    close(0)
    return Placed(cards, frames, y)
