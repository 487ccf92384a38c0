"""Espacenet result lists, the current csv and the classic one: a family a row, lists parted by line ends.

The first publication of a row stands for it, the others are members of its family. Names bear their country behind
them (ACME GMBH [DE]), CPC symbols who gave them (H01M4/13 (EP)).
"""

from __future__ import annotations

import ibis.expr.types as ir

from ipgraph.sources.patent_layout import PatentLayout, split

NUMBERS = ("Publication number", "Numéro de publication")
NAMES = {"applicants": ("Applicants", "Applicant(s)", "Demandeurs"), "inventors": ("Inventors", "Inventor(s)",
                                                                                  "Inventeurs")}
BY_LINE = "[;\n]"


def first_of_family(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """Numbers without the brackets of the kind code (US2021123456 (A1)), names without countries, symbols alone."""
    numbers = split(table[NUMBERS[0]].re_replace(r"\s*\(([A-Z][0-9]?)\)", r"\1"), r"[;,\s]+")
    named = {name: columns[name].map(lambda each: each.re_replace(r"\s*\[[A-Z]{2}\]$", "")) for name in NAMES}
    return {
        "publication_number": numbers[0],
        "family_members": numbers,
        "published_on": columns["published_on"].re_extract(r"^(\S+)", 1).nullif(""),
        "residence": columns["applicants"][0].re_extract(r"\[([A-Z]{2})\]$", 1).nullif(""),
        "cpc": columns["cpc"].map(lambda symbol: symbol.re_replace(r"\s*\([A-Z, ]*\)$", "")),
        **named,
    }


ESPACENET = PatentLayout(
    layout="espacenet",
    zh="Espacenet 检索结果",
    en="Espacenet result list",
    supplier="EPO Espacenet",
    required={
        NUMBERS: "publication_number",
        ("Title", "Titre"): "title",
        NAMES["applicants"]: "applicants",
        ("Earliest priority", "Priority number(s)", "Priorité la plus ancienne"): "priority",
    },
    optional={
        NAMES["inventors"]: "inventors",
        ("IPC", "International classification", "CIB"): "ipc",
        ("CPC", "Cooperative Patent Classification"): "cpc",
        ("Publication date", "Date de publication"): "published_on",
        "Application number": "application_number",
        ("Date of application", "Application date"): "filed_on",
        ("Family number", "Numéro de famille"): "family",
    },
    separator=BY_LINE,
    known=("No", "Earliest publication", "Publication la plus ancienne", "Patents cited in the search report",
           "Literature cited in the search report", "Abstract"),
    more=first_of_family,
)
