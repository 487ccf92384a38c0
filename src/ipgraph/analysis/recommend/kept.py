"""What was learnt of partners, written down: the same answer whether it was learnt now or read again."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from ipgraph.analysis.recommend.chance import Chance, Sigmoid
from ipgraph.analysis.recommend.choice import Choice
from ipgraph.analysis.recommend.heuristics import RULES
from ipgraph.analysis.recommend.pool import NAMING, RANKED
from ipgraph.analysis.recommend.ranker import TREES, Ranker
from ipgraph.analysis.recommend.trial import LEARNERS, LESSONS
from ipgraph.bundle.disk import keep

__all__ = ["read", "write"]

#: What the windows inside said of new partners, and the rankers for new partners and for known ones.
Found: TypeAlias = tuple[Choice, Ranker | None, Ranker | None]
#: Raised when what is learnt, or from what, changes, so that an old ranker is not taken for a new one.
LAYOUT = 4


def read(file: Path) -> Found | None:
    """What was kept; None where the file is not there, damaged or of another time."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(file.read_text("utf-8"))
        if kept["made_by"] == made_by():
            return choice_of(kept["choice"]), opened(kept["new"]), opened(kept["repeat"])
    return None


def write(found: Found, file: Path) -> None:
    """Keep it in a file."""
    new, repeat = (None if ranker is None else told(ranker) for ranker in found[1:])
    said = {"made_by": made_by(), "choice": choice_told(found[0]), "new": new, "repeat": repeat}
    keep(file, json.dumps(said))


def made_by() -> list[Any]:
    """A ranker is of the library that grew it too, and of what it was taught."""
    import xgboost  # takes longer to import than most questions to answer

    return [LAYOUT, xgboost.__version__, [*RULES], [*RANKED], [*NAMING], LEARNERS, LESSONS, TREES]


def told(ranker: Ranker) -> dict[str, Any]:
    chance = ranker.chance
    return {
        "trees": [b64encode(tree.save_raw("ubj")).decode("ascii") for tree in ranker.trees],
        "choice": choice_told(ranker.choice),
        "anybody": [chance.anybody.weights, chance.anybody.offset],
        "this_one": [chance.this_one.weights, chance.this_one.offset],
    }


def opened(kept: dict[str, Any] | None) -> Ranker | None:
    if kept is None:
        return None
    import xgboost

    trees = []
    for raw in kept["trees"]:
        tree = xgboost.Booster({"nthread": 1})
        tree.load_model(bytearray(b64decode(raw)))
        trees.append(tree)
    sigmoids = (Sigmoid(tuple(weights), offset) for weights, offset in (kept["anybody"], kept["this_one"]))
    return Ranker(trees, choice_of(kept["choice"]), Chance(*sigmoids))


def choice_told(choice: Choice) -> dict[str, Any]:
    return {"rule": choice.rule, "weight": choice.weight, "queries": choice.queries,
            "inside": None if choice.inside is None else list(choice.inside.items())}


def choice_of(kept: dict[str, Any]) -> Choice:
    inside = kept["inside"]
    return Choice(**{**kept, "inside": None if inside is None else {float(w): mrr for w, mrr in inside}})
