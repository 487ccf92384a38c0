"""The original records as frames of facts, one function a file; abstracts are not read.

Every frame has the columns of the draft `patents` that the file knows, lists as Python lists, and `file`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pandas as pd

DATA = Path(os.environ.get("IPGRAPH_SHARED_DATA") or Path(__file__).parents[3] / "shared" / "data")
PATENTS = DATA / "patents"
#: What follows a comma inside one name: `Byd Co., Ltd.`, `Tesla, Inc.`, `Alsina; Marina, Dr.`
LEGAL_FORM = re.compile(
    r"^(inc|llc|ltd|limited|l\.?p|l\.?l\.?c|co|corp|corporation|company|lp|llp|plc|s\.?a|s\.?p\.?a|gmbh|ag|k\.?k|n\.?v|b\.?v|"
    r"a\.?s|jr|sr|dr|the|de c\.?v|s\.?a\.? de c\.?v|s\.?l|s\.?r\.?l)\b\.?", re.IGNORECASE)


def names(text: object) -> list[str]:
    """The names of a list parted by `, `; a legal form after a comma belongs to the name before it.

    >>> names("Sharp Corp, Kansai University"), names("Byd Co., Ltd.")
    (['Sharp Corp', 'Kansai University'], ['Byd Co., Ltd.'])
    """
    found: list[str] = []
    for part in str(text).split(", ") if isinstance(text, str) else []:
        part = part.strip().replace(";", ",")
        if found and LEGAL_FORM.match(part):
            found[-1] += f", {part}"
        elif part:
            found.append(part)
    return found


def documents() -> pd.DataFrame:
    """Documents that cite or are cited: assignee and title stand in one cell, parted by a comma without a blank."""
    frame = pd.read_csv(PATENTS / "energy_recovery" / "cited_or_citing_documents.csv.gz", dtype="str")
    parted = frame.assignee_and_title_unquoted.str.extract(r"^(?P<who>.*?),(?! )(?P<title>.*)$")
    title = parted.title.str.strip().str.strip('"').str.strip()
    symbols = pd.read_json(PATENTS / "energy_recovery" / "cn_abstracts.jsonl.gz", lines=True)
    ipc = symbols.set_index("publication_number").ipc_search_classes
    numbers = frame.publication_number
    out = pd.DataFrame({
        "publication_number": numbers, "title": title, "published_on": frame.publication_date,
        "applicants": [tidy_list([who]) for who in parted.who], "ipc": numbers.map(ipc), "file": "documents",
    })
    return out[title.notna() & (title.str.len() > 3)]


def tidy_list(given: list[object]) -> list[str]:
    return [name for one in given for name in names(one)]


def focal() -> pd.DataFrame:
    """The patents of the branch 能量回收利用, with CPC and legal status."""
    frame = pd.read_json(PATENTS / "energy_recovery" / "focal_patents.jsonl.gz", lines=True)
    return pd.DataFrame({
        "publication_number": frame.publication_number, "title": frame.title, "status": frame.status,
        "filed_on": frame.application_date, "published_on": frame.publication_date, "granted_on": frame.grant_date,
        "inventor_count": frame.inventor_count.astype("Int64").astype("str"), "cpc": frame.cpc,
        "priorities": frame.priorities, "applicants": [names(a) for a in frame.applicant], "file": "focal",
    })


def taian() -> pd.DataFrame:
    """The patents of the city of 泰安."""
    frame = sheet("taian_7384.xlsx")
    return pd.DataFrame({
        "application_number": frame["申请号"], "title": frame["专利名称"], "filed_on": frame["申请日"],
        "applicants": split(frame["申请人"], "[;；]"), "main_class": frame["主分类号"],
        "ipc": [[m] if isinstance(m, str) else [] for m in frame["主分类号"]], "file": "taian",
    })


def cnipr() -> pd.DataFrame:
    frame = sheet("cnipr_199.xlsx")
    return pd.DataFrame({
        "application_number": frame["申请号"], "publication_number": frame["公开（公告）号"], "title": frame["名称"],
        "filed_on": frame["申请日"], "published_on": frame["公开（公告）日"], "address": frame["地址"],
        "applicants": split(frame["申请（专利权）人"], "[;；]"), "inventors": split(frame["发明（设计）人"], "[;；]"),
        "main_class": frame["主分类号"].map(bare), "file": "cnipr",
        "ipc": [[bare(s) for s in row] for row in split(frame["分类号"], "[;；]")],
    })


def cnipa_search() -> pd.DataFrame:
    frame = sheet("cnipa_search_szu_110.xls")
    return pd.DataFrame({
        "application_number": frame["申请号"], "title": frame["专利名称"], "status": frame["法律状态"],
        "filed_on": frame["申请日"], "published_on": frame["申请公布日/授权公告日"], "patent_type": frame["专利类型"],
        "applicants": split(frame["申请人/专利权人"], "[;；]"), "inventors": split(frame["发明人"], "[;；]"),
        "file": "cnipa_search",
    })


def patsnap() -> pd.DataFrame:
    frame = sheet("patsnap_300.xlsx").replace("-", None)
    bar = "[|]"
    return pd.DataFrame({
        "publication_number": frame["公开(公告)号"], "title": frame["标题(译)(简体中文)"],
        "title_en": frame["标题(译)(English)"], "status": frame["法律状态/事件"], "filed_on": frame["申请日"],
        "published_on": frame["公开(公告)日"], "patent_type": frame["专利类型"], "main_class": frame["IPC主分类号"],
        "ipc": split(frame["IPC分类号"], bar), "applicants": split(frame["[标]原始申请(专利权)人"], bar),
        "owners": split(frame["[标]当前申请(专利权)人"], bar), "cited_by": frame["被引用专利数量"],
        "citing": frame["引用专利数量"], "family_size": frame["简单同族专利申请数量"],
        "inventor_count": frame["发明人数量"], "file": "patsnap",
    })


def sheet(name: str) -> pd.DataFrame:
    return pd.read_excel(PATENTS / name, dtype="str", engine="calamine")


def split(column: pd.Series[str], separator: str) -> list[list[str]]:
    return [[p.strip() for p in re.split(separator, v) if p.strip()] if isinstance(v, str) else [] for v in column]


def bare(symbol: object) -> str:
    """An IPC symbol without its edition: E01B3/32(2006.01)I → E01B3/32."""
    return str(symbol).partition("(")[0].strip() if isinstance(symbol, str) else ""


READERS = (documents, focal, taian, cnipr, cnipa_search, patsnap)


def citations() -> pd.DataFrame:
    """Pairs of publication numbers: `citing`, `cited`, `by_examiner`."""
    frame = pd.read_csv(PATENTS / "energy_recovery" / "citation_edges.csv.gz", dtype="str")
    return frame.rename(columns={"examiner_cited": "by_examiner"})[["citing", "cited", "by_examiner"]]


def pool() -> pd.DataFrame:
    return pd.read_csv(DATA / "pools" / "hevc_advance.csv.gz", dtype="str")
