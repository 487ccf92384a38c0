"""Why a patent is proposed for a need: words, class and segment that they share, and the passage."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pyarrow as pa

from ipgraph.analysis.matching.features import counts
from ipgraph.analysis.matching.need import Inferred, telling
from ipgraph.projection import Projection
from ipgraph.text import Terms
from ipgraph.text.tokens import normalised

__all__ = ["named", "passages", "patent_reasons", "shared"]

#: Words and letters of a passage that are shown.
WORDS, LETTERS = 6, 160
#: Where a sentence or a clause ends.
SENTENCES = r"(?<=[。；;！？!?])|(?<=\.)\s"


def patent_reasons(
    graph: Projection, need: Inferred, terms: Terms, patent: int, text: str, found: str,
) -> list[dict[str, Any]]:
    """Reasons of one patent (position) from its normalised text and the passage found in it."""
    words = shared(terms, text)
    said: list[dict[str, Any]] = []
    if words:
        said.append({"kind": "words", "words": words, "zh": f"共同用词：{'、'.join(words)}",
                     "en": f"words in common: {', '.join(words)}"})
    symbols = graph.nodes["TechClass"]["id"].iloc[graph.edges["CLASSIFIED_AS"].targets(patent)].tolist()
    own = sorted({symbol[:4] for symbol in symbols})
    classes = [id for id in need.classes["id"] if id in own]
    if classes:
        said.append({"kind": "class", "classes": classes, "zh": f"属于需求所指向的分类：{'、'.join(classes)}",
                     "en": f"in the classes that the need leads to: {', '.join(classes)}"})
    segments = graph.nodes["Segment"]["id"].iloc[graph.edges["SERVES"].targets(patent)].tolist()
    served = [id for id in need.segments["id"] if id in segments]
    if served:
        zh, en = named(graph, served)
        said.append({"kind": "segment", "segments": served, "zh": f"服务于需求所指向的链环节：{zh}",
                     "en": f"serves the segments that the need leads to: {en}"})
    if found:
        said.append({"kind": "passage", "passage": found, "zh": f"原文：{found}", "en": f"passage: {found}"})
    return said


def shared(terms: Terms, text: str) -> list[str]:
    """The rarest telling words of the need that stand in a normalised text; pairs of characters where none does."""
    for field in ("words", "pairs", "characters"):
        has = counts([text], terms.terms[field])[0] > 0
        order = np.argsort(-terms.idf[field], kind="stable")
        found = [term for n in order if has[n] and telling(field, term := terms.terms[field][n], terms.idf[field][n])]
        if found:
            return found[:WORDS]
    return []


def passages(terms: Terms, given: list[str]) -> list[str]:
    """Of each text the sentence in which most of the need stands, by idf of its pairs; the first of equals, cut to
    `LETTERS`; empty for an empty text."""
    parts = [[part.strip() for part in re.split(SENTENCES, text) if part.strip()] for text in given]
    every = [part for own in parts for part in own]
    has = counts(normalised(pa.array(every, pa.string())).to_pylist(), terms.terms["pairs"]) > 0
    worth = np.round(has @ terms.idf["pairs"], 6)
    ends = np.cumsum([0, *(len(own) for own in parts)])
    best = [own[int(np.argmax(worth[low:high]))] if own else ""
            for own, low, high in zip(parts, ends[:-1], ends[1:], strict=True)]
    return [part if len(part) <= LETTERS else part[: LETTERS - 1] + "…" for part in best]


def named(graph: Projection, segments: list[str]) -> tuple[str, str]:
    """Names of segments in Chinese and English."""
    frame = graph.nodes["Segment"]
    frame = frame.iloc[frame["id"].searchsorted(segments)]
    other = frame["name_en"].where(frame["name_en"].notna(), frame["name"])
    return "、".join(map(str, frame["name"])), ", ".join(map(str, other))
