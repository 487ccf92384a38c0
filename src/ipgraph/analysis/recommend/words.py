"""What titles say, as numbers: pairs of Chinese characters and runs of four Latin ones, for all titles at once."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from ipgraph.analysis.recommend.matrices import Matrix

__all__ = ["title_words"]

#: Columns that n-grams are dealt out to, and the first character that is written without spaces between words.
WIDTH, IDEOGRAPHS = 2 ** 18, 0x2E80
LATIN = 4


def title_words(titles: pa.ChunkedArray | pa.Array, ids: pa.ChunkedArray, patents: pd.Series[str]) -> Matrix:
    """`patents` × n-grams, ones, of the title of each id; an unknown title has none.

    >>> found = title_words(pa.array(["电池隔膜", "锂电池"]), pa.array(["b", "a"]), pd.Series(["a", "b", "c"]))
    >>> (found @ found.T).toarray().tolist()
    [[2.0, 1.0, 0.0], [1.0, 3.0, 0.0], [0.0, 0.0, 0.0]]
    """
    at = pd.Index(patents).get_indexer(pd.Index(ids.to_pandas()))
    low = pc.fill_null(pc.utf8_lower(pc.utf8_normalize(titles, "NFKC")), "").to_pandas()
    lengths = low.str.len().to_numpy(dtype=np.int64)
    letters = np.frombuffer(low.str.cat().encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    title = np.repeat(np.arange(len(low)), lengths)
    codes, rows = [], []
    for size, kept in ((2, letters >= IDEOGRAPHS), (LATIN, letters < IDEOGRAPHS)):
        count = max(len(letters) - size + 1, 0)
        code, whole = np.zeros(count, dtype=np.uint64), np.ones(count, dtype=bool)
        for n in range(size):
            code = code * np.uint64(1_000_003) + letters[n:n + count]
            whole &= kept[n:n + count]
        whole &= title[:count] == title[size - 1:size - 1 + count]
        codes.append((code[whole] * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(46)).astype(np.int64))
        rows.append(at[title[:count][whole]])
    row, column = np.concatenate(rows), np.concatenate(codes)
    ends = (row[row >= 0], column[row >= 0])
    found = Matrix(sparse.coo_array((np.ones(len(ends[0]), dtype=np.float32), ends), shape=(len(patents), WIDTH)))
    found.data[:] = 1
    return found
