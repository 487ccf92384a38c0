"""Texts mapped to segments, learnt from a small chain for real."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from analysis.texts import SEGMENTS, SILENT, text_bundle
from factory import linked

from ipgraph.analysis.mapping import Mapped, map_texts, open_corpus
from ipgraph.analysis.thresholds import DEFAULT, Thresholds
from ipgraph.bundle import Bundle


def mapped(bundle: Bundle, thresholds: Thresholds = DEFAULT) -> Mapped:
    with open_corpus(bundle) as corpus:
        return map_texts(corpus, thresholds)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapped:
    return mapped(text_bundle(tmp_path_factory.mktemp("texts")))


def test_a_text_is_mapped_to_the_segment_that_it_talks_of(found: Mapped) -> None:
    expected = {(id, segment) for id, (segment, _) in SILENT.items() if segment}
    assert set(zip(found.edges["patent"], found.edges["segment"], strict=True)) == expected


@pytest.mark.parametrize("id", [id for id, (segment, _) in SILENT.items() if not segment])
def test_a_text_of_a_foreign_field_is_not_pulled_in(found: Mapped, id: str) -> None:
    assert id not in set(found.edges["patent"])


def test_every_edge_is_as_likely_as_asked_and_never_certain(found: Mapped) -> None:
    assert found.edges["probability"].between(DEFAULT.text_probability, 1, inclusive="left").all()


def test_an_edge_names_what_speaks_for_it(found: Mapped) -> None:
    words = found.edges.set_index("patent")["words"]
    for id, named in words.items():
        segment, title = SILENT[str(id)]
        assert named, id
        assert all(word in title.lower() for word in named)
        assert any(any(part in " ".join(SEGMENTS[segment][1]).lower() for part in word.split()) for word in named)


def test_a_segment_with_too_few_examples_is_told_and_gets_nothing(found: Mapped) -> None:
    assert found.few == {"rare": 5}
    assert found.learnt == tuple(sorted(SEGMENTS))
    assert "rare" not in set(found.edges["segment"])


def test_only_texts_without_classes_are_asked(found: Mapped) -> None:
    assert found.asked == len(SILENT)
    assert set(found.edges["patent"]) <= set(SILENT)


def test_twice_is_the_same(found: Mapped, tmp_path: Path) -> None:
    pd.testing.assert_frame_equal(found.edges, mapped(text_bundle(tmp_path)).edges)


def test_a_patent_that_a_rule_placed_in_the_chain_is_left_there(found: Mapped, tmp_path: Path) -> None:
    by_rule = linked([("CN190000001A", "recycling")], score=1.0, basis="rule", rule="words", words=["隔膜的拉伸"])
    left = mapped(text_bundle(tmp_path, more={"SERVES": by_rule})).edges
    assert "CN190000001A" in set(found.edges["patent"])
    assert "CN190000001A" not in set(left["patent"])


def test_edges_by_text_are_not_learnt_from(found: Mapped, tmp_path: Path) -> None:
    wrong = linked([(id, "recycling") for id in SILENT], score=0.9, basis="text")
    pd.testing.assert_frame_equal(found.edges, mapped(text_bundle(tmp_path, more={"SERVES": wrong})).edges)


def test_a_higher_threshold_leaves_fewer(found: Mapped, tmp_path: Path) -> None:
    none = mapped(text_bundle(tmp_path), Thresholds(text_probability=0.9999))
    assert found.edges.size > 0
    assert none.edges.empty


def test_a_language_that_told_texts_have_in_one_segment_alone_does_not_speak_for_it(tmp_path: Path) -> None:
    edges = mapped(text_bundle(tmp_path, german=60)).edges
    assert not edges["patent"].str.startswith("DE").any()
    assert "CN190000001A" in set(edges["patent"])


def test_without_texts_or_examples_nothing_is_mapped(bundle: Bundle) -> None:
    small = mapped(bundle)
    assert small.edges.empty
    assert not small.learnt
    assert small.few
