"""Why a row or a file is refused: a code that stays put, and the sentence in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    code: str
    zh: str
    en: str


REASONS = {
    reason.code: reason
    for reason in (
        Reason("unusable-file", "整个文件无法使用", "the file as a whole cannot be used"),
        Reason("too-few-cells", "单元格少于表头", "fewer cells than headings"),
        Reason("too-many-cells", "单元格多于表头", "more cells than headings"),
        Reason("malformed", "无法解析", "cannot be parsed"),
        Reason("undecodable", "不是所识别的编码", "does not decode in the encoding of the file"),
        Reason("missing", "必填字段为空", "a required field is empty"),
        Reason("impossible-date", "不存在的日期", "no such date"),
        Reason("unclear-date", "无法判断日与月的先后（如 04/05/2013），请用列映射写明 dates: dmy 或 mdy",
               "day and month cannot be told apart (04/05/2013); say dates: dmy or mdy in a mapping"),
        Reason("serial-date", "表格软件的日期序号，并非日期；请将该列设为日期格式后重新保存",
               "the serial number of a day in a spreadsheet; format the column as dates and save again"),
        Reason("digits-lost", "科学计数法，末位数字已丢失；请将该列设为文本后重新导出",
               "scientific notation has lost digits; export the column as text"),
        Reason("no-day", "只有年或年月，没有日", "a year or a month, but no day"),
        Reason("impossible-number", "不是数字或超出范围", "not a number, or out of bounds"),
        Reason("impossible-symbol", "不是 IPC/CPC 分类号", "not an IPC or CPC symbol"),
        Reason("impossible-patent-number", "不是专利号", "not a patent number"),
        Reason("impossible-code", "不是统一社会信用代码", "not a unified social credit code"),
        Reason("repeated-heading", "重复的表头行", "the headings once more"),
        Reason("summary-row", "合计或说明行，并非记录", "a sum or a note, not a record"),
        Reason("unknown-value", "不在允许的取值之内", "not one of the values allowed"),
        Reason("no-unit", "金额没有单位（应写作 50万元）", "an amount without a unit (write 50万元)"),
        Reason("ambiguous", "可指多个对象", "may mean several things"),
        Reason("duplicate-differs", "同一标识的内容不同", "the same key with different content"),
        Reason("edge-to-nothing", "引用的对象不存在", "refers to something that is not there"),
        Reason("ambiguous", "不能确定所指的是哪一件", "could mean several; give the full number"),
        Reason("self-reference", "指向自身", "refers to itself"),
        Reason("own-parent", "母子公司关系成环", "by a chain of parents it would be its own parent"),
        Reason("inverted", "上下游方向颠倒", "upstream and downstream the wrong way round"),
        Reason("absurd", "不合常理的取值", "a value that cannot be"),
        Reason("not-a-product", "会计科目而非产品", "an accounting line, not a product"),
        Reason("not-a-kind", "并非其下位产品", "named after it, but not a kind of it"),
        Reason("no-order", "关系成环，不能给出上下游次序", "runs in circles and gives no order"),
    )
}
