"""What is learnt is believed as far as it was right on questions it never saw."""

from __future__ import annotations

import numpy as np

from ipgraph.analysis.recommend.choice import FEW, best_rule, chosen
from ipgraph.analysis.recommend.heuristics import RULES
from ipgraph.analysis.recommend.pool import Pool, feature_of, log_places, rule_column


def pool_of(count: int, right: str) -> tuple[Pool, np.ndarray]:
    """`count` questions of ten candidates; the answer stands first by the rule `right`, and tenth by all others. With
    it a score that has the answer first."""
    question, place = np.repeat(np.arange(count), 10), np.tile(np.arange(1, 11), count)
    answer = place == 10
    columns = [rule_column(rule) for rule in RULES]
    first = np.where(answer, 1, place + 1)
    values = np.column_stack([np.log(first if feature_of(right) in name else place) for name in columns])
    return Pool(question, place, answer, np.ones(len(place), dtype=bool), values, columns, {}), -first.astype(float)


def test_the_best_rule_is_the_one_that_has_the_answers_first() -> None:
    assert best_rule([pool_of(3, "class_cosine")[0]]) == "class_cosine"
    assert best_rule([pool_of(3, "repeat")[0]]) == "repeat"


def test_what_is_right_is_believed_and_what_is_no_better_is_not() -> None:
    rows, good = pool_of(FEW, "class_cosine")
    found = chosen("adamic_adar", [rows], [good], [np.arange(FEW)])
    assert (found.method, found.weight, found.queries) == ("learned", 1.0, FEW)
    assert found.inside is not None
    assert (found.inside[0.0], found.inside[1.0]) == (0.1, 1.0)
    assert chosen("class_cosine", [rows], [good], [np.arange(FEW)]).method == "rule"
    assert chosen("class_cosine", [rows], [-good], [np.arange(FEW)]).method == "rule"


def test_of_few_questions_the_rule_is_kept() -> None:
    rows, good = pool_of(FEW - 1, "class_cosine")
    assert chosen("adamic_adar", [rows], [good], [np.arange(FEW - 1)]).method == "rule"


def test_two_windows_of_one_seeker_are_not_two_proofs() -> None:
    rows, good = pool_of(FEW // 2, "class_cosine")
    same, others = np.arange(FEW // 2), np.arange(FEW // 2) + FEW
    assert chosen("adamic_adar", [rows, rows], [good, good], [same, same]).method == "rule"
    assert chosen("adamic_adar", [rows, rows], [good, good], [same, others]).method == "learned"


def test_equals_share_the_mean_of_their_places() -> None:
    found = log_places(np.array([0, 0, 0, 1]), np.array([2.0, 2.0, 1.0, 7.0]))
    assert np.exp(found).round(6).tolist() == [1.5, 1.5, 3.0, 1.0]
