"""One chain as a page by itself: pyvis, the positions and colours of the explorer, nothing loaded from elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Mapping
from html import escape

import pandas as pd
from pyvis.network import Network

from ipgraph.analysis import find_chain, gap_board
from ipgraph.explorer.chain import chain_feeds, chain_segments
from ipgraph.explorer.layout import Layout, chain_layout
from ipgraph.explorer.legend import MEASURES, STATUSES, Status, band_caption
from ipgraph.explorer.place import CARD_HEIGHT, CARD_WIDTH
from ipgraph.projection import Projection

#: Tags of pyvis's template that load Bootstrap from elsewhere even when all else is in line.
OUTSIDE = re.compile(r"""<(script|link)\b[^>]*?(?:src|href)\s*=\s*["'](?:https?:)?//[^>]*?>(?:\s*</script>)?""", re.I)
#: It writes its heading twice, in pages of two heads; ours stands in the body.
HEADINGS = re.compile(r"<center>\s*<h1>.*?</h1>\s*</center>", re.DOTALL)
FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "navigationButtons": False, "keyboard": False, "dragNodes": False},
    "nodes": {"shape": "box", "widthConstraint": CARD_WIDTH - 12, "heightConstraint": CARD_HEIGHT - 12, "margin": 4,
              "font": {"size": 14, "face": FONT.replace('"', ""), "color": "#17242f"}},
    "edges": {"color": {"color": "#93a5b6"}, "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
              "smooth": {"type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5}},
}
RETURN = {"color": "#a5568c", "dashes": True, "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.35}}
WORDS = {
    "zh": {"title": "产业链专利图谱", "region": "地区", "as_of": "数据截至", "version": "版本",
           "unknown": "不详", "yes": "是", "no": "否"},
    "en": {"title": "Industry-chain patent map", "region": "Region", "as_of": "Data as of", "version": "Version",
           "unknown": "unknown", "yes": "yes", "no": "no"},
}
STYLE = f"body{{margin:0;font:14px/1.5 {FONT};color:#17242f;background:#eef2f6}}" """
header{padding:10px 18px;background:#14365a;color:#fff}h1{font-size:18px;margin:0}
header p{margin:0;color:#cfe0f1;font-size:13px}
ul{list-style:none;margin:0;padding:8px 18px;background:#fff;display:flex;flex-wrap:wrap;gap:4px 20px;font-size:13px}
li b{display:inline-block;width:12px;height:12px;border-radius:2px;margin-right:6px;vertical-align:-1px}
.card{border:0!important}#mynetwork{float:none!important;border:0!important}
"""


def chain_page(graph: Projection, chain: str, region: str | None = None, lang: str = "zh") -> str:
    """HTML of a chain (id or name) for a region (id or name; else the country), in Chinese or English.

    Raises NotFound for an unknown chain or region.
    """
    row = graph.nodes["Chain"].iloc[find_chain(graph, chain)]
    board = gap_board(graph, row["id"], region)
    segments, feeds = chain_segments(graph, row["id"]), chain_feeds(graph, row["id"])
    layout = chain_layout(segments, feeds)
    net = Network(height="calc(100vh - 110px)", width="100%", directed=True, cdn_resources="in_line", notebook=False)
    net.set_options(json.dumps(OPTIONS, ensure_ascii=False))
    add_headings(net, layout, segments, lang)
    add_cards(net, layout, segments, board, lang)
    for feed in layout.feeds.merge(feeds, on=["source", "target"]).to_dict("records"):
        net.add_edge(feed["source"], feed["target"], title=text(feed["reason"]), **(RETURN if feed["back"] else {}))
    return alone(net.generate_html(), head(graph, row, board, lang))


def add_headings(net: Network, layout: Layout, segments: pd.DataFrame, lang: str) -> None:
    """Headings: of each stage, and of each segment that has parts, so that edges may end there."""
    for band in layout.bands.to_dict("records"):
        caption = band_caption(band["key"], segments)[lang == "en"]
        net.add_node(f"band:{band['key']}", label=caption, shape="text", x=band["x"] + band["width"] / 2, y=10.0,
                     font={"size": 18, "color": "#3c5064"})


    for frame in layout.frames.drop_duplicates("id").merge(segments, on="id").to_dict("records"):
        net.add_node(frame["id"], label=named(frame, lang), shape="text", font={"size": 12, "color": "#4b6075"},
                     x=frame["x"] + frame["width"] / 2, y=frame["y"] + 10)


def add_cards(net: Network, layout: Layout, segments: pd.DataFrame, board: pd.DataFrame, lang: str) -> None:
    """A box a segment: name, status in words and colour; its figures on hovering."""
    status = {one.key: one for one in STATUSES}
    gaps = board.set_index("segment").to_dict("index")
    for card in layout.cards.merge(segments, on="id").to_dict("records"):
        gap = gaps[card["id"]]
        is_ = status[gap["status_code"]]
        name = named(card, lang)
        net.add_node(
            card["id"], shape="box", label=f"{name}\n{is_.zh if lang == 'zh' else is_.en} · {gap['patents']}",
            title=f"{name}\n{figures(gap, lang)}", x=card["x"] + CARD_WIDTH / 2, y=card["y"] + CARD_HEIGHT / 2,
            color={"background": "#ffffff", "border": is_.color,
                   "highlight": {"background": "#e7f0fa", "border": is_.color}},
            borderWidth=2, shapeProperties={"borderDashes": is_.sign == "open"},
        )


def figures(gap: Mapping[Hashable, object], lang: str) -> str:
    """The figures of a segment, a line each: caption, value, unit."""
    words, lines = WORDS[lang], []
    for measure in MEASURES:
        value = gap[measure.key]
        if measure.format == "flag":
            shown = words["yes"] if value else words["no"]
        elif not isinstance(value, int | float) or pd.isna(value):
            shown = words["unknown"]
        elif measure.format == "share":
            shown = f"{value:.1%}"
        else:
            unit = measure.zh_unit if lang == "zh" else measure.en_unit
            shown = f"{value:,.0f} {unit}" if measure.format == "count" else f"{value:,.2f} {unit}"
        lines.append(f"{measure.zh if lang == 'zh' else measure.en}: {shown.strip()}")
    return "\n".join(lines)


def head(graph: Projection, row: pd.Series[str], board: pd.DataFrame, lang: str) -> str:
    """Title, region, date and legend above the picture."""
    words = WORDS[lang]
    counts = board["status_code"].value_counts()
    legend = "".join(mark(one, int(counts.get(one.key, 0)), lang) for one in STATUSES)
    facts = [f"{words['as_of']} {graph.as_of}", f"{words['version']} {graph.version[:12]}"]
    if len(board):
        facts.insert(0, f"{words['region']} {board['region_name'].iat[0]}")
    title = f"{words['title']} · {named(row.to_dict(), lang)}"
    return f"<header><h1>{escape(title)}</h1><p>{escape(' · '.join(facts))}</p></header><ul>{legend}</ul>"


def mark(status: Status, count: int, lang: str) -> str:
    caption = escape(status.zh if lang == "zh" else status.en)
    return f'<li><b style="background:{status.color}"></b>{caption} {count}</li>'


def alone(html: str, above: str) -> str:
    """The page without anything that would be loaded from elsewhere, our head in place of its own."""
    html = HEADINGS.sub("", OUTSIDE.sub("", html))
    html = html.replace("<head>", f"<head><title>{escape(WORDS['zh']['title'])}</title><style>{STYLE}</style>", 1)
    return "<!doctype html>\n" + html.replace("<body>", f"<body>{above}", 1)


def named(row: Mapping[Hashable, object], lang: str) -> str:
    """Name in the language, Chinese where there is no English one."""
    return text(row.get("name_en")) if lang == "en" and text(row.get("name_en")) else text(row["name"])


def text(value: object) -> str:
    """A text, '' for an unknown."""
    return value if isinstance(value, str) else ""
