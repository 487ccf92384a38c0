"""The rules of the sample: the classification's own, the same with words in other languages, and ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
STEM = "xinsanyang_2024"
#: Score of a patent that meets nothing but a word in its title.
TITLE_WEIGHT = "0.5"

Rule = dict[str, Any]


def official(classification: Path) -> list[Rule]:
    """The classification's rules as they stand."""
    branches = json.loads(classification.read_text(encoding="utf-8"))["branches"]
    return [
        {"id": f"{STEM}:{b['branch_no']}#{i}", "segment": f"{STEM}:{b['branch_no']}", "patterns": r["ipc_patterns"],
         "exclusions": r["ipc_exclusions"], "keywords": r["keywords"], "keyword_exclusions": r["keyword_exclusions"]}
        for b in branches for i, r in enumerate(b["rules"], start=1)
    ]


def translated(rules: list[Rule], words: dict[str, list[str]]) -> list[Rule]:
    """Each rule with keywords once more, in English and Japanese; `words` must know every keyword."""
    return [
        {**rule, "id": f"{rule['id']}@en-ja", "keywords": found,
         "keyword_exclusions": foreign(rule["keyword_exclusions"], words)}
        for rule in rules if (found := foreign(rule["keywords"], words))
    ]


def foreign(keywords: list[str], words: dict[str, list[str]]) -> list[str]:
    return sorted({form for word in keywords for entry in words[word] for form in forms(entry)})


def own(given: dict[str, list[Rule]]) -> list[Rule]:
    """Our rules: by class, and by title alone."""
    classes = [
        {"id": f"ipg:{number(r)}#class", "segment": r["segment"], "patterns": r["patterns"],
         "keywords": spelled(r.get("words", []))} for r in given["classes"]
    ]
    titles = [
        {"id": f"ipg:{number(r)}#title", "segment": r["segment"], "keywords": spelled(r["words"]),
         "keyword_exclusions": spelled(r.get("exclusions", [])), "weight": TITLE_WEIGHT} for r in given["titles"]
    ]
    return [{k: v for k, v in rule.items() if v} for rule in classes + titles]


def number(rule: Rule) -> str:
    return str(rule["segment"]).partition(":")[2]


def spelled(words: list[str]) -> list[str]:
    return [form for word in words for form in forms(word)]


def forms(word: str) -> list[str]:
    """Singular and plural where the word says `(s)`.

    >>> forms("solar cell(s)"), forms("junction box(es)")
    (['solar cell', 'solar cells'], ['junction box', 'junction boxes'])
    """
    for ending in ("s", "es"):
        if word.endswith(f"({ending})"):
            return [word.removesuffix(f"({ending})"), word.replace(f"({ending})", ending)]
    return [word]


def all_rules(classification: Path) -> list[Rule]:
    words = yaml.safe_load((HERE / "words.yaml").read_text(encoding="utf-8"))
    ours = yaml.safe_load((HERE / "own_rules.yaml").read_text(encoding="utf-8"))
    given = official(classification)
    return given + translated(given, words) + own(ours)
