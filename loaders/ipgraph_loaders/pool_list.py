"""Patents of any pool or licensing programme: number, holder, country; the pool is called what its file is called."""

from __future__ import annotations

import re

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read

NUMBER = ("Patent Number", "Patent No.", "Patent No", "Patent #", "Publication Number", "Patent/Publication Number")
#: Only who licenses: a table of numbers and owners may be anything.
HOLDER = ("Licensor", "Licensors", "Licensor(s)", "Licensor Name", "Patentee/Licensor")
COUNTRY = ("Country", "Country Code", "Jurisdiction")
PROFILE = ("Profile", "Standard", "Program", "Programme", "Technology")
PART = Part((NUMBER, HOLDER), (COUNTRY, PROFILE, "Title", "Application No.", "Application Number", "Claim", "Claims",
                               "Claim Number", "Expiration Date", "Expiration", "Expiry Date", "Est. Exp. Date", "No."))


def shape(read: Read) -> dict[str, ir.Table]:
    """The pool and its patents."""
    table = read.table(PART)
    name = re.sub(r"\.[A-Za-z]+(?:\.gz)?$", "", read.name)
    pool = table.limit(1).select("row", "sheet", id=ibis.literal(name), name=ibis.literal(name))
    patents = table.select(
        "row", "sheet", pool=ibis.literal(name), country=table[COUNTRY[0]], licensor=table[HOLDER[0]],
        number=table[NUMBER[0]], profile=table[PROFILE[0]],
    )
    return {"pools": pool, "pool_patents": patents}


POOL_LIST = Layout(
    "pool_list", "专利池清单", "List of a pool", "Via LA, Avanci, Sisvel, Access Advance …", (PART,), shape,
    general=True,
)
