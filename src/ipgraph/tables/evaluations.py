"""What owners and enterprises think of patents."""

from __future__ import annotations

import ibis
from ibis.backends.duckdb import Backend
from ibis.expr.types import Table

from ipgraph.schema import ORGANISATIONS
from ipgraph.schema.types.text import tidy
from ipgraph.sources.drafts import EVALUATIONS
from ipgraph.tables.chains import first_of
from ipgraph.tables.engine import keep, provenance
from ipgraph.tables.entries import Entries, own_number
from ipgraph.tables.names import sightings
from ipgraph.tables.refer import number_faults, with_wrong
from ipgraph.tables.refusals import Fault, lost, missing, sift

#: Who judges a patent of their own is its owner, an enterprise too.
SIDES = {"owner": "自评|高校|院所|大学|权利人|owner", "enterprise": "企业|需求方|enterprise"}
ENTRIES = Entries(texts=("number", "grade", "conclusion"), days=("evaluated_on",), words={"side": SIDES})
FIELDS = ("number", "side", "score", "scale", "grade", "evaluated_on", "conclusion")
#: 85, 85分, 4.5/5, 92%.
SCORE = r"^([0-9]+(?:\.[0-9]+)?)\s*分?\s*(?:/\s*([0-9]+(?:\.[0-9]+)?)\s*分?|(%))?$"


def clean_evaluations(con: Backend, drafts: Table) -> tuple[Table, Table]:
    """Rows of evaluations, numbered as `entry`, and the faults. A score beyond its scale is dropped."""
    given = drafts.mutate(score_given=tidy(drafts.score), scale_given=tidy(drafts.scale))
    clean = ENTRIES.clean(con, "evaluations", given)
    part = {n: clean.score_given.re_extract(SCORE, n).nullif("") for n in (1, 2, 3)}
    best = part[2].coalesce(ibis.ifelse(part[3].notnull(), "100", ibis.null("string"))).try_cast("float64")
    own = clean.scale_given.re_extract(r"^([0-9]+(?:\.[0-9]+)?)\s*分?制?$", 1).nullif("").try_cast("float64")
    scored = keep(con, "evaluations_scored", clean.mutate(
        entry=ibis.row_number(), told=part[1].try_cast("float64"), scale=best.coalesce(own)))
    scored = keep(con, "evaluations_numbered", scored.mutate(
        score=ibis.ifelse(scored.told > scored.scale, ibis.null("float64"), scored.told)))
    scored = with_wrong(con, scored, "entry")
    nobody = tidy(scored.giver).isnull()
    return sift(con, "evaluations", scored, [
        *missing(EVALUATIONS, scored, "side"),
        Fault("side", "missing", scored.side_given.isnull(), ibis.literal("")),
        Fault("side", "unknown-value", lost(scored, "side"), scored.side_given),
        *number_faults(scored),
        Fault("giver", "missing", nobody, ibis.literal(""), row_kept=True),
        Fault("score", "absurd", scored.told > scored.scale, scored.score_given, row_kept=True),
        Fault("score", "impossible-number", scored.score_given.notnull() & scored.told.isnull(), scored.score_given,
              row_kept=True),
        Fault("scale", "impossible-number", lost(scored, "scale"), scored.scale_given, row_kept=True),
        *(fault for fault in ENTRIES.faults(scored) if fault.field != "side"),
    ])


def tables(
    con: Backend, rows: Table, concerned: Table, spellings: Table, identities: Table,
) -> tuple[Table, dict[str, Table]]:
    """Evaluation nodes; EVALUATES and GIVEN_BY edges by table name. `concerned` has entry, patent."""
    subject = concerned.group_by("entry").agg(subject=concerned.patent.min())
    keys = spellings.select("key", named="raw").distinct()
    rows = rows.left_join(subject, "entry").drop("entry_right").left_join(keys, rows.giver == keys.named)
    number = own_number(rows.number)
    day = rows.evaluated_on.cast("string").fill_null("?")
    text = rows.subject + "#" + rows.side + "#" + rows.key.fill_null("?") + "#" + day
    rows = keep(con, "evaluations_keyed", rows.mutate(id=number.coalesce(text)))
    of = concerned.select("entry", "patent").join(rows.select("entry", "id", "source", "as_of"), "entry")
    edges = {"EVALUATES.Evaluation.Patent": of.group_by(start="id", end="patent").agg(**provenance(of))}
    seen = sightings(con, rows.mutate(patent=rows.id), "giver", spellings, identities)
    for kind in ORGANISATIONS:
        mine = seen.filter(seen.label == kind.label)
        edges[f"GIVEN_BY.Evaluation.{kind.label}"] = mine.group_by(start="patent", end="node").agg(**provenance(mine))
    return first_of(rows, "id", list(FIELDS)), edges
