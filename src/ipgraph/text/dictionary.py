"""Words of the field that a general dictionary lacks, found in the titles of the corpus."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import rjieba

__all__ = ["domain_words"]

#: What parts a title: particles, and words of form that stand before or behind the thing itself.
PARTED = r"\s+|一种|用于|基于|及其|以及|具有|[的之和与及或在为用由]|方法$|装置$|系统$"
LENGTHS = (2, 6)
#: Titles that must have a part before it is taken for a word, and most words that are added.
TITLES = 5
MOST = 20_000


def domain_words(titles: pa.Array) -> list[str]:
    """Parts of at least `TITLES` normalised titles that the general dictionary does not know, most frequent first."""
    parts = pd.Series(titles.to_pandas()).str.split(PARTED, regex=True).explode()
    parts = parts[parts.str.fullmatch(rf"[一-鿿]{{{LENGTHS[0]},{LENGTHS[1]}}}", na=False)]
    counts = parts.value_counts()
    found = pd.DataFrame({"word": counts.index, "titles": counts.to_numpy()}).query("titles >= @TITLES")
    found = found.sort_values(["titles", "word"], ascending=[False, True])
    return [word for word in found["word"].head(MOST) if not rjieba.has_word(word)]
