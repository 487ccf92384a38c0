"""Patent list of the HEVC Advance pool: profile, country, number, licensor, and the European patent behind it."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.patent_layout import split

PART = Part(
    required=("Profile", "Country", "Patent Number", "Licensor"),
    optional=("Country New", "Patent Number New", "Inventor", "Count (Claims)", "Count (Patents)", "Claim Number",
              "Category", "Est. Exp. Date"),
)
#: The administrator's list of the successor has the same headings.
POOLS = {"VVC": "VVC Advance", "HEVC": "HEVC Advance"}


def shape(read: Read) -> dict[str, ir.Table]:
    """The pool and its patents.

    A European patent is listed once for each state where it is in force (LU-EP2899979): `number` is the European
    number, `country` the state. UNKNOWN inventors are none.
    """
    table = read.table(PART)
    told = "\n".join([read.name, *read.titles.values()]).upper()
    named = next((name for word, name in POOLS.items() if word in told), POOLS["HEVC"])
    pool = table.limit(1).select(
        "row", "sheet", id=ibis.literal(named), name=ibis.literal(f"{named} 专利池"),
        name_en=ibis.literal(f"{named} patent pool"), administrator=ibis.literal("Access Advance"),
    )
    patents = table.select(
        "row", "sheet", pool=ibis.literal(named), number=table["Patent Number New"].coalesce(table["Patent Number"]),
        country=table.Country, licensor=table.Licensor, profile=table.Profile,
        inventors=split(table.Inventor.nullif("UNKNOWN"), "[|]"),
    )
    return {"pools": pool, "pool_patents": patents}


HEVC_POOL = Layout("hevc_pool", "HEVC 专利池清单", "HEVC pool list", "Access Advance", (PART,), shape)
