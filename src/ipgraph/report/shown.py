"""Values as a reader sees them, the same in every format that is text."""

from __future__ import annotations

from typing import Any

__all__ = ["UNKNOWN", "shown"]

UNKNOWN = "–"


def shown(value: Any, format: str, language: str) -> str:
    """The value of a column of a format; an unknown is –, never 0.

    >>> shown(0.1234, "share", "zh"), shown(1234, "count", "zh"), shown(12.345, "number", "en"), shown(None, "", "en")
    ('12.3%', '1,234', '12.3', '–')
    """
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, bool):
        return ("是" if value else "否") if language == "zh" else ("yes" if value else "no")
    if not isinstance(value, int | float):
        return str(value)
    if format == "count":
        return f"{value:,.0f}"
    if format == "share":
        return f"{value:.1%}"
    if format == "number":
        return f"{value:,.{0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2}f}"
    return str(value)
