from __future__ import annotations

import pytest

from ipgraph.analysis.matching.need import telling


@pytest.mark.parametrize(("field", "term", "idf", "said"), [
    ("words", "隔膜", 4.0, True), ("words", "隔膜", 1.0, False), ("words", "的", 6.0, False),
    ("characters", "膜", 4.0, True), ("pairs", "隔膜", 4.0, True),
])
def test_a_word_of_one_sign_says_nothing_and_a_frequent_one_neither(
    field: str, term: str, idf: float, said: bool,
) -> None:
    assert telling(field, term, idf) is said
