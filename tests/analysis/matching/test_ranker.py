from __future__ import annotations

import numpy as np
import pytest
from analysis.matching.corpus import corpus_graph, corpus_index

from ipgraph.analysis.matching.features import FEATURES
from ipgraph.analysis.matching.lessons import bodies_alone, candidates, needs
from ipgraph.analysis.matching.ranker import PLAIN, Lesson, learn, mean_rank, worth
from ipgraph.analysis.matching.rankers import FILE, kept, rankers
from ipgraph.text import TextIndex


def lessons(telling: int, count: int = 60) -> list[Lesson]:
    """Needs of ten candidates, of which the right one is the largest in one feature; the others are noise."""
    chance = np.random.default_rng(1)
    drawn = [chance.normal(size=(10, len(FEATURES))) for _ in range(count)]
    return [Lesson(x, x[:, telling] == x[:, telling].max()) for x in drawn]


def test_the_feature_that_tells_gets_the_weight() -> None:
    found = learn(lessons(3))
    assert int(np.argmax(np.abs(found.weights))) == 3
    assert found.weights[3] > 3 * max(abs(w) for n, w in enumerate(found.weights) if n != 3)
    assert found.lessons == 60


def test_what_is_learned_holds_for_other_needs_and_shuffled_answers_teach_nothing() -> None:
    def right(ranker, needs: list[Lesson]) -> float:
        return float(np.mean([need.right[np.argmax(ranker.score(need.features))] for need in needs]))

    others = lessons(3, 260)[60:]
    assert right(learn(lessons(3)), others) > 0.8
    shuffled = [Lesson(need.features, np.roll(need.right, n)) for n, need in enumerate(lessons(3))]
    assert right(learn(shuffled), others) < 0.4


def test_a_way_that_tells_nothing_apart_is_not_the_best() -> None:
    need = Lesson(np.zeros((10, len(FEATURES))), np.arange(10) == 3)
    assert mean_rank(PLAIN, [need]) == pytest.approx(0.1)


def test_few_lessons_teach_nothing() -> None:
    assert learn(lessons(3, 29)) is PLAIN


def test_of_two_kinds_neither_is_given_up() -> None:
    """One feature tells for the first kind and misleads for the second, another the other way round."""
    def kind(tells: int, misleads: int, seed: int) -> list[Lesson]:
        chance = np.random.default_rng(seed)
        drawn = [chance.normal(size=(10, len(FEATURES))) for _ in range(80)]
        return [Lesson(x, np.arange(10) == np.argmax(x[:, tells] + x[:, 5] - x[:, misleads] / 4)) for x in drawn]

    first, second, more = kind(3, 4, 1), kind(4, 3, 2), (kind(3, 4, 3), kind(4, 3, 4))
    alone, both = learn(first), learn(first, second)
    assert both.lessons == 160
    assert worth([(both, more)]).min() > 1.3 * worth([(alone, more)]).min()
    assert learn(first, second[:29]) == alone


def test_rankers_are_kept_and_the_same_again(tmp_path) -> None:
    graph = corpus_graph()
    index = corpus_index(graph, tmp_path)
    found = rankers(graph, index)
    assert (index.folder / FILE).is_file()
    (index.folder / FILE).write_text("{", "utf-8")
    assert rankers(graph, index) is found  # held: the file is not read again
    again = TextIndex(index.folder)
    assert rankers(graph, again) == found  # learned again, and kept again
    assert kept(TextIndex(index.folder)) == found


def test_a_title_that_is_learned_from_does_not_find_itself_by_its_title(tmp_path) -> None:
    graph = corpus_graph()
    index = corpus_index(graph, tmp_path)
    told = np.arange(len(index))
    bodies = bodies_alone(graph, index, told, tmp_path / "bodies")
    first = [candidates(graph, bodies, bodies.terms(need.text))[0][0] == need.row
             for need in needs(graph, index, bodies, told)["title"]]
    assert 0 < sum(first) < len(first)
    assert rankers(graph, index).short.lessons <= len(first)
