"""What is understood of a need before anybody is named: its words, and the classes and segments they lead to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ipgraph.errors import UsageError
from ipgraph.projection import Projection
from ipgraph.text import Terms
from ipgraph.text.tokens import SILENT

__all__ = ["MOST_LETTERS", "Inferred", "inferred", "sound", "telling", "unheard"]

#: Letters of the longest need that is read; a patent specification is longer, a description of a need is not.
MOST_LETTERS = 50_000
#: Classes and segments that are told, and the share below which none is.
MOST, LEAST = 5, 0.1
#: idf from which on a word says something: it stands in fewer than about an eighth of the texts.
TELLING = 2.0


@dataclass(frozen=True, eq=False)
class Inferred:
    """`words` of the need that the corpus knows, rarest first; `classes` and `segments`: id and share (0–1) of the
    weight of what was found, largest first; classes are subclasses (H01M) of the main class, segments have name,
    name_en and chain too."""

    words: list[str]
    classes: pd.DataFrame
    segments: pd.DataFrame


def sound(text: str) -> str:
    """The need as it can be read. Raises UsageError where it is empty or endless."""
    if not any(letter.isalnum() for letter in text):
        raise UsageError("the need is empty: describe it in a few words, Chinese or English",
                         "需求为空：请用中文或英文描述技术需求")
    if len(text) > MOST_LETTERS:
        raise UsageError(f"the need has {len(text)} characters: at most {MOST_LETTERS} are read",
                         f"需求有 {len(text)} 个字符：最多读取 {MOST_LETTERS} 个")
    return text


def inferred(graph: Projection, terms: Terms, patents: np.ndarray, score: np.ndarray) -> Inferred:
    """From the patents found and their scores: what share of the score each class and segment has."""
    words = [w for w, idf in zip(terms.terms["words"], terms.idf["words"], strict=True) if telling("words", w, idf)]
    whole = score.sum()
    classes = ends(graph, "CLASSIFIED_AS", patents, graph.nodes["TechClass"]["id"])
    classes["id"] = classes["id"].str[:4]
    classes = classes.drop_duplicates(ignore_index=True)
    classes["worth"] = score[classes["row"]] / classes.groupby("row")["id"].transform("size")
    segments = ends(graph, "SERVES", patents, graph.nodes["Segment"]["id"])
    segments["worth"] = score[segments["row"]]
    named = graph.nodes["Segment"][["id", "name", "name_en", "chain"]]
    told = largest(segments, whole).merge(named, on="id", how="left")
    return Inferred(words or terms.terms["pairs"], largest(classes, whole), told)


def unheard(terms: Terms) -> list[dict[str, str]]:
    """A remark on the words of a need that no loaded patent has; none where all are known.

    >>> unheard(Terms("隔膜", {}, {}, ["隔膜"]))[0]["en"]
    'no loaded patent has the word 隔膜: what follows was found by the rest of the need'
    """
    if not terms.missing:
        return []
    told = terms.missing[:MOST]
    zh, en = "、".join(f"“{word}”" for word in told), ", ".join(told)
    return [{"zh": f"已载入的专利中没有出现{zh}：以下结果仅依据需求的其余部分",
             "en": f"no loaded patent has the word{'s' * (len(told) > 1)} {en}: what follows was found by the rest "
                   "of the need"}]


def telling(field: str, term: str, idf: float) -> bool:
    """Whether a term says something. A word of one sign (的, 和) joins others, however rare Chinese is here."""
    return idf >= TELLING and term not in SILENT and (field != "words" or len(term) > 1)


def ends(graph: Projection, type: str, patents: np.ndarray, names: pd.Series[str]) -> pd.DataFrame:
    """row (place in `patents`) and id (of `names`) of what each patent points at, each pair once."""
    row, end = graph.edges[type].out[patents].tocoo().coords
    return pd.DataFrame({"row": row, "id": names.iloc[end].to_numpy()}).drop_duplicates(ignore_index=True)


def largest(found: pd.DataFrame, whole: float) -> pd.DataFrame:
    """id and share of the largest sums of `worth`, ties by id."""
    share = (found.groupby("id")["worth"].sum() / (whole or 1)).round(6).rename("share").reset_index()
    share = share[share["share"] >= LEAST].sort_values(["share", "id"], ascending=[False, True])
    return share.head(MOST).reset_index(drop=True)
