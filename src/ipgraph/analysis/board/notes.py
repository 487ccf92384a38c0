"""What is to be known of a board before its numbers are read: why some are empty, zero or all alike."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from ipgraph.analysis.board.topology import flow_pairs
from ipgraph.analysis.lookup import find_chain
from ipgraph.projection import Projection

__all__ = ["NOTES", "board_notes"]

#: Chinese and English by code; {0} is a number or a name.
NOTES = {
    "no_segments": ("该产业链没有环节，因此没有任何数字。", "The chain has no segments and so no numbers."),
    "no_patents": (
        "没有专利命中该产业链：缺链反映的是数据而不是产业，份额与集中度为空。",
        "No patent serves the chain: missing segments tell of the data, not of the industry, and shares and "
        "concentration are empty.",
    ),
    "no_local": (
        "{0}在该产业链没有专利：相对优势均为 0，各环节均无本地专利。",
        "{0} has no patent in the chain: its advantage is 0 in every segment.",
    ),
    "one_segment": (
        "只有一个环节：相对优势没有可比较的其他环节，有专利即为 1。",
        "There is one segment alone: advantage has no other to compare with, and is 1 wherever there are patents.",
    ),
    "no_industry": (
        "没有任何单位的布局信息：产业优势和供需为空。",
        "Nobody is known to work in the chain: advantage of industry and supply and demand are empty.",
    ),
    "no_feeds": (
        "没有供给关系：位置按阶段判断，没有必经环节和独立供给路径。",
        "No segment feeds another: positions go by stage, and no segment is on every path.",
    ),
    "cycle": (
        "供给关系中有循环，涉及 {0} 个环节：上游度把循环当作可离开，层级用营养级表示。",
        "Feeds run in a circle of {0} segments: upstreamness lets flows leave it, and the trophic level orders them.",
    ),
    "parts": (
        "供给关系分为互不相连的 {0} 部分：没有环节位于全部路径上。",
        "Feeds fall into {0} parts that nothing joins: no segment is on every path.",
    ),
}


def board_notes(graph: Projection, chain: str, board: pd.DataFrame) -> list[dict[str, str]]:
    """What to know of a board of `gap_board`, in the order of NOTES: code, zh, en."""
    found: dict[str, tuple[str, str]] = {}
    if board.empty:
        found["no_segments"] = ("", "")
    elif not board["patents"].sum():
        found["no_patents"] = ("", "")
    elif not board["local_patents"].sum():
        name = str(board["region_name"].iat[0])
        found["no_local"] = (name, name)
    if len(board) == 1:
        found["one_segment"] = ("", "")
    if len(board) and board["industry_code"].isna().all():
        found["no_industry"] = ("", "")
    nodes, pairs = flow_pairs(graph, find_chain(graph, chain))
    if len(board) > 1 and not len(nodes):
        found["no_feeds"] = ("", "")
    elif len(nodes):
        ends = np.array(pairs)
        feeds = sparse.csr_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(len(nodes), len(nodes)))
        _, strong = connected_components(feeds, connection="strong")
        circled = int((np.bincount(strong)[strong] > 1).sum())
        parts, _ = connected_components(feeds, connection="weak")
        if circled:
            found["cycle"] = (str(circled), str(circled))
        if parts > 1:
            found["parts"] = (str(parts), str(parts))
    return [{"code": code, "zh": zh.format(found[code][0]), "en": en.format(found[code][1])}
            for code, (zh, en) in NOTES.items() if code in found]
