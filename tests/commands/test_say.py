from __future__ import annotations

import json

import pytest

from ipgraph.commands import say


def test_one_document_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    say.answer([{"名": "电池", "x": None}])
    out, err = capsys.readouterr()
    assert (json.loads(out), err, "电池" in out) == ([{"名": "电池", "x": None}], "", True)


def test_a_number_that_json_has_no_word_for_is_no_answer() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        say.answer([float("nan")])


def test_a_table_shows_names_as_they_are_and_keeps_unknowns_apart(capsys: pytest.CaptureFixture[str]) -> None:
    say.table("t [b]", ["a", "b"], [("[red]x[/red] :smile:", None), ("[/x]", 0.5), (True, 1234)], numeric=(1,))
    out = capsys.readouterr().out
    assert all(word in out for word in ("t [b]", "[red]x[/red] :smile:", "[/x]", "–", "0.5", "✓", "1234"))


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "–"), (True, "✓"), (False, ""), (0.25, "0.25"), (1.0, "1"), (3, "3")])
def test_values_as_people_read_them(value: object, shown: str) -> None:
    assert say.shown(value) == shown


def test_steps_have_captions_and_files_their_names() -> None:
    assert [say.step(what, "zh") for what in ("bundle", "表.csv")] == ["数据包", "表.csv"]
    assert say.step("bundle", "en") == "bundle"


def test_names_are_parted_as_the_language_does() -> None:
    assert [say.listed(iter(["甲", "b"]), language) for language in ("zh", "en")] == ["甲、b", "甲, b"]
