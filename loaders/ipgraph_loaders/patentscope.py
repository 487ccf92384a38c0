"""WIPO PATENTSCOPE result lists: the older eight columns and the current xls; days as 21.08.2009, NA for nothing."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.sources.patent_layout import PatentLayout

#: The platform's own id of a record. It is the publication number of an international application, and of no other.
ID = "Application Id"


def numbered(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """The number of publication; of national records without one only that of the application."""
    own = table[ID].fill_null("")
    published = table[NUMBER[0]].nullif(own).coalesce(ibis.cases((own.startswith("WO"), own)))
    return {"publication_number": of_office(table, published),
            "application_number": of_office(table, columns["application_number"])}


def of_office(table: ir.Table, number: ir.StringValue) -> ir.StringValue:
    """National records leave out the office, which stands under Country."""
    office = table.Country.upper()
    return ibis.ifelse(number.re_search("^[0-9]") & office.re_search("^[A-Z]{2}$").fill_null(False),
                       office + number, number)


NUMBER = ("Publication Number", "Publication No", "公布号", ID)

PATENTSCOPE = PatentLayout(
    layout="patentscope",
    zh="PATENTSCOPE 检索结果",
    en="PATENTSCOPE result list",
    supplier="WIPO PATENTSCOPE",
    required={
        NUMBER: "publication_number",
        ("Publication Date", "公布日"): "published_on",
        ("Title", "发明名称"): "title",
        ("IPC", "I P C", "Int. Class", "国际分类"): "ipc",
        ("Applicants", "Applicant", "申请人"): "applicants",
        ("Inventors", "Inventor", "发明人"): "inventors",
    },
    optional={
        ("Priority Data", "Priorities Data", "优先权数据"): "priorities",
        ("Application Number", "Application No", "申请号"): "application_number",
        ("Application Date", "申请日"): "filed_on",
        ("Abstract", "摘要"): "abstract",
        ID: "id",
    },
    empty=("NA",),
    dates="dmy",
    known=("FP Image", "Image", "Country", "National Phase Entries"),
    more=numbered,
)
