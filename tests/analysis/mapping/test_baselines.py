"""The simple ways that a learnt one must beat."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from scipy import sparse

from ipgraph.analysis.mapping.baselines import centroid, majority, named


def test_the_commonest_goes_by_what_texts_stand_for() -> None:
    truth = np.array([[True, False], [True, False], [False, True]])
    assert majority(truth, np.array([1.0, 1.0, 5.0]), 2).tolist() == [[False, True], [False, True]]


def test_the_nearest_mean_gives_the_label_and_that_of_the_unlabelled_gives_none() -> None:
    seen = sparse.csr_array(np.array([[1, 1, 0, 0, 0], [1, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 1, 0, 0],
                                      [0, 0, 0, 1, 1], [0, 0, 0, 1, 1]], dtype=np.float32))
    truth = np.array([[True, False], [True, False], [False, True], [False, True], [False, False], [False, False]])
    asked = sparse.csr_array(np.array([[1, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 1]], dtype=np.float32))
    assert centroid(seen, truth, asked).tolist() == [[True, False], [False, True], [False, False]]


def test_a_name_in_the_text_in_either_language_gives_the_label() -> None:
    texts = pa.array(["一种隔膜", "a separator for cells", "cathode and separator", "面团"])
    found = named(texts, [["隔膜", "Separator"], ["正极", "Cathode"]])
    assert found.tolist() == [[True, False], [True, False], [True, True], [False, False]]
