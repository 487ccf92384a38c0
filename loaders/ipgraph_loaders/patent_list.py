"""Any list of patents with the usual headings, whoever made it: taken where no supplier's own layout fits.

What stands under 专利号 may be the number of an application (ZL201210000123.4) or of a publication (CN102345678B): the
number itself tells. Lists are parted by semicolons, bars, line ends or 、, names in Chinese also by commas.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ipgraph.schema.types.number import is_cn_application
from ipgraph.sources.patent_layout import PatentLayout

PUBLICATION = (
    "公开(公告)号", "公开公告号", "公开号", "公告号", "授权公告号", "申请公布号", "公布号", "公布公告号",
    "申请公布号/授权公告号",
    "专利公开号", "Publication Number", "Publication No.", "Publication No", "publication_number", "Document Number",
    "文献番号", "公開番号",
)
APPLICATION = (
    "申请号", "专利申请号", "申请号/专利号", "专利申请号/专利号", "Application Number", "Application No.",
    "Application No",
    "application_number", "出願番号",
)
ANY = ("专利号", "专利号/申请号", "专利编号", "专利号(申请号)", "Patent Number", "Patent No.", "Patent No",
       "patent_number")
TITLES = (
    "专利名称", "发明名称", "标题", "标题(中文)", "标题(译)(简体中文)", "名称", "题名", "专利标题", "发明创造名称",
    "Title",
    "Patent Title", "Title of Invention", "Invention Title", "発明の名称",
    "标题(翻译)", "标题(英文)", "标题(译)(English)", "Title (English)",
)
HOLDERS = (
    "申请人", "申请(专利权)人", "专利权人", "申请人/专利权人", "专利权人/申请人", "申请人(专利权人)", "专利申请人",
    "当前权利人",
    "权利人", "申请单位", "Applicants", "Applicant", "Assignee", "Assignees", "Applicant/Assignee",
    "Assignee/Applicant",
    "企业名称", "单位名称", "Patentee", "Owner", "出願人/権利者", "出願人",
)
FILED = ("申请日", "申请日期", "专利申请日", "申请时间", "Application Date", "Filing Date", "filing_date",
         "出願日")
#: A comma between two Chinese characters parts names.
COMMA = r"([\p{Han})）])\s*[,，]\s*(\p{Han})"


def sorted_out(table: ir.Table, columns: dict[str, ir.Value]) -> dict[str, ir.Value]:
    """Each number where it belongs; names parted."""
    number = table[ANY[0]].re_replace(r"\s", "")
    applied = is_cn_application(number)
    return {
        "publication_number": table[PUBLICATION[0]].coalesce(ibis.cases((~applied, number))),
        "application_number": table[APPLICATION[0]].coalesce(ibis.cases((applied, number))),
        **{name: parted(columns[name]) for name in ("applicants", "owners", "inventors")},
    }


def parted(names: ir.ArrayValue) -> ir.ArrayValue:
    """Names also parted at commas between Chinese characters."""
    return names.map(lambda name: name.re_replace(COMMA, r"\1;\2").re_replace(COMMA, r"\1;\2").split(";")).flatten()


PATENT_LIST = PatentLayout(
    layout="patent_list",
    zh="专利清单",
    en="List of patents",
    supplier="任一来源的专利清单（常见表头） any list with the usual headings",
    required={
        (*ANY, *PUBLICATION, *APPLICATION): "publication_number",
        TITLES: "title",
        HOLDERS: "applicants",
        FILED: "filed_on",
    },
    optional={
        PUBLICATION: "publication_number",
        APPLICATION: "application_number",
        ("英文标题", "标题(英文)", "英文名称", "Title (English)"): "title_en",
        ("摘要", "摘要(中文)", "摘要(译)(简体中文)", "Abstract"): "abstract",
        ("专利类型", "类型", "专利类别", "Patent Type"): "patent_type",
        ("法律状态", "当前法律状态", "专利状态", "状态", "专利有效性", "简单法律状态", "有效性", "Legal Status",
         "Status"): "status",
        ("公开(公告)日", "公开公告日", "公开日", "公告日", "申请公布日", "公布日", "公布公告日", "公开日期",
         "Publication Date",
         "publication_date", "公知日"): "published_on",
        ("授权公告日", "授权日", "授权日期", "公告日期", "Grant Date", "Issue Date"): "granted_on",
        ("主分类号", "主分类", "IPC主分类号", "IPC主分类", "IPC主分类-小组", "Main IPC"): "main_class",
        ("分类号", "IPC分类号", "IPC", "国际分类号", "IPC分类", "International Classification", "IPC Codes"): "ipc",
        ("CPC分类号", "CPC"): "cpc",
        ("当前专利权人", "当前申请(专利权)人", "现权利人", "Current Owner", "Current Assignee"): "owners",
        ("发明人", "发明(设计)人", "设计人", "发明人/设计人", "发明人姓名", "Inventors", "Inventor",
         "発明者"): "inventors",
        ("地址", "申请人地址", "第一申请人地址", "专利权人地址", "联系地址", "Address"): "address",
        ("优先权号", "优先权", "Priority Number"): "priorities",
        ("权利要求数量", "权利要求数"): "claims",
        ("被引证次数", "被引用次数", "被引次数", "Cited By Count"): "cited_by",
        ("引证次数", "引用次数"): "citing",
        ("简单同族", "同族专利", "Family Members"): "family_members",
    },
    separator="[;；|\n、]",
    empty=("-", "--", "无", "/"),
    known=("序号", "No.", "备注", "优先权日", "代理人", "代理机构", "专利代理机构", "申请人邮编", "申请年", "公开年"),
    more=sorted_out,
    general=True,
)
