"""What people decided about names: `identity.yaml` in the home, one entry a decision, in the order they were made.

    - decide: split            # or join
      names: [华为技术有限公司, 华为终端有限公司]
      reason: 两家公司
      day: 2026-11-24

The file may be edited by hand. A later decision on the same two names takes the place of an earlier one.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa
import yaml

from ipgraph.errors import WorkspaceError
from ipgraph.schema.types.name import display_of, key_of, words

FILE = "identity.yaml"
SPLIT, JOIN = "split", "join"


@dataclass(frozen=True)
class Decision:
    """Two names that are (join) or are not (split) one organisation."""

    decide: str
    names: tuple[str, str]
    reason: str = ""
    day: str = ""

    @property
    def keys(self) -> tuple[str, str]:
        return key_of(self.names[0]), key_of(self.names[1])

    def about(self, one: str, other: str) -> bool:
        """Whether it speaks of these two names, in whatever order and spelling."""
        return {display_of(name) for name in self.names} == {display_of(one), display_of(other)}


def read(home: Path) -> tuple[Decision, ...]:
    """The decisions kept in a home; WorkspaceError where the file is not as above."""
    path = home / FILE
    if not path.exists():
        return ()
    try:
        found: tuple[Decision, ...] = ()
        for entry in yaml.safe_load(path.read_text("utf-8")) or []:
            decision = checked(entry)
            found = (*without(found, *decision.names), decision)
        return found
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, KeyError, ValueError) as fault:
        raise WorkspaceError(
            f"{path} cannot be read: each entry needs decide (split or join) and two names",
            f"{path} 无法读取：每条须有 decide（split 或 join）和两个 names",
        ) from fault


def checked(entry: dict[str, object]) -> Decision:
    names = entry["names"]
    if entry["decide"] not in (SPLIT, JOIN) or not isinstance(names, list) or len(names) != 2:
        raise ValueError(entry)
    if not all(isinstance(name, str) and name.strip() for name in names):
        raise ValueError(entry)
    told = (str(entry.get(field) or "") for field in ("reason", "day"))
    return Decision(str(entry["decide"]), (names[0], names[1]), *told)


def write(home: Path, decisions: Sequence[Decision]) -> None:
    """Keep the decisions, in one step: whoever reads finds the old ones or the new ones."""
    entries = [{**asdict(decision), "names": list(decision.names)} for decision in decisions]
    draft = home / f"{FILE}.new"
    with draft.open("w", encoding="utf-8") as file:
        yaml.safe_dump(entries, file, allow_unicode=True, sort_keys=False)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, home / FILE)


def without(decisions: Sequence[Decision], one: str, other: str) -> tuple[Decision, ...]:
    """The decisions but those about these two names."""
    return tuple(decision for decision in decisions if not decision.about(one, other))


def apart(decisions: Sequence[Decision]) -> pa.Table:
    """key, main: names that must not be taken for one another's alias, both ways round."""
    pairs = [decision.keys for decision in decisions if decision.decide == SPLIT]
    both = [*pairs, *((b, a) for a, b in pairs)]
    return pa.table({"key": [a for a, _ in both], "main": [b for _, b in both]},
                    schema=pa.schema({"key": pa.string(), "main": pa.string()}))


def own_keys(decisions: Sequence[Decision]) -> dict[str, str]:
    """Spelling → its own key, for spellings of one key that people told apart: the name with its legal form, that of
    the second where both have one."""
    found = {}
    for decision in decisions:
        if decision.decide != SPLIT or decision.keys[0] != decision.keys[1]:
            continue
        shown = [display_of(name) for name in decision.names]
        whole = dict(zip(shown, words(pa.array(shown)).to_pylist(), strict=True))
        formed = [spelling for spelling in shown if whole[spelling] != decision.keys[0]]
        if len(set(whole.values())) > 1:
            found.update({spelling: whole[spelling] for spelling in formed[-1:]})
    return found
