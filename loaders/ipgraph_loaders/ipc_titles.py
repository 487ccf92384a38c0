"""Titles of the IPC as WIPO gives them: symbol and title, no headings, symbols in 14 places (A01B0001020000)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read

PART = Part(required=("symbol", "title"), cells=(r"[A-H](?:\d\d(?:[A-Z](?:\d{10})?)?)?", r".+"))


def plain(symbol: ir.StringValue) -> ir.StringValue:
    """A symbol of 14 places as people write it: A01B0001020000 is A01B1/02, H01M0010052500 is H01M10/0525."""
    long = r"^([A-H]\d\d[A-Z])(?:000(\d)|00(\d\d)|0(\d{3})|(\d{4}))(\d\d)(\d{0,4}?)0*$"
    return symbol.re_replace(long, r"\1\2\3\4\5/\6\7")


def shape(read: Read) -> dict[str, ir.Table]:
    """Classes with their titles; where a symbol occurs twice, the guidance heading and the group stand together."""
    table = read.table(PART)
    titled = table.mutate(symbol=plain(table.symbol))
    classes = titled.group_by("symbol").agg(
        row=titled.row.min(), sheet=titled.sheet.min(), scheme=ibis.literal("IPC"),
        title_en=titled.title.group_concat(": ", order_by=titled.row),
    )
    return {"classes": classes.order_by("row")}


IPC_TITLES = Layout("ipc_titles", "IPC 类名", "IPC titles", "WIPO IPC", (PART,), shape)
