"""Derwent: exports of Derwent Innovation (a publication a row), DWPI family lists, and tagged tables of DII.

Lists are parted by bars; DII parts them by semicolons and puts a code of the assignee behind the name.
"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from ipgraph.sources.further import cited
from ipgraph.sources.loader import Read
from ipgraph.sources.patent_layout import PatentLayout, split

SUPPLIER = "Clarivate Derwent"
SEPARATOR = "[|;；\n]"
RUN_ON = "^([A-HY][0-9]{2}[A-Z][0-9]{4})([0-9]{2,6})$"
DAY = r"\b([0-9]{1,2} [A-Z][a-z]{2} [0-9]{4})\b"
CITES = ("Cited Refs - Patent", "Cited Patents", "Cited Refs - Patents")
CITED_BY = ("Citing Patents", "Citing Refs - Patent")


def also(read: Read, columns: dict[str, ir.Value]) -> dict[str, ir.Table]:
    """Citations where numbers are listed."""
    table = read.table(DERWENT.parts[0])
    backward = [split(table[CITES[0]], SEPARATOR)] if read.has(CITES) else []
    forward = [split(table[CITED_BY[0]], SEPARATOR)] if read.has(CITED_BY) else []
    return cited(table, columns["publication_number"], backward, forward)


def slashed(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """Symbols written without a slash (B29C004576) with one."""
    return {
        name: columns[name].map(lambda symbol: symbol.re_replace(RUN_ON, r"\1/\2")) for name in ("ipc", "cpc")
    }


def family(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """Of a family the basic patent, whose number is the first of those listed."""
    numbers = split(table.PN, "[;；]")
    return {
        "publication_number": numbers[0],
        "family_members": numbers,
        # SAMSUNG ELECTRONICS CO LTD(SMSU-C)
        "applicants": split(table.AE.re_replace(r"\s*\([A-Z0-9 ]{4}-[A-Z]\)", ""), "[;；]"),
        "filed_on": try_strptime(table.AD.re_extract(DAY, 1), "%d %b %Y").date().cast("string"),
        "ipc": split(table.IP.replace("-", ""), "[;；]"),
        "abstract": table.AB.re_replace(r"^NOVELTY - ", ""),
    }


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def try_strptime(text: str, form: str) -> dt.datetime:
    """DuckDB's own function: the day written so, null where it is none."""
    raise NotImplementedError


DERWENT = PatentLayout(
    layout="derwent", zh="德温特导出", en="Derwent Innovation export", supplier=SUPPLIER,
    required={
        ("Publication Number", "Basic Patent Number", "Publication Number - DWPI"): "publication_number",
        ("Assignee/Applicant", "Assignee - DWPI", "Assignee - Standardized", "Standardized Assignee",
         "Optimized Assignee", "Assignee - Original", "Assignee/Applicant - Original"): "applicants",
        ("Title - DWPI", "DWPI Title", "Title (English)", "Title (Original language)"): "title_en",
    },
    optional={
        ("Title", "Title (Original)", "Title - Original"): "title",
        ("Application Number",): "application_number",
        ("Application Date", "Filing Date"): "filed_on",
        ("Publication Date",): "published_on",
        ("Grant Date", "Issue Date"): "granted_on",
        ("Abstract", "Abstract (English)", "Abstract (Original language)"): "abstract",
        ("Abstract - DWPI", "DWPI Abstract", "Abstract - DWPI Novelty"): "abstract",
        ("Inventor", "Inventors", "Inventor - Original", "Inventor - DWPI"): "inventors",
        ("Assignee - Current US", "Assignee - Current", "Ultimate Parent"): "owners",
        ("Assignee - Original - Country/Region", "Assignee Country", "Assignee Country Code"): "residence",
        ("Assignee - Original w/address", "Assignee Address"): "address",
        ("IPC - Current", "IPC", "IPC - DWPI", "IPC - Current - DWPI", "IPC Codes"): "ipc",
        ("CPC - Current", "CPC", "CPC - Current - DWPI"): "cpc",
        ("Priority Number", "Priority Number - DWPI"): "priorities",
        ("Dead/Alive", "INPADOC Legal Status", "Legal Status"): "status",
        ("Count of Citing Patents", "Count of Citing Patents - DPCI", "Citing Patents - Count"): "cited_by",
        ("Count of Cited Refs - Patent", "Count of Cited Patents - DPCI", "Cited Refs - Patent - Count"): "citing",
        ("Claims Count", "Count of Claims"): "claims",
        ("DWPI Accession Number", "Derwent Accession Number", "DWPI Accession Numbers"): "family",
        ("DWPI Family Members", "INPADOC Family Members"): "family_members",
        ("DWPI Count of Family Members", "Count of DWPI Family Members", "INPADOC Family Members Count"): "family_size",
    },
    separator=SEPARATOR,
    empty=("-",),
    known=(
        "Priority Date", "Priority Year (earliest)", "Family Member Countries", "Publication Country Code",
        "Publication Year", "Publication Kind Code", "DWPI Class", "DWPI Manual Codes", "US Class",
        "Front Page Image", "Front Page Drawing",
        "Claims (English)", "First Claim", "Assignee/Applicant First", "INPADOC Family ID", CITES, CITED_BY,
    ),
    more=slashed,
    also=also,
)
DERWENT_DII = PatentLayout(
    layout="derwent_dii", zh="德温特创新索引", en="Derwent Innovations Index", supplier=SUPPLIER,
    required={"PN": "publication_number", "TI": "title_en", "AE": "applicants", "GA": "family"},
    optional={"AU": "inventors", "AB": "abstract", "IP": "ipc", "PI": "priorities", "AD": "filed_on"},
    known=("PT", "AN", "DC", "MC", "PD", "FD", "FS", "DS", "CP", "CR", "EA", "UT", "TF", "EQ", "MN", "DN", "RI", "SS"),
    more=family,
)
