"""docs/layouts.md and the table of layouts in the README, made from the loaders themselves."""

from __future__ import annotations

from collections.abc import Iterable

from ipgraph.sources.loader import Heading, Loader, Part, first

INTRO = """# Layouts 文件格式

Made from the loaders by `make golden`; do not edit. A file's layout is found by its headings
(case, width of characters and spaces do not matter; the headings may stand below a title,
 within the first twenty rows).
Where several layouts fit, the one with most headings wins; `--as LAYOUT` forces one. Headings that a layout does not
know are listed, not lost silently.

文件格式按表头自动识别（不分大小写、全半角和空格；表头可在标题行之下，前二十行之内）。多个格式都符合时取匹配表头最多者，
`--as` 可指定格式；格式不认识的列会列出。

Files: csv, tsv, xls, xlsx, tables of docx, json, jsonl (ndjson), yaml, Parquet, HTML and XML named .xls, gzip of each;
UTF-8, GB18030, Big5, Latin-1 and UTF-16. Folders are walked (hidden and lock files left out), zip archives opened.
PATSTAT and PatentsView tables of one folder are read together.

Any other table: `ipgraph map FILE --out my.yaml` proposes which column is what; read and correct it, then
`ipgraph load FILE --map my.yaml`. 其他表格：用 `ipgraph map` 生成列映射，核对后用 `--map` 读取。
Templates 模板:
`ipgraph template chain|convertible|deals|demands|enterprises|evaluations|groups|open_licences|patents|pool`.

| layout | 名称 | name | supplier | required headings | optional headings |
|---|---|---|---|---|---|
"""


def page(loaders: Iterable[Loader]) -> str:
    """Markdown: one row a layout."""
    return INTRO + "".join(line(loader) for loader in loaders)


def line(loader: Loader) -> str:
    required = "; ".join(listed(part, part.required) for part in loader.parts)
    optional = "; ".join(listed(part, part.optional) for part in loader.parts if part.optional)
    cells = (f"`{loader.layout}`", loader.zh, loader.en, loader.supplier, required, optional)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def listed(part: Part, headings: tuple[Heading, ...]) -> str:
    """Headings as the layout spells them; those of a sheet after its name, of a table without headings in brackets."""
    names = ", ".join(first(heading) for heading in headings)
    if part.cells:
        return f"(none: {names})"
    return f"{part.sheets[0]}: {names}" if part.sheets else names


#: What stands around the table in the README.
BEGIN, END = "<!-- layouts: made by `make golden` -->", "<!-- end of layouts -->"
HEAD = "| layout | 名称 · what it is | 识别依据 · recognised by |\n|---|---|---|\n"
#: Headings named in the README; docs/layouts.md has all of them.
NAMED = 4


def with_table(readme: str, loaders: Iterable[Loader]) -> str:
    """The README with its table of layouts made anew; ValueError where the marks are not there."""
    before, mark, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not mark or not end:
        raise ValueError(f"the README lacks {BEGIN} or {END}")
    rows = "".join(map(short, loaders))
    return f"{before}{BEGIN}\n\n{HEAD}{rows}\n{END}{after}"


def short(loader: Loader) -> str:
    """A layout, what it is, and the first headings that it is recognised by."""
    needed = [first(heading) for part in loader.parts for heading in part.required]
    by = ", ".join(needed[:NAMED]) + (" …" if len(needed) > NAMED else "")
    if any(part.cells for part in loader.parts):
        by = "the form of its cells (no headings)"
    cells = (f"`{loader.layout}`", f"{loader.zh} · {loader.en}", by)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
