"""From pairs and decisions to organisations: the strongest first, and never against a code, a kind or a person's word.

A pair is merged by itself, not because a chain of others leads from one to the other through a name that must stay
apart: each merge is checked against all that was merged before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Node:
    """What decides which of several nodes the others go to: a code, then a source's list, then a full name."""

    id: str
    label: str
    codes: frozenset[str] = frozenset()
    listed: bool = False
    short: bool = False

    @property
    def standing(self) -> tuple[bool, bool, bool, str]:
        """The smallest leads; the id breaks ties, so that two loads agree."""
        return (not self.codes, not self.listed, self.short, self.id)


@dataclass
class Merger:
    """Groups of nodes, growing merge by merge."""

    nodes: Mapping[str, Node]
    apart: set[frozenset[str]]
    group: dict[str, list[str]] = field(default_factory=dict)

    def members(self, id: str) -> list[str]:
        return self.group.get(id, [id])

    def hindered(self, one: str, other: str) -> bool:
        """Whether a code, a kind or a decision stands between the groups of the two."""
        mine, theirs = self.members(one), self.members(other)
        if self.nodes[one].label != self.nodes[other].label:
            return True
        if len({code for id in (*mine, *theirs) for code in self.nodes[id].codes}) > 1:
            return True
        return bool(self.apart) and any(frozenset((a, b)) in self.apart for a in mine for b in theirs)

    def merge(self, one: str, other: str) -> bool:
        """Make the two one. False where something stands between them."""
        mine, theirs = self.members(one), self.members(other)
        if mine is theirs or one == other:
            return True
        if self.hindered(one, other):
            return False
        whole = [*mine, *theirs]
        self.group.update(dict.fromkeys(whole, whole))
        return True

    def leaders(self) -> dict[str, str]:
        """Every node that is merged → the node that stands for its group, itself left out."""
        found = {}
        for whole in {id(group): group for group in self.group.values()}.values():
            leader = min((self.nodes[member] for member in whole), key=lambda node: node.standing).id
            found.update({member: leader for member in whole if member != leader})
        return found


def split_pairs(splits: Iterable[tuple[str | None, str | None]]) -> set[frozenset[str]]:
    """Pairs of ids that must stay apart, names that are nowhere left out."""
    return {frozenset((a, b)) for a, b in splits if a and b and a != b}
