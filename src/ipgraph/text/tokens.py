"""Texts as they are compared: one spelling, and in it characters, pairs of characters and words.

A run is what stands between two spaces of a normalised text. Runs of Chinese, Japanese and Korean are taken apart
into characters, pairs and words; a run of another script is one word, and counts as such in all three.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import add

import pyarrow as pa
import pyarrow.compute as pc
import rjieba

from ipgraph.schema.types.name import simplify

__all__ = ["FIELDS", "SILENT", "Words", "characters", "normalised", "normalised_one", "pairs", "threes"]

#: The three ways a text is taken apart.
FIELDS = ("characters", "pairs", "words")
#: From here on a script is written without spaces: CJK radicals, kana, hangul and the ideographs.
UNSPACED = "⺀"
#: Words that join others or that people ask with: what is looked for is not them, rare as they may be in a corpus that
#: is mostly of another language.
SILENT = frozenset((
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "between", "both",
    "but", "by", "can", "company", "could", "do", "does", "during", "each", "for", "from", "has", "have", "having",
    "how", "if", "in", "into", "is", "it", "its", "looking", "may", "more", "must", "need", "needs", "no", "not",
    "of", "on", "one", "or", "other", "our", "over", "please", "require", "seek", "seeking", "should", "so", "some",
    "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through",
    "to", "under", "us", "want", "wanted", "was", "we", "were", "what", "when", "where", "which", "while", "who",
    "will", "wish", "with", "within", "without", "would", "you", "your", "寻找", "寻求", "希望", "期望", "需要",
    "需求", "想要", "求购", "征集", "急需", "我们", "我司", "我公司", "公司", "企业", "求助", "请问", "目前", "及其",
    "能够", "可以", "用于", "一种",
))


def normalised(texts: pa.Array) -> pa.Array:
    """Texts in one spelling: NFKC, lower case, simplified characters, a space for all that is no letter or digit and
    around every run of Latin letters and digits. Null becomes empty.

    >>> normalised(pa.array(["鋰離子電池（Li-ion）隔膜", None])).to_pylist()
    ['锂离子电池 li ion 隔膜', '']
    """
    text = simplify(pc.utf8_lower(pc.utf8_normalize(pc.fill_null(texts, ""), "NFKC")))
    text = pc.replace_substring_regex(text, r"[^\p{L}\p{N}]+", " ")
    text = pc.replace_substring_regex(text, r"([a-z0-9]+)", r" \1 ")
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(text, r" +", " "))


def normalised_one(text: str) -> str:
    """One text in that spelling."""
    return str(normalised(pa.array([text], pa.string()))[0].as_py())


def characters(text: str) -> list[str]:
    """Characters of unspaced scripts and words of others, of a normalised text.

    >>> characters("锂电池 li ion")
    ['锂', '电', '池', 'li', 'ion']
    """
    return [part for run in text.split() for part in (run if run[0] >= UNSPACED else (run,))]


def pairs(text: str) -> list[str]:
    """Pairs of neighbouring characters; a character that stands alone is itself.

    >>> pairs("锂电池 li ion 锂")
    ['锂电', '电池', 'li', 'ion', '锂']
    """
    return [part for run in text.split()
            for part in (map(add, run, run[1:]) if run[0] >= UNSPACED and len(run) > 1 else (run,))]


def threes(text: str) -> list[str]:
    """Three neighbouring characters of an unspaced script, of a normalised text.

    >>> threes("锂电池组 li 隔膜")
    ['锂电池', '电池组']
    """
    return [run[n:n + 3] for run in text.split() if run[0] >= UNSPACED for n in range(len(run) - 2)]


class Words:
    """Words of a text by jieba's dictionary and the words of the corpus added to it."""

    def __init__(self, added: Iterable[str] = ()) -> None:
        self.cutter = rjieba.Jieba()
        for word in added:
            self.cutter.add_word(word, None, None)

    def __call__(self, text: str) -> list[str]:
        """Words of a normalised text, in order."""
        return [word for word in self.cutter.cut(text) if not word.isspace()]
