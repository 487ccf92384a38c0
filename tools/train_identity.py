"""Count m and u of identity's comparisons: `python -m tools.train_identity TRUTH [INTAKE]`.

TRUTH is a table of short and full names (as `ipgraph evaluate identity` takes it). Half of it, chosen with a fixed
seed, is learned from; the other half is for evaluation. Of every second firm learned from the full name is left out,
because in real files the full name of many a short one is missing. INTAKE is the intake folder of a workspace: pairs
of spellings that the cleaned name ties say how often one organisation under two names has inventors in common.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import ibis

from ipgraph.schema.types.name import key_of
from ipgraph.tables import holders, names, patents
from ipgraph.tables.engine import connect, keep
from ipgraph.tables.identity.agreement import halves, read_truth
from ipgraph.tables.identity.bare import Bare
from ipgraph.tables.identity.comparisons import COMPARISONS, Model
from ipgraph.tables.identity.link import pairs
from ipgraph.tables.identity.records import COMMON, evidence
from ipgraph.tables.intake import Intakes

MODEL = Path(__file__).parents[1] / "src/ipgraph/tables/identity/model.json"
#: What no labelled pairs are at hand for, from judgement; the merges of real files were read by eye. Candidates that
#: are not one are often sister firms, whose inventors and addresses agree far more often than those of any two.
JUDGED: Model = {
    "name": {"same words": {"m": 0.01, "u": 0.0003}, "one letter": {"m": 0.002, "u": 0.3}},
    "stock_code": {"same": {"m": 0.95, "u": 0.0005}, "other": {"m": 0.05, "u": 0.9995}},
    "region": {"same": {"m": 0.9, "u": 0.3}, "strait": {"m": 0.001, "u": 0.1}, "other": {"m": 0.099, "u": 0.6}},
    "address": {"same": {"m": 0.6, "u": 0.03}, "other": {"m": 0.4, "u": 0.97}},
    "partners": {"each other": {"m": 0.002, "u": 0.05}, "same": {"m": 0.08, "u": 0.03},
                 "none": {"m": 0.918, "u": 0.92}},
}
#: u of inventors, for the same reason; their m is counted.
SISTERS = {"several": 0.002, "one": 0.01, "none": 0.988}
#: So many spellings of one organisation are looked at.
SPELLINGS = 6


def even() -> Model:
    """Shares that say nothing, to list candidates with."""
    same = {"m": 0.5, "u": 0.5}
    found = {name: {level.code: same for level in stages} for name, stages in COMPARISONS.items()}
    return found | {"candidates": {"one organisation": {"share": 0.5}}}


def of_names(truth: Sequence[tuple[str, str]]) -> Model:
    """Shares of the levels of likeness between names."""
    firms = [sorted(pair) for pair in truth]
    given = [name for n, pair in enumerate(truth)
             for name in (pair if n % 2 else (min(pair, key=len),))]
    found = Bare.of(connect(), given).records()
    one = {tuple(sorted(map(key_of, pair))) for pair in firms}
    rare = dict(zip(found["uid"].to_pylist(), found["df"].to_pylist(), strict=True))
    yes: Counter[int] = Counter()
    no: Counter[int] = Counter()
    for row in pairs(found, shares=even()).to_pylist():
        same = tuple(sorted((row["uid_l"][1:], row["uid_r"][1:]))) in one
        # A short name with many candidates counts once, as its rarity is weighed apart.
        (yes if same else no)[row["name"]] += 1 if same else 1 / (rare[row["uid_l"]] or 1)
    stages = COMPARISONS["name"][::-1]
    counts = [df for df in found["df"].to_pylist() if df]
    usual = math.exp(sum(map(math.log, counts)) / len(counts)) / COMMON
    return {
        "candidates": {"one organisation": {"share": round(yes.total() / (yes.total() + no.total()), 4)}},
        "name": {level.code: {"m": smooth(yes, n, stages), "u": smooth(no, n, stages)}
                 for n, level in enumerate(stages)} | JUDGED["name"],
        "rarity": {"short": {"m": round(usual, 5), "u": round(usual, 5)},
                   "none": {"m": round(1 - usual, 5), "u": round(1 - usual, 5)}},
    }


def smooth(counts: Counter[int], n: int, stages: Sequence[object]) -> float:
    """A share that is never 0: half a pair is added to every level."""
    return round((counts[n] + 0.5) / (counts.total() + 0.5 * len(stages)), 5)


def of_inventors(folder: Path) -> dict[str, dict[str, float]]:
    """How often two spellings of one organisation have inventors in common."""
    con = connect()
    intakes = Intakes.open(folder)
    rows = patents.identify(con, patents.clean_patents(con, intakes.draft(con, "patents"))[0])
    claims = holders.name_claims(con, rows)
    spelt = names.spell(con, claims.select("raw"))
    alone = keep(con, "alone", spelt.select("label", key="raw", main="raw", id="raw", cleaned="key"))
    near = alone.filter(alone.label != "Person").select("id")
    known = evidence(con, near, spelt.mutate(key=spelt.raw), alone, claims, rows)
    known = known.join(alone.select("id", "cleaned"), "id").filter(ibis._.inventors.notnull())
    spellings: dict[str, list[set[str]]] = {}
    for row in con.to_pyarrow(known.order_by("id")).to_pylist():
        spellings.setdefault(row["cleaned"], []).append(set(row["inventors"]))
    common = Counter(min(len(one & other), 2) for sets in spellings.values()
                     for one, other in combinations(sets[:SPELLINGS], 2))
    stages = COMPARISONS["inventors"]
    return {level.code: {"m": smooth(common, len(stages) - 1 - n, stages), "u": SISTERS[level.code]}
            for n, level in enumerate(stages)}


def main(truth: str, intake: str | None = None) -> None:
    learned, _ = halves(read_truth(Path(truth)))
    before: Model = json.loads(MODEL.read_text("utf-8"))
    inventors = of_inventors(Path(intake)) if intake else before["inventors"]
    found = JUDGED | of_names(learned) | {"inventors": inventors}
    MODEL.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
