"""Codes by the words that tables show them in, so that what is read can be typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ipgraph.analysis.partners.roles import ROLES
from ipgraph.explorer.codes import CODES
from ipgraph.schema import NODES

__all__ = ["KINDS", "OWNERS", "ROLES", "STATUS", "code", "codes", "kind_name"]

KINDS = {label: (kind.zh, kind.en) for label, kind in NODES.items()}
STATUS = {key: CODES["status"][key] for key in ("active", "pending", "ended")}
OWNERS = {"institution": KINDS["Institution"], "enterprise": KINDS["Enterprise"], "person": KINDS["Person"]}


def kind_name(label: str, language: str) -> str:
    """What a kind of node is called."""
    return KINDS[label][0 if language == "zh" else 1]


def code(word: str | None, captions: Mapping[str, tuple[str, ...]]) -> str | None:
    """The code that has the word as its caption in either language; a word that is no caption is left as it is.

    >>> code("有效", STATUS), code("active", STATUS), code("?", STATUS)
    ('active', 'active', '?')
    """
    asked = (word or "").casefold()
    return next((key for key, both in captions.items() if asked in {said.casefold() for said in both}), word)


def codes(words: Iterable[str], captions: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The code of each word."""
    return [found for word in words if (found := code(word, captions))]
