"""Lists of patents declared essential to standards, as the ETSI list in Google's public data and the OEIDD spell them.

One row a patent and standard; some name several standards in a cell.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.loader import Layout, Part, Read
from ipgraph.sources.patent_layout import split

NUMBER = ("PublicationNumber", "pub_cleaned", "Publication Number", "Patent Number", "专利号")
STANDARD = ("TechnicalStandard", "standard", "Technical Standard", "Standard Number", "标准号")
BODY = ("StandardBody", "sso", "Standard Body", "SDO", "标准组织")
DECLARANT = ("patent_owner_harmonized", "Declaring Company", "Declarant", "声明人")
DAY = ("date", "Declaration Date", "Date of Declaration", "声明日")
PART = Part(
    required=(NUMBER, STANDARD),
    optional=(BODY, DECLARANT, DAY, "record_id", "patent_owner_unharmonized", "serial_cleaned", "family_id",
              "licensing_commitment", "blanket_type", "blanket_scope", "committee_project", "disclosure_event",
              "third_party", "reciprocity", "copyright", "tc_name", "sc_name", "wg_name"),
)


def shape(read: Read) -> dict[str, ir.Table]:
    """A declaration for each standard in the cell. A blanket disclosure names no patent, for which it is refused."""
    table = read.table(PART)
    named = split(table[STANDARD[0]], "[;,|]").fill_null(ibis.literal([None], "array<string>"))
    rows = table.select(
        "row", "sheet", number=table[NUMBER[0]], standard=named.unnest(),
        body=table[BODY[0]], declarant=table[DECLARANT[0]], declared_on=table[DAY[0]],
    )
    return {"declarations": rows.order_by("row", "standard")}


SEP_DECLARATIONS = Layout(
    "sep_declarations", "标准必要专利声明清单", "Declared essential patents", "ETSI, OEIDD", (PART,), shape,
)
