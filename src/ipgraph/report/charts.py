"""The charts of a report: what they show, and one drawing of them as SVG that html, pdf and docx all take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from ipgraph.report.content import Chart, Series
from ipgraph.report.scene import Scene
from ipgraph.report.shown import shown

__all__ = ["FONT", "by_segment", "by_year", "drawn"]

#: Fonts by which the drawing is set: that of the reports first, then what systems have.
FONT = "Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
WHOLE, LOCAL, GRID, INK, SOFT = "#b4c4d4", "#1f5f99", "#dde4ea", "#22313f", "#5c6b7a"
#: Bars of one drawing, so that it keeps to a page.
MOST = 36
WIDTH, NAMES, TOP, BAR, GAP, VALUES = 720, 210, 34, 9, 7, 46
HEIGHT = 260


def by_segment(
    scene: Scene, caption: str, measures: Mapping[str, str], by_status: bool = False,
) -> list[Chart]:
    """Bars of figures of the board by segment, in as many charts as pages need; coloured by status where asked."""
    found = []
    for start in range(0, len(scene.board), MOST):
        rows = scene.board[start:start + MOST]
        series = [Series(name, tuple(row[key] for row in rows), tuple(
            scene.status(row["status_code"]).color for row in rows) if by_status else (color,))
            for (key, name), color in zip(measures.items(), (WHOLE, LOCAL), strict=False)]
        part = f"（{start // MOST + 1}）" if len(scene.board) > MOST else ""
        found.append(Chart("bars", caption + part, tuple(scene.named(row) for row in rows), tuple(series)))
    return found


def by_year(scene: Scene, rows: Sequence[Mapping[str, Any]]) -> Chart:
    """Lines of patents by year, all and local."""
    return Chart("lines", scene.say("yearly"), tuple(str(row["year"]) for row in rows), tuple(
        Series(scene.say(name), tuple(row[key] for row in rows), (color,))
        for name, key, color in (("all", "patents", SOFT), ("local", "local_patents", LOCAL))), "count")


def drawn(chart: Chart, language: str) -> str:
    """The chart as SVG; its texts are texts, so that they can be read and searched."""
    body, height = bars(chart, language) if chart.kind == "bars" else lines(chart, language)
    keys = "".join(
        f'<rect x="{NAMES + n * 120}" y="8" width="10" height="10" fill="{one.colors[0]}"/>'
        f'<text x="{NAMES + n * 120 + 15}" y="17" fill="{SOFT}">{escape(one.caption)}</text>'
        for n, one in enumerate(chart.series)) if len(chart.series) > 1 else ""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
            f'height="{height}" role="img" aria-label="{escape(chart.caption, {chr(34): "&quot;"})}" '
            f'font-family="{FONT}" font-size="11">'
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>{keys}{body}</svg>')


def bars(chart: Chart, language: str) -> tuple[str, int]:
    """Horizontal bars from zero, the value at the end of each."""
    step = len(chart.series) * BAR + GAP
    height = TOP + len(chart.categories) * step + 10
    known = [value for one in chart.series for value in one.values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    span = (high - low) or 1.0
    room = WIDTH - NAMES - VALUES - (VALUES if low < 0 else 0)
    zero = NAMES + (VALUES if low < 0 else 0) - low / span * room
    parts = [f'<line x1="{zero:.1f}" y1="{TOP - 4}" x2="{zero:.1f}" y2="{height - 8}" stroke="{SOFT}"/>']
    for row, name in enumerate(chart.categories):
        y = TOP + row * step
        middle = y + len(chart.series) * BAR / 2 + 4
        parts.append(f'<text x="{NAMES - 8}" y="{middle:.1f}" text-anchor="end" fill="{INK}">'
                     f'{escape(fitted(name))}</text>')
        for n, one in enumerate(chart.series):
            value = one.values[row]
            if value is None:
                continue
            length, top = abs(value) / span * room, y + n * BAR
            left = zero if value >= 0 else zero - length
            color = one.colors[row % len(one.colors)]
            parts.append(f'<rect x="{left:.1f}" y="{top}" width="{length:.1f}" height="{BAR - 1}" fill="{color}"/>')
            if value:
                at, anchor = (left + length + 4, "start") if value > 0 else (left - 4, "end")
                parts.append(f'<text x="{at:.1f}" y="{top + BAR - 1}" text-anchor="{anchor}" font-size="9" '
                             f'fill="{SOFT}">{shown(value, chart.format, language)}</text>')
    return "".join(parts), height


def lines(chart: Chart, language: str) -> tuple[str, int]:
    """A line a series over the categories, with a scale at the left."""
    left, right, bottom = 56, WIDTH - 16, HEIGHT - 28
    high = max([1.0, *(value for one in chart.series for value in one.values if value is not None)])
    count = len(chart.categories)
    x = [left + (right - left) * n / max(count - 1, 1) for n in range(count)]

    def y(value: float) -> float:
        return bottom - (bottom - TOP) * value / high

    parts = []
    for quarter in range(5):
        value = high * quarter / 4
        parts.append(f'<line x1="{left}" y1="{y(value):.1f}" x2="{right}" y2="{y(value):.1f}" stroke="{GRID}"/>'
                     f'<text x="{left - 6}" y="{y(value) + 4:.1f}" text-anchor="end" fill="{SOFT}">'
                     f'{shown(value, chart.format, language)}</text>')
    every = max(1, -(-count // 14))
    parts += [f'<text x="{x[n]:.1f}" y="{HEIGHT - 10}" text-anchor="middle" fill="{SOFT}">'
              f'{escape(chart.categories[n])}</text>' for n in range(0, count, every)]
    for one in chart.series:
        points = " ".join(f"{x[n]:.1f},{y(value):.1f}" for n, value in enumerate(one.values) if value is not None)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{one.colors[0]}" stroke-width="2"/>')
    return "".join(parts), HEIGHT


def fitted(name: str, most: float = 18.0) -> str:
    """The name cut to what fits beside the bars, a Han character counting as one and others as 0.55."""
    width, kept = 0.0, ""
    for sign in name:
        width += 1 if ord(sign) > 0x2E7F else 0.55
        if width > most:
            return kept.rstrip() + "…"
        kept += sign
    return name
