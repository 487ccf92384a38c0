"""Cursors: where the next page begins, in a form that nobody is tempted to take apart."""

from __future__ import annotations

import base64
import binascii

from ipgraph.errors import UsageError


def encode(offset: int) -> str:
    return base64.urlsafe_b64encode(f"o{offset}".encode()).decode().rstrip("=")


def decode(cursor: str | None) -> int:
    """Offset a cursor stands for, 0 without one. Raises UsageError when it is none of ours."""
    if not cursor:
        return 0
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        if text[0] == "o" and text[1:].isdigit():
            return int(text[1:])
    except (binascii.Error, ValueError, IndexError):
        pass
    raise UsageError("the cursor is not one that this API gave out", "cursor 不是本接口给出的翻页标记")


def following(offset: int, shown: int, total: int) -> str | None:
    """Cursor of the next page, None on the last."""
    return encode(offset + shown) if offset + shown < total else None
