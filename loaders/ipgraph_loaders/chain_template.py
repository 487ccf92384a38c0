"""An empty chain workbook to fill in, with notes in both languages and one worked example that loads as it is."""

from __future__ import annotations

from pathlib import Path

from ipgraph.sources.loader import Part, spellings
from ipgraph_loaders.chain_workbook import PARTS
from ipgraph_loaders.template_book import TemplateSheet, write_book

#: Rows of the example, by sheet, in the order of the headings.
EXAMPLE: dict[str, list[tuple[str, ...]]] = {
    "产业链": [("示例：锂电池", "example:锂电池", "Lithium battery (example)", "示例")],
    "链环节": [
        ("正极材料", "example:锂电池", "example:1", "Cathode material", "1", "上游", ""),
        ("电芯制造", "example:锂电池", "example:2", "Cell manufacture", "2", "中游", ""),
        ("卷绕叠片", "example:锂电池", "example:2.1", "Winding and stacking", "2.1", "中游", "example:2"),
        ("电池系统", "example:锂电池", "example:3", "Battery system", "3", "下游", ""),
    ],
    "供给": [
        ("正极材料", "电芯制造", "正极材料涂布成极片后装入电芯"),
        ("电芯制造", "电池系统", "电芯成组并配管理系统"),
    ],
    "规则": [
        ("正极材料", "H01M4/505*;H01M4/525*;H01M4/58*", "", "", "正极;阴极材料", "", "1"),
        ("电芯制造", "H01M10/04*;H01M10/05*", "", "", "", "固态", "1"),
        ("卷绕叠片", "H01M10/04*", "", "", "卷绕;叠片", "", "1"),
        ("电池系统", "H01M50/20*;H01M10/42*", "", "H01M10/44", "电池包;电池系统", "", "0.5"),
    ],
    "企业": [
        ("示例电池有限公司", "电芯制造;电池系统", "Example Battery Co., Ltd.", "", "", "示例省示例市", "示例电池"),
    ],
}
NOTES = (
    ("本工作簿含五张表：产业链、链环节、供给、规则、企业；不用的表可删去。",
     "Five sheets: chains, segments, feeds, rules, enterprises; delete those you do not need."),
    ("批注标明必填的列须填写。引用产业链和环节时，写标识或名称均可。",
     "Columns whose comment says so are required. Refer to chains and segments by id or by name."),
    ("阶段写 上游、中游 或 下游。", "Stage is 上游 (upstream), 中游 (midstream) or 下游 (downstream)."),
    ("供给：从供给环节指向接受环节。", "Feeds: from the segment that supplies to the segment that receives."),
    ("分类模式：H01M10/05* 指该分类号及其下位；不带 * 仅指该分类号本身。多个值用分号隔开。",
     "Patterns: H01M10/05* is that symbol and all below it; without * that symbol alone. Part several by semicolons."),
    ("有关键词时，标题或摘要须含其一，且不含任何排除关键词。",
     "Where there are keywords, the title or abstract must have one of them and none of the excluded ones."),
    ("权重：全部涉及为 1，部分涉及为 0.5。", "Weight: 1 where the whole class belongs here, 0.5 where a part."),
    ("各表中的示例行可直接删除。", "Delete the example rows before use."),
)


def write_template(path: Path) -> None:
    """Write the workbook; every heading carries its Chinese and its English name."""
    write_book(path, tuple(map(sheet, PARTS)), NOTES)


def sheet(part: Part) -> TemplateSheet:
    headings = (spellings(heading)[:2] for heading in (*part.required, *part.optional))
    shown = tuple((zh, en, place < len(part.required)) for place, (zh, en) in enumerate(headings))
    return TemplateSheet(part.sheets[0], shown, tuple(EXAMPLE[part.sheets[0]]))
