"""Groups: whose subsidiary an organisation is, where a source says so."""

from __future__ import annotations

import ibis
import numpy as np
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.types import NumericValue, StringValue, Table

from ipgraph.schema import ORGANISATIONS
from ipgraph.tables.components import components
from ipgraph.tables.engine import first_known, keep, provenance
from ipgraph.tables.entries import Entries
from ipgraph.tables.refusals import Fault, lost, sift

LABELS = tuple(kind.label for kind in ORGANISATIONS)
CELLS = Entries(texts=("organisation", "parent", "controller", "share"), days=("since", "until"))


def clean_belonging(con: Backend, drafts: Table) -> Table:
    """The rows that name a parent, with clean days and shares."""
    rows = CELLS.clean(con, "belonging", drafts)
    rows = rows.mutate(share_given=rows.share, share=fraction(rows.share))
    return keep(con, "belonging", rows.filter(rows.parent.notnull() | rows.controller.notnull()))


def fraction(text: StringValue) -> NumericValue:
    """51%, 51 or 0.51 as 0.51; null for what is no share, and for a bare 1, which is all in one list and a hundredth
    in the next."""
    number = text.re_replace(r"\s*%$", "").try_cast("float64")
    percent = text.endswith("%") | (number > 1)
    share = ibis.ifelse(percent, number / 100, number)
    sound = (share > 0) & (share <= 1) & (percent | (number < 1))
    return ibis.ifelse(sound, share, ibis.null("float64"))


def tables(con: Backend, rows: Table, spellings: Table, identities: Table) -> tuple[dict[str, Table], Table, Table]:
    """SUBSIDIARY_OF edges by table name, the rows that they rest on, and the faults: nobody is their own parent, nor by
    a chain of parents. A person who controls a firm is no parent company."""
    known = spellings.select("raw", "key").join(identities.filter(identities.label.isin(LABELS)), "key")
    known = keep(con, "organisations_known", known.select("raw", "label", node="id"))
    rows = keep(con, "belonging_above", rows.mutate(above=rows.parent.coalesce(rows.controller)))
    child = known.rename(organisation="raw", start_label="label", start="node")
    above = known.rename(above="raw", end_label="label", end="node")
    found = keep(con, "belonging_known", rows.join(child, "organisation").join(above, "above"))
    kept, faults = sift(con, "belonging", found, [
        Fault("parent", "self-reference", found.start == found.end, found.above, row_kept=True),
        Fault("share", "impossible-number", lost(found, "share"), found.share_given, row_kept=True),
        *CELLS.faults(found),
    ])
    kept = kept.filter(kept.start != kept.end)
    kept = keep(con, "belonging_places", in_circles(con, kept))
    kept, circles = sift(con, "belonging", kept, [
        Fault("parent", "own-parent", kept.circle, kept.above, row_kept=True)])
    kept = keep(con, "belonging_sound", kept.filter(~kept.circle))
    pairs = keep(con, "subsidiaries", kept.group_by("start_label", "start", "end_label", "end").agg(
        **{name: first_known(kept, name) for name in ("share", "since", "until")}, **provenance(kept)))
    edges = {f"SUBSIDIARY_OF.{start}.{end}": pairs.filter((pairs.start_label == start) & (pairs.end_label == end)).drop(
        "start_label", "end_label") for start in LABELS for end in LABELS}
    return edges, kept, keep(con, "belonging_faults", faults.union(circles.select(*faults.columns)))


def in_circles(con: Backend, rows: Table) -> Table:
    """The rows with `circle`: true where the way up from the parent comes back to the child."""
    pairs = con.to_pyarrow(rows.select("start", "end").distinct().order_by("start", "end"))
    ids, places = np.unique(np.concatenate([pairs[end].to_numpy(zero_copy_only=False) for end in ("start", "end")]),
                            return_inverse=True)
    start, end = places[:len(pairs)], places[len(pairs):]
    part = components(len(ids), start, end, strong=True)
    told = keep(con, "circles", pairs.append_column("circle", pa.array(part[start] == part[end], pa.bool_())))
    return rows.join(told, ["start", "end"])
