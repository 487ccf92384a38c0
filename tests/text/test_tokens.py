from __future__ import annotations

import pyarrow as pa
import pytest

from ipgraph.text.dictionary import domain_words
from ipgraph.text.tokens import Words, characters, normalised_one, pairs


@pytest.mark.parametrize(("given", "plain"), [
    ("鋰離子電池", "锂离子电池"), ("ＬｉＦｅＰＯ４ 正極", "lifepo4 正极"), ("电池(18)，组件", "电池 18 组件"),
    ("Li-ion\n隔膜", "li ion 隔膜"), ("リチウム電池", "リチウム电池"),
    ("리튬 배터리", "리튬 배터리"), ("خلية وقود", "خلية وقود"), ("。 ", ""),
])
def test_one_spelling(given: str, plain: str) -> None:
    assert normalised_one(given) == plain


def test_scripts_without_spaces_are_taken_apart() -> None:
    assert pairs("リチウム电池 리튬 وقود") == ["リチ", "チウ", "ウム", "ム电", "电池", "리튬", "وقود"]
    assert characters("电池 وقود") == ["电", "池", "وقود"]


def test_words_of_the_corpus_are_kept_whole() -> None:
    assert "背接触" not in Words()("背接触电池")
    assert "背接触" in Words(["背接触"])("背接触电池")


def test_what_titles_repeat_becomes_a_word() -> None:
    titles = pa.array([f"一种背钝化膜的{what}" for what in ("制备", "清洗", "检测", "修复", "沉积")] + ["稀罕物件"])
    assert domain_words(titles) == ["背钝化膜"]
