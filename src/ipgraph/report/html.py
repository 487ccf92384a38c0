"""A report as one html page with everything in it: it opens without a network and prints."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from ipgraph.report.charts import drawn
from ipgraph.report.content import Chart, Part, Report, Section, Table
from ipgraph.report.shown import shown

__all__ = ["render_html"]

STYLE = files("ipgraph.report") / "report.css"


def render_html(report: Report) -> bytes:
    """The page in UTF-8. Every text is escaped; it has no script."""
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in report.facts)
    contents = "".join(f'<li class="l{one.level}"><a href="#s{n}">{escape(one.title)}</a></li>'
                       for n, one in enumerate(report.sections))
    body = "".join(
        f'<section><h{one.level + 1} id="s{n}">{escape(one.title)}</h{one.level + 1}>'
        f'{"".join(part_of(one, part, report.language) for part in one.parts)}</section>'
        for n, one in enumerate(report.sections))
    page = (f'<!doctype html><html lang="{"zh-CN" if report.language == "zh" else "en"}"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width"><title>{escape(report.title)}</title>'
            f'<style>{STYLE.read_text("utf-8")}</style></head><body><header><h1>{escape(report.title)}</h1>'
            f'<p class="subtitle">{escape(report.subtitle)}</p><dl>{facts}</dl></header>'
            f'<nav><ul>{contents}</ul></nav><main>{body}</main></body></html>')
    return page.encode("utf-8")


def part_of(section: Section, part: Part, language: str) -> str:
    if isinstance(part, str):
        return f"<p>{escape(part)}</p>"
    if isinstance(part, Chart):
        caption = escape(section.caption(part))
        return f"<figure>{drawn(part, language)}<figcaption>{caption}</figcaption></figure>"
    return told(section.caption(part), part, language)


def told(caption: str, part: Table, language: str) -> str:
    columns, rows = part.on_pages()
    signs = [' class="n"' if one.numeric else "" for one in columns]
    head = "".join(f"<th{sign}>{escape(one.caption)}</th>" for one, sign in zip(columns, signs, strict=True))
    body = "".join("<tr>" + "".join(
        f"<td{sign}>{escape(shown(value, one.format, language))}</td>"
        for value, one, sign in zip(row, columns, signs, strict=True)) + "</tr>" for row in rows)
    note = f'<p class="note">{escape(part.note)}</p>' if part.note else ""
    return (f'<div class="table"><table id="{part.sheet.replace(" ", "-")}"><caption>{escape(caption)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{note}")
