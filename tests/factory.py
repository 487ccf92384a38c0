"""Builders of small bundles. Nothing here asserts; a test asks for the smallest one that has what it needs.

`small_bundle` is one battery chain of seven segments with every node and edge kind at least once.
`nasty_bundle` has the strings, nulls and empty lists that break careless code.
`bundle_of` makes any other from plain dicts; provenance and missing columns are filled in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa

from ipgraph.bundle import Bundle, write_bundle
from ipgraph.schema import EDGES, NODES
from ipgraph.schema.emit.arrow import edge_schema, node_schema

Rows = Sequence[Mapping[str, Any]]

AS_OF = date(2024, 6, 30)
PROVENANCE = {"source": ["test"], "as_of": AS_OF}
CHAIN = "test:锂电池"
TEAM = "中南大学#张三@中南大学"


def bundle_of(folder: Path, nodes: Mapping[str, Rows], edges: Mapping[str, Rows]) -> Bundle:
    """A bundle of `nodes` (by label) and `edges` (by table name, FILED.Enterprise.Patent); what is left out is null."""
    return write_bundle(
        folder,
        {label: filled(rows, node_schema(NODES[label])) for label, rows in nodes.items()},
        {name: filled(rows, edge_schema(EDGES[name.partition(".")[0]])) for name, rows in edges.items()},
        as_of=AS_OF.isoformat(),
    )


def filled(rows: Rows, schema: pa.Schema) -> pa.Table:
    """The rows as a table of exactly this schema, with provenance where a row has none."""
    return pa.Table.from_pylist([{**PROVENANCE, **row} for row in rows], schema=schema)


def linked(pairs: Sequence[tuple[str, str]], **properties: Any) -> list[dict[str, Any]]:
    """Edge rows of these (start, end) pairs, all with the same properties."""
    return [{"start": start, "end": end, **properties} for start, end in pairs]


#: id, name, English name, number, stage. s7 feeds back into s2: chains have cycles.
SEGMENTS = (
    ("s1", "锂矿", "Lithium ore", "1", "upstream"),
    ("s2", "碳酸锂", "Lithium carbonate", "2", "upstream"),
    ("s3", "正极材料", "Cathode material", "3", "midstream"),
    ("s4", "隔膜", "Separator", "4", "midstream"),
    ("s5", "电芯", "Cell", "5", "midstream"),
    ("s6", "电池包", "Battery pack", "6", "downstream"),
    ("s7", "电池回收", "Battery recycling", "7", "downstream"),
)
FEEDS = (("s1", "s2"), ("s2", "s3"), ("s3", "s5"), ("s4", "s5"), ("s5", "s6"), ("s6", "s7"), ("s7", "s2"))

#: id, title, kind and id of the holder, inventors, class, segment, year filed, times cited
PATENTS = (
    ("CN101000001A", "锂辉石提锂方法", "Enterprise", "赣锋锂业", ("李一",), "C22B26/12", "s1", 2012, 4),
    ("CN101000002A", "电池级碳酸锂制备", "Enterprise", "赣锋锂业", ("李一", "王二"), "C01D15/08", "s2", 2014, 9),
    ("CN101000003B", "高镍正极材料", "Institution", "中南大学", ("张三", "陈四"), "H01M4/525", "s3", 2015, 31),
    ("CN101000004A", "磷酸铁锂正极", "Institution", "中南大学", ("张三", "陈四"), "H01M4/58", "s3", 2016, 12),
    ("CN101000005A", "正极包覆", "Institution", "中南大学", ("张三", "陈四", "王二"), "H01M4/525", "s3", 2018, 3),
    ("CN101000006A", "圆柱电芯", "Enterprise", "宁德时代", ("赵五",), "H01M10/0525", "s5", 2017, 22),
    ("CN101000007A", "叠片电芯", "Enterprise", "宁德时代", ("赵五", "钱六"), "H01M10/0525", "s5", 2019, 7),
    ("CN101000008B", "电池包热管理", "Enterprise", "宁德时代", ("钱六",), "H01M10/613", "s6", 2020, 5),
    ("US2020000009A1", "Coated separator", "Enterprise", "旭化成", ("SATO K",), "H01M50/40", "s4", 2018, 40),
    ("US2020000010A1", "Porous film", "Enterprise", "旭化成", ("SATO K",), "H01M50/40", "s4", 2019, 18),
    ("CN101000011A", "废旧电池回收", "Institution", "中南大学", ("陈四",), "H01M10/54", "s7", 2021, 1),
    ("CN201000012U", "便携充电盒", "Person", "孙七@孙七", ("孙七",), "H01M50/20", "s6", 2022, 0),
)
REGIONS = (
    ("360000", "江西", "Jiangxi", "province"), ("430000", "湖南", "Hunan", "province"),
    ("350000", "福建", "Fujian", "province"), ("350900", "宁德", "Ningde", "city"), ("JP", "日本", "Japan", "country"),
)
PLACES = (
    ("Enterprise", "赣锋锂业", "360000"), ("Enterprise", "宁德时代", "350900"), ("Enterprise", "旭化成", "JP"),
    ("Institution", "中南大学", "430000"), ("Person", "孙七@孙七", "350000"),
)
#: Ids of deals: a recorded transfer, a licence with a record number, a pledge of which only the word is known.
TRANSFER = "transfer:CN101000003B:2019-04-02:中南大学→宁德时代"
PLEDGE = "pledge:CN201000012U:?:孙七→?"
DEALS = (TRANSFER, "2021330000012")
HOLDER_KINDS = ("Enterprise", "Institution", "Person")


def small_bundle(folder: Path) -> Bundle:
    """One chain of seven segments, twelve patents, holders of all three kinds, a team, a pool, five regions."""
    return bundle_of(folder, small_nodes(), small_edges())


def small_nodes() -> dict[str, list[dict[str, Any]]]:
    persons = sorted({person_id(name, row[3]) for row in PATENTS for name in row[4]})
    return {
        "Chain": [{"id": CHAIN, "name": "锂电池", "name_en": "Lithium battery", "title": "测试分类"}],
        "Segment": [{"id": i, "name": n, "name_en": e, "number": k, "stage": s} for i, n, e, k, s in SEGMENTS],
        "Product": [
            {"id": "锂离子电池", "name": "锂离子电池", "aliases": ["锂电"]},
            {"id": "储能系统", "name": "储能系统"}, {"id": "动力电池", "name": "动力电池"},
        ],
        "TechClass": [
            {"id": s, "scheme": "IPC", "level": "subclass" if len(s) == 4 else "subgroup"} for s in symbols()
        ],
        "Patent": [patent(*row) for row in PATENTS],
        "Enterprise": [
            {"id": "赣锋锂业", "name": "赣锋锂业", "country": "CN", "address": "江西省新余市",
             "stock_code": "002460.SZ", "listed_on": date(2010, 8, 10), "honours": ["上市", "高新"],
             "aliases": ["江西赣锋锂业股份有限公司"]},
            {"id": "宁德时代", "name": "宁德时代", "name_en": "CATL", "country": "CN", "address": "福建省宁德市"},
            {"id": "旭化成", "name": "旭化成", "name_en": "ASAHI KASEI", "country": "JP"},
        ],
        "Institution": [{"id": "中南大学", "name": "中南大学", "country": "CN", "address": "湖南省长沙市"}],
        "Person": [{"id": i, "name": i.partition("@")[0]} for i in persons],
        "Team": [{"id": TEAM, "name": "张三团队", "leader": "张三@中南大学", "members": 2, "patents": 4,
                  "first_year": 2015, "last_year": 2021, "words": ["正极"]}],
        "Pool": [{"id": "battery", "name": "电池专利池", "name_en": "Battery pool", "administrator": "Test LA"}],
        "Deal": [
            {"id": TRANSFER, "mode": "transfer", "recorded_on": date(2019, 4, 2), "basis": "record"},
            {"id": "2021330000012", "mode": "licence", "licence_type": "ordinary", "record_number": "2021330000012",
             "since": date(2021, 1, 1), "until": date(2025, 12, 31), "amount": 120000.0, "currency": "CNY",
             "fee_mode": "lump_sum", "basis": "record"},
            {"id": PLEDGE, "mode": "pledge", "basis": "event"},
        ],
        "Standard": [{"id": "IEC 62660", "name": "IEC 62660", "body": "IEC"}],
        "Demand": [{"id": "XQ-1", "number": "XQ-1", "title": "高电压隔膜", "text": "求4.5V隔膜", "region": "350900",
                    "budget": 500000.0, "currency": "CNY", "budget_text": "50万元", "published_on": date(2024, 3, 1),
                    "deadline": date(2026, 12, 31), "state": "open", "kind": "技术攻关"}],
        "Listing": [{"id": "ZLKF-7", "number": "ZLKF-7", "mode": "open_licence", "fee": 20000.0, "currency": "CNY",
                     "fee_text": "2万元/年", "fee_mode": "instalments", "grade": "A", "category": "电池",
                     "since": date(2024, 1, 1), "until": date(2027, 12, 31)}],
        "Evaluation": [
            {"id": f"CN101000003B:{side}", "side": side, "score": score, "scale": 100.0, "grade": "高",
             "evaluated_on": date(2024, 2, 2), "conclusion": "可产业化"}
            for side, score in (("owner", 90.0), ("enterprise", 72.5))
        ],
        "Region": [{"id": i, "name": n, "name_en": e, "level": level} for i, n, e, level in REGIONS],
    }


def small_edges() -> dict[str, list[dict[str, Any]]]:
    deep = [s for s in symbols() if len(s) > 4]
    return {
        "PART_OF.Segment.Chain": linked([(s[0], CHAIN) for s in SEGMENTS]),
        "PART_OF.TechClass.TechClass": linked([(s, s[:4]) for s in deep]),
        "PART_OF.Region.Region": linked([("350900", "350000")]),
        "FEEDS.Segment.Segment": linked(FEEDS, reason="上一步的产出是下一步的原料"),
        "COVERS.Segment.TechClass": linked(
            [("s3", "H01M4/525"), ("s5", "H01M10/0525")], patterns=["H01M*"], rules=["r1"],
        ),
        "USED_IN.Product.Product": linked([("锂离子电池", "储能系统")]),
        "KIND_OF.Product.Product": linked([("动力电池", "锂离子电池")]),
        "BELONGS_TO.Product.Segment": linked([("锂离子电池", "s5")]),
        "OPERATES_IN.Enterprise.Segment": linked([("赣锋锂业", "s2"), ("宁德时代", "s5"), ("旭化成", "s4")]),
        "MAKES.Enterprise.Product": linked([("宁德时代", "锂离子电池")], share=0.75),
        **{f"FILED.{kind}.Patent": linked([(row[3], row[0]) for row in PATENTS if row[2] == kind], position=1)
           for kind in HOLDER_KINDS},
        "OWNS.Enterprise.Patent": linked([("宁德时代", "CN101000003B")], position=1, current=True,
                                         since=date(2019, 4, 2)),
        "OWNS.Institution.Patent": linked([("中南大学", "CN101000003B")], position=1, current=False,
                                          until=date(2019, 4, 2)),
        "GRANTS.Institution.Deal": linked([("中南大学", id) for id in DEALS]),
        "GRANTS.Person.Deal": linked([("孙七@孙七", PLEDGE)]),
        "RECEIVES.Enterprise.Deal": linked([("宁德时代", TRANSFER), ("赣锋锂业", "2021330000012")]),
        "CONCERNS.Deal.Patent": linked([(TRANSFER, "CN101000003B"), ("2021330000012", "CN101000004A"),
                                        ("2021330000012", "CN101000005A"), (PLEDGE, "CN201000012U")]),
        "DECLARED_FOR.Patent.Standard": linked([("US2020000009A1", "IEC 62660")], declarants=["旭化成"],
                                               declared_on=date(2021, 2, 3)),
        "INVENTED.Person.Patent": [
            {"start": person_id(name, row[3]), "end": row[0], "position": n}
            for row in PATENTS for n, name in enumerate(row[4], 1)
        ],
        "CLASSIFIED_AS.Patent.TechClass": linked([(row[0], row[5]) for row in PATENTS], main=True),
        "CITES.Patent.Patent": linked(
            [("CN101000007A", "CN101000006A"), ("CN101000005A", "CN101000003B")], citers=["examiner"],
            categories=["X", "Y"]),
        "SERVES.Patent.Segment": [
            {"start": row[0], "end": row[6], "score": 1.0, "basis": "rule", "rule": f"r-{row[6]}",
             "pattern": row[5], "words": ["电"]}
            for row in PATENTS
        ],
        "MEMBER_OF.Person.Team": linked([("张三@中南大学", TEAM), ("陈四@中南大学", TEAM)], role="core", patents=3),
        "WORKS_AT.Team.Institution": linked([(TEAM, "中南大学")]),
        "IN_POOL.Patent.Pool": linked([("US2020000009A1", "battery")], countries=["US", "CN"], profiles=[]),
        "LICENSES_INTO.Enterprise.Pool": linked([("旭化成", "battery")], patents=1),
        "SUBSIDIARY_OF.Enterprise.Enterprise": [
            {"start": "赣锋锂业", "end": "宁德时代", "share": 0.6, "since": date(2020, 1, 1),
             "until": date(2023, 1, 1)}],
        "SEEKS.Enterprise.Demand": linked([("宁德时代", "XQ-1")]),
        "ABOUT.Demand.Segment": linked([("XQ-1", "s4")]),
        "OFFERS.Institution.Listing": linked([("中南大学", "ZLKF-7")]),
        "OFFERS.Person.Listing": linked([("孙七@孙七", "ZLKF-7")]),
        "LISTS.Listing.Patent": linked([("ZLKF-7", "CN101000004A"), ("ZLKF-7", "CN201000012U")]),
        "EVALUATES.Evaluation.Patent": linked([(f"CN101000003B:{side}", "CN101000003B")
                                               for side in ("owner", "enterprise")]),
        "GIVEN_BY.Evaluation.Institution": linked([("CN101000003B:owner", "中南大学")]),
        "GIVEN_BY.Evaluation.Enterprise": linked([("CN101000003B:enterprise", "宁德时代")]),
        **{f"LOCATED_IN.{kind}.Region": linked([(h, r) for k, h, r in PLACES if k == kind], inferred=False)
           for kind in HOLDER_KINDS},
    }


def person_id(name: str, holder: str) -> str:
    """A person is told apart by the holder; one who files alone is their own holder."""
    return holder if holder.partition("@")[0] == name else f"{name}@{holder}"


def symbols() -> list[str]:
    """The classes of the patents and the subclasses above them."""
    return sorted({row[5] for row in PATENTS} | {row[5][:4] for row in PATENTS})


def patent(
    id: str, title: str, kind: str, holder: str, inventors: tuple[str, ...], symbol: str, segment: str, year: int,
    cited_by: int,
) -> dict[str, Any]:
    """The node of one row of PATENTS; those whose kind code is B are granted."""
    return {
        "id": id, "publication_number": id, "application_number": f"{id[:2]}{year}{id[5:11]}", "title": title,
        "abstract": f"{title}，用于环节 {segment}。", "office": id[:2], "status": "active", "main_class": symbol,
        "patent_type": "utility" if id.endswith("U") else "invention", "filed_on": date(year, 3, 1),
        "published_on": date(year + 1, 9, 1), "granted_on": date(year + 2, 5, 1) if id.endswith("B") else None,
        "origin": "JP" if holder == "旭化成" else "CN", "origin_basis": "residence", "claims": 10,
        "cited_by": cited_by, "citing": 3, "family": id, "family_size": 2, "inventor_count": len(inventors),
    }


#: Text that has broken writers of Cypher, CSV and HTML: quotes, newlines, emoji, full width, markup, very long.
NASTY = (
    'he said "no"', "it's; DROP", "back\\slash", "two\nlines\r\n\ttab", "😀🧪", "ＡＢＣ（全角），。", "{$x} ${y} `z`",
    "<script>alert(1)</script>", "e\u0301 combined", "\u200bzero\u200bwidth", "长" * 40_000,
    " spaces ", "NULL", "[]", "",
)
#: Ids of the nasty nodes: the text first, so that sorting meets emoji and full width, then a number.
NASTY_IDS = tuple(f"{text[:40]}:{n}" for n, text in enumerate(NASTY))


#: Publication numbers are cleaned to letters and digits, so those of the nasty patents are plain.
NASTY_PATENTS = tuple(f"CN30{n:07}A" for n in range(len(NASTY)))


def nasty_bundle(folder: Path) -> Bundle:
    """A chain whose names, titles and other ids are NASTY, with nulls and empty lists wherever the schema allows."""
    texts = dict(zip(NASTY_IDS, NASTY, strict=True))
    patents = dict(zip(NASTY_PATENTS, NASTY, strict=True))
    held = [*zip(NASTY_IDS, NASTY_PATENTS, strict=True)]
    held_by = [(patent, holder) for holder, patent in held]
    return bundle_of(
        folder,
        {
            "Chain": [{"id": CHAIN, "name": NASTY[0]}],
            "Segment": [{"id": i, "name": t, "stage": None} for i, t in texts.items()],
            "Patent": [{"id": i, "title": t, "abstract": t} for i, t in patents.items()],
            "Enterprise": [{"id": i, "name": t, "aliases": [t, "x"]} for i, t in texts.items()],
            "Institution": [{"id": i, "name": t, "aliases": []} for i, t in texts.items()],
            "Person": [{"id": i, "name": t, "aliases": None} for i, t in texts.items()],
            "TechClass": [{"id": i, "scheme": t} for i, t in texts.items()],
        },
        {
            "PART_OF.Segment.Chain": linked([(i, CHAIN) for i in NASTY_IDS]),
            "FEEDS.Segment.Segment": linked([*pairwise(NASTY_IDS)], reason=NASTY[3]),
            **{f"FILED.{kind}.Patent": linked(held) for kind in HOLDER_KINDS},
            "INVENTED.Person.Patent": linked([(i, NASTY_PATENTS[0]) for i in NASTY_IDS], position=None),
            "SERVES.Patent.Segment": linked(held_by, score=0.1 + 0.2, basis="rule", rule=NASTY[1], words=[]),
            "CLASSIFIED_AS.Patent.TechClass": linked(held_by, main=False),
        },
    )
