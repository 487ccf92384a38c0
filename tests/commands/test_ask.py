"""What tables of answers are called, through the installed command."""

from __future__ import annotations

from pathlib import Path

from commands.run import ipgraph


def test_a_title_has_the_names_that_were_found(small_home: Path) -> None:
    def title(*words: str) -> str:
        return ipgraph(*words, home=small_home).out.splitlines()[0]

    assert "锂电池（湖南，" in title("gaps", "test:锂电池", "--region", "430000", "--lang", "zh")
    assert "(Hunan," in title("gaps", "锂电池", "--region", "430000", "--lang", "en")
    assert "（宁德时代，" in title("gaps", "锂电池", "--enterprise", "寧德時代", "--lang", "zh")
    assert "锂电池（湖南，" in title("compare", "test:锂电池", "--from", "2014", "--to", "2020", "--region", "430000",
                              "--lang", "zh")
    assert "锂电池（湖南）" in title("advise", "test:锂电池", "--region", "430000", "--lang", "zh")
    assert "锂电池（湖南）" in title("whatif", "test:锂电池", "remove:中南大学", "--region", "430000", "--lang", "zh")


def test_an_enterprises_own_patents_are_not_called_local(small_home: Path) -> None:
    board = ipgraph("gaps", "锂电池", "--enterprise", "宁德时代", "--lang", "en", home=small_home, COLUMNS="300").out
    assert " Own " in board
    assert " Local " not in board
    board = ipgraph("gaps", "锂电池", "--region", "湖南", "--lang", "en", home=small_home, COLUMNS="300").out
    assert " Local " in board
    assert " Own " not in board
