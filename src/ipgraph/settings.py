"""Settings of one run: from the command line, else the environment, else the defaults. Never changed afterwards."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ipgraph.errors import UsageError

EMBEDDED = "embedded"
LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Settings:
    """Where the workspace is, which graph store is read, and in which language people are spoken to."""

    home: Path = Path("ipgraph-home")
    store: str = EMBEDDED
    user: str = "neo4j"
    password: str | None = None
    language: str = "zh"

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise UsageError(f"no language {self.language!r}: zh or en", f"没有语言“{self.language}”：可选 zh、en")

    @classmethod
    def from_environment(
        cls, home: Path | None = None, store: str | None = None, language: str | None = None,
    ) -> Settings:
        """IPGRAPH_HOME, IPGRAPH_STORE, IPGRAPH_NEO4J_USER, IPGRAPH_NEO4J_PASSWORD and IPGRAPH_LANG."""
        env = os.environ
        return cls(
            home or Path(env.get("IPGRAPH_HOME", cls.home)),
            store or env.get("IPGRAPH_STORE", cls.store),
            env.get("IPGRAPH_NEO4J_USER", cls.user),
            env.get("IPGRAPH_NEO4J_PASSWORD"),
            language or env.get("IPGRAPH_LANG", cls.language),
        )


def spoken(words: Sequence[str] = sys.argv) -> str:
    """The language that --lang or else IPGRAPH_LANG asks for, where a command did not come to its settings."""
    asked = os.environ.get("IPGRAPH_LANG")
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == "--lang" or word.startswith("--lang="):
            asked = word.partition("=")[2] or following
    return asked if asked in LANGUAGES else Settings.language
