from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from factory import bundle_of, small_bundle

from ipgraph.errors import StoreError
from ipgraph.projection import read_projection
from ipgraph.store import Store
from ipgraph.text import TextIndex, open_texts, texts_of, write

IDS = pd.Series(["A", "B", "C", "D"])
TEXTS = pa.table({
    "id": ["D", "A", "B", "C"], "title": ["电机转子", "一种电池隔膜", None, None],
    "title_en": [None, None, "Battery separator", None],
    "abstract": ["转子铁芯", "本发明公开了一种电池隔膜，该电池隔膜耐热", None, None],
})


def opened(home: Path) -> TextIndex:
    return open_texts(lambda: TEXTS, IDS, "v1", home)


def test_rows_are_patents_with_a_text_and_titles_are_cut_from_abstracts(tmp_path: Path) -> None:
    found = opened(tmp_path)
    assert found.patents.tolist() == [0, 1, 3]
    assert found.texts(np.array([0])) == ["一种电池隔膜 本发明公开了  该 耐热 "]
    assert found.texts(np.array([0]), body=True) == [" 本发明公开了  该 耐热 "]
    assert found.table.column("title").to_pylist() == ["一种电池隔膜", "Battery separator", "电机转子"]


def test_search_finds_either_language_and_only_what_is_allowed(tmp_path: Path) -> None:
    found = opened(tmp_path)
    assert found.search(found.terms("電池隔膜"), 5).rows[0] == 0
    assert found.search(found.terms("separator for a battery"), 5).rows.tolist() == [1]
    assert set(found.search(found.terms("电池 转子"), 5).rows.tolist()) == {0, 2}
    assert found.search(found.terms("电池 转子"), 5, np.array([False, True, True])).rows.tolist() == [2]
    assert found.search(found.terms("量测"), 5).rows.tolist() == []


def test_words_that_only_join_others_are_not_looked_for(tmp_path: Path) -> None:
    found = opened(tmp_path)
    assert found.terms("we need a separator for the battery").terms["words"] == ["battery", "separator"]
    assert found.terms("the").missing == []
    assert found.terms("一种电池").terms["pairs"][0] == "一种"


def test_a_second_start_reads_what_is_kept_and_older_versions_go(tmp_path: Path) -> None:
    opened(tmp_path)

    def never() -> pa.Table:
        raise AssertionError("read again")

    assert len(open_texts(never, IDS, "v1", tmp_path)) == 3
    open_texts(lambda: TEXTS, IDS, "v2", tmp_path)
    assert [folder.name for folder in (tmp_path / "cache" / "text").iterdir()] == ["v2"]


@pytest.mark.parametrize("damaged", [write.FACTS, write.TEXTS, write.WORDS, f"{write.POSTINGS}/meta.json"])
def test_a_damaged_index_is_built_again(tmp_path: Path, damaged: str) -> None:
    opened(tmp_path)
    (tmp_path / "cache" / "text" / "v1" / damaged).write_bytes(b"\x00")
    assert len(opened(tmp_path)) == 3


def test_a_build_cut_short_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(write, "document", cut)
        with pytest.raises(KeyboardInterrupt):
            opened(tmp_path)
    assert list((tmp_path / "cache" / "text").iterdir()) == []
    assert len(opened(tmp_path)) == 3


def test_an_index_of_nothing_answers(tmp_path: Path) -> None:
    nothing = open_texts(lambda: TEXTS.slice(0, 0), IDS, "v1", tmp_path)
    assert len(nothing.search(nothing.terms("电池"), 5).rows) == 0


def test_texts_of_a_graph_that_is_gone_are_not_kept_as_those_of_another(empty_embedded: Store, tmp_path: Path) -> None:
    empty_embedded.publish(small_bundle(tmp_path / "small"))
    graph = read_projection(empty_embedded)
    empty_embedded.publish(bundle_of(tmp_path / "other", {"Chain": [{"id": "c:新", "name": "新链"}]}, {}))
    with pytest.raises(StoreError, match="changed"):
        texts_of(empty_embedded, graph, tmp_path / "home")
    assert not (tmp_path / "home").exists()
