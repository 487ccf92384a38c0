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
from ipgraph.explorer.legend import EVIDENCE, MEASURES, STATUSES, Status, band_caption
from ipgraph.explorer.lines import broken
from ipgraph.explorer.place import CARD_HEIGHT, CARD_WIDTH
from ipgraph.projection import Projection

#: Tags of pyvis's template that load Bootstrap from elsewhere even when all else is in line.
OUTSIDE = re.compile(r"""<(script|link)\b[^>]*?(?:src|href)\s*=\s*["'](?:https?:)?//[^>]*?>(?:\s*</script>)?""", re.I)
#: It writes its heading twice, in pages of two heads; ours stands in the body.
HEADINGS = re.compile(r"<center>\s*<h1>.*?</h1>\s*</center>", re.DOTALL)
FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
#: Two lines of a name and one of its status stand inside a card.
NAME_SIZE, NAME_LINES = 12, 2
OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "navigationButtons": False, "keyboard": False, "dragNodes": False},
    "nodes": {"shape": "box", "widthConstraint": CARD_WIDTH - 12, "heightConstraint": CARD_HEIGHT - 12, "margin": 4,
              "font": {"size": NAME_SIZE, "face": FONT.replace('"', ""), "color": "#17242f"}},
    "edges": {"color": {"color": "#93a5b6"}, "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
              "smooth": {"type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5}},
}
RETURN = {"color": "#a5568c", "dashes": True, "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.35}}
WORDS = {
    "zh": {"title": "产业链专利图谱", "region": "地区", "as_of": "数据截至", "version": "版本",
           "unknown": "不详", "yes": "是", "no": "否", "sample": "示例数据，仅供演示，不代表产业全貌"},
    "en": {"title": "Industry-chain patent map", "region": "Region", "as_of": "Data as of", "version": "Version",
           "unknown": "unknown", "yes": "yes", "no": "no",
           "sample": "Sample data for demonstration, not a census"},
}
STYLE = f"body{{margin:0;font:14px/1.5 {FONT};color:#17242f;background:#eef2f6}}" """
header{padding:10px 18px;background:#14365a;color:#fff}h1{font-size:18px;margin:0}
header p{margin:0;color:#cfe0f1;font-size:13px}
.sample{margin:0;padding:3px 18px;background:#fdf6e3;color:#6b5310;font-size:13px}
ul{list-style:none;margin:0;padding:8px 18px;background:#fff;display:flex;flex-wrap:wrap;gap:4px 20px;font-size:13px}
li b{display:inline-block;width:12px;height:12px;border-radius:2px;margin-right:6px;vertical-align:-1px}
.card{border:0!important}#mynetwork{float:none!important;border:0!important}
"""


def chain_page(
    graph: Projection, chain: str, region: str | None = None, lang: str = "zh", *, sample: bool = False,
) -> str:
    """HTML of a chain (id or name) for a region (id or name; else the country), in Chinese or English.

    With `sample` the page says that its data is a sample.
    Raises NotFound for an unknown chain or region.
    """
    row = graph.nodes["Chain"].iloc[find_chain(graph, chain)]
    board = gap_board(graph, row["id"], region)
    segments, feeds = chain_segments(graph, row["id"]), chain_feeds(graph, row["id"])
    layout = chain_layout(segments, feeds)
    net = Network(height="calc(100vh - 110px)", width="100%", directed=True, cdn_resources="in_line", notebook=False)
    net.set_options(json.dumps(OPTIONS, ensure_ascii=False))
    add_headings(net, layout, segments, lang)
    add_cards(net, layout, segments, board, lang, local=region is not None)
    for feed in layout.feeds.merge(feeds, on=["source", "target"]).to_dict("records"):
        net.add_edge(feed["source"], feed["target"], title=text(feed["reason"]), **(RETURN if feed["back"] else {}))
    return alone(net.generate_html(), head(graph, row, board, lang, sample), lang)


def add_headings(net: Network, layout: Layout, segments: pd.DataFrame, lang: str) -> None:
    """Headings: of each stage, and of each segment that has parts, so that edges may end there."""
    for band in layout.bands.to_dict("records"):
        caption = band_caption(band["key"], segments)[lang == "en"]
        net.add_node(f"band:{band['key']}", label=caption, shape="text", x=band["x"] + band["width"] / 2, y=10.0,
                     font={"size": 18, "color": "#3c5064"})
    for frame in layout.frames.drop_duplicates("id").merge(segments, on="id").to_dict("records"):
        net.add_node(frame["id"], label="\n".join(broken(named(frame, lang), CARD_WIDTH / 12, 1)),
                     shape="text", font={"size": 12, "color": "#4b6075"},
                     x=frame["x"] + frame["width"] / 2, y=frame["y"] + 10)


def add_cards(
    net: Network, layout: Layout, segments: pd.DataFrame, board: pd.DataFrame, lang: str, *, local: bool,
) -> None:
    """A box a segment: name, status in words and colour, patents (`local`: of the region / all).

    Where there is no data the box says so in place of the patents; figures, and that data is thin, on hovering.
    """
    status, thin = {one.key: one for one in STATUSES}, {one.key: one for one in EVIDENCE}
    gaps = board.set_index("segment").to_dict("index")
    for card in layout.cards.merge(segments, on="id").to_dict("records"):
        gap = gaps[card["id"]]
        is_ = status[gap["status_code"]]
        name = named(card, lang)
        short = "\n".join(broken(name, (CARD_WIDTH - 20) / NAME_SIZE, NAME_LINES))
        amount = f"{gap['local_patents']}/{gap['patents']}" if local else f"{gap['patents']}"
        few = thin.get(gap["evidence"])
        rest = "" if few is None else few.zh if lang == "zh" else few.en
        told = [is_.zh if lang == "zh" else is_.en_short, rest if gap["evidence"] == "none" else amount]
        net.add_node(
            card["id"], shape="box", label=f"{short}\n{' · '.join(told)}",
            title=harmless("\n".join(part for part in (name, rest, figures(gap, lang)) if part)),
            x=card["x"] + CARD_WIDTH / 2, y=card["y"] + CARD_HEIGHT / 2,
            color={"background": "#ffffff", "border": is_.color,
                   "highlight": {"background": "#e7f0fa", "border": is_.color}},
            borderWidth=2, shapeProperties={"borderDashes": is_.sign == "open"},
        )


def figures(gap: Mapping[Hashable, object], lang: str) -> str:
    """The figures of a segment, a line each: caption, value, unit."""
    words, lines = WORDS[lang], []
    for measure in (one for one in MEASURES if one.main):
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


def head(graph: Projection, row: pd.Series[str], board: pd.DataFrame, lang: str, sample: bool) -> str:
    """Title, region, date and legend above the picture."""
    words = WORDS[lang]
    counts = board["status_code"].value_counts()
    legend = "".join(mark(one, int(counts.get(one.key, 0)), lang) for one in STATUSES)
    facts = [f"{words['as_of']} {graph.as_of}", f"{words['version']} {graph.version[:12]}"]
    if len(board):
        facts.insert(0, f"{words['region']} {region_name(graph, board.iloc[0], lang)}")
    notice = f'<p class="sample">{words["sample"]}</p>' if sample else ""
    title = f"{words['title']} · {named(row.to_dict(), lang)}"
    return f"<header><h1>{escape(title)}</h1><p>{escape(' · '.join(facts))}</p></header>{notice}<ul>{legend}</ul>"


def region_name(graph: Projection, row: pd.Series[str], lang: str) -> str:
    """The place that a row of the board is of, in the language."""
    regions = graph.nodes["Region"]
    found = regions[regions["id"] == row["region"]]
    return named(found.iloc[0].to_dict(), lang) if len(found) else row["region_name"]


def mark(status: Status, count: int, lang: str) -> str:
    caption = escape(status.zh if lang == "zh" else status.en)
    return f'<li><b style="background:{status.color}"></b>{caption} {count}</li>'


def alone(html: str, above: str, lang: str) -> str:
    """The page without anything that would be loaded from elsewhere, our head in place of its own."""
    html = HEADINGS.sub("", OUTSIDE.sub("", html))
    html = html.replace("<head>", f"<head><title>{escape(WORDS[lang]['title'])}</title><style>{STYLE}</style>", 1)
    html = html.replace("<html>", '<html lang="zh-CN">' if lang == "zh" else '<html lang="en">', 1)
    return "<!doctype html>\n" + html.replace("<body>", f"<body>{above}", 1)


def named(row: Mapping[Hashable, object], lang: str) -> str:
    """Name in the language, Chinese where there is no English one."""
    return text(row.get("name_en")) if lang == "en" and text(row.get("name_en")) else text(row["name"])


def harmless(title: str) -> str:
    """A hint that stays text: pyvis turns hints into HTML for the whole page where any of them holds this word."""
    return title.replace("href", "hre\u200bf")


def text(value: object) -> str:
    """A text, '' for an unknown."""
    return value if isinstance(value, str) else ""
