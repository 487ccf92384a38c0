from __future__ import annotations

import os
from pathlib import Path

import pytest

from ipgraph.errors import WorkspaceError
from ipgraph.tables.identity import decisions
from ipgraph.tables.identity.decisions import Decision

SPLIT = Decision("split", ("华为技术有限公司", "华为终端有限公司"), "两家公司", "2026-01-02")
JOIN = Decision("join", ("北大", "北京大学"))


def test_decisions_come_back_as_they_were_kept_and_can_be_read_by_people(tmp_path: Path) -> None:
    assert decisions.read(tmp_path) == ()
    decisions.write(tmp_path, [SPLIT, JOIN])
    assert decisions.read(tmp_path) == (SPLIT, JOIN)
    assert "reason: 两家公司" in (tmp_path / "identity.yaml").read_text("utf-8")
    assert decisions.without([SPLIT, JOIN], "北京大学", "北大 ") == (SPLIT,)


def test_of_two_decisions_on_the_same_names_the_later_counts(tmp_path: Path) -> None:
    (tmp_path / "identity.yaml").write_text(
        "- decide: split\n  names: [北大, 北京大学]\n- decide: join\n  names: [北京大学, 北大]\n", "utf-8")
    assert decisions.read(tmp_path) == (Decision("join", ("北京大学", "北大")),)


@pytest.mark.parametrize("text", [
    "- decide: marry\n  names: [甲, 乙]\n", "- 甲\n", "{", "- decide: join\n  names: [甲]\n",
    "- decide: join\n  names: [甲, null]\n"])
def test_a_file_that_is_wrong_is_told_and_not_forgotten(tmp_path: Path, text: str) -> None:
    (tmp_path / "identity.yaml").write_text(text, "utf-8")
    with pytest.raises(WorkspaceError, match=r"identity\.yaml cannot be read"):
        decisions.read(tmp_path)


def test_a_write_that_is_cut_short_leaves_the_old_decisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decisions.write(tmp_path, [JOIN])

    def killed(*files: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        decisions.write(tmp_path, [SPLIT])
    assert decisions.read(tmp_path) == (JOIN,)


def test_the_spelling_with_a_legal_form_gets_a_key_of_its_own() -> None:
    assert decisions.own_keys([Decision("split", ("泰山石膏", "泰山石膏（股份）有限公司"))]) == {
        "泰山石膏(股份)有限公司": "泰山石膏股份有限公司"}
    assert decisions.own_keys([Decision("split", ("华为技术公司", "华为技术有限公司"))]) == {
        "华为技术有限公司": "华为技术有限公司"}
    assert decisions.own_keys([Decision("split", ("ＡＢＣ甲", "abc甲")), SPLIT, JOIN]) == {}
