"""Finding the loader whose layout a file has."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec

from ipgraph.errors import LayoutError, UsageError
from ipgraph.sources.loader import Loader, places
from ipgraph.sources.sheet import HEAD_ROWS, SourceFile

GROUP = "ipgraph.loaders"
#: A refusal says what this many layouts lacked, the nearest first.
NEAREST = 2


@cache
def layouts() -> tuple[Loader, ...]:
    """All loaders registered, by name; in a checkout that is not installed, those that come with the project."""
    loaders: dict[str, Loader] = {}
    if find_spec("ipgraph_loaders"):
        loaders |= {loader.layout: loader for loader in import_module("ipgraph_loaders").LOADERS}
    for entry in entry_points(group=GROUP):
        loader: Loader = entry.load()
        loaders[loader.layout] = loader
    return tuple(loaders[name] for name in sorted(loaders))


def choose(file: SourceFile, layout: str | None = None) -> Loader:
    """The loader asked for, else the one with most headings in the file; a general one only where no other fits.

    Raises LayoutError where none fits (naming what the nearest lacked), where two fit equally, or where the one
    asked for does not fit; UsageError for a layout nobody offers.
    """
    if layout is not None:
        return forced(file, layout)
    fitting = {loader.layout: loader for loader in layouts() if not loader.lacks(file)}
    if not fitting:
        raise misfit(file)
    particular = {name: loader for name, loader in fitting.items() if not getattr(loader, "general", False)}
    fitting = particular or fitting
    matched = {name: sum(place.matched for place in places(loader.parts, file)) for name, loader in fitting.items()}
    most = max(matched.values())
    best = sorted(name for name, count in matched.items() if count == most)
    if len(best) > 1:
        raise LayoutError(
            f"{file.path.name}: fits {' and '.join(best)} equally well; name one with --as",
            f"{file.path.name}：同样符合 {'、'.join(best)}；请用 --as 指定其一",
        )
    return fitting[best[0]]


def forced(file: SourceFile, layout: str) -> Loader:
    offered = {loader.layout: loader for loader in layouts()}
    if layout not in offered:
        raise UsageError(
            f"{layout}: no such layout; there are {', '.join(offered)}",
            f"没有版式 {layout}；可选 {'、'.join(offered)}",
        )
    return fitting(offered[layout], file)


def fitting(loader: Loader, file: SourceFile) -> Loader:
    """The loader, where it fits; LayoutError says what the file lacks."""
    if lacking := loader.lacks(file):
        en, zh = listed(lacking)
        raise LayoutError(
            f"{file.path.name}: does not fit {loader.layout}, lacks {en}",
            f"{file.path.name}：不符合版式 {loader.layout}，缺少 {zh}",
        )
    return loader


def misfit(file: SourceFile) -> LayoutError:
    """Why no layout fits: what the nearest lacked, or that the file holds nothing like a table of ours."""
    name = file.path.name
    if not any(sum(map(bool, cells)) > 1 for sheet in file.sheets for cells in sheet.head):
        return LayoutError(
            f"{name}: holds no row of headings, so no table; the headings must stand within its first {HEAD_ROWS} rows",
            f"{name}：没有表头行，不是表格；表头须在前 {HEAD_ROWS} 行之内",
        )
    en, zh = tried(file)
    return LayoutError(
        f"{name}: fits no layout (`ipgraph map` proposes one); {en}",
        f"{name}：不符合任何版式（可用 `ipgraph map` 提议列映射）；{zh}",
    )


def tried(file: SourceFile) -> tuple[str, str]:
    """What the nearest layouts lacked, those of which most headings are there, and how many others there are."""

    def there(loader: Loader) -> float:
        """Share of the headings required that are in the file, of the tables that it could hold."""
        if all(part.may_be_absent and not part.sheets for part in loader.parts):
            return float(bool(places(loader.parts, file)))
        held = [part for part in loader.parts if any(part.takes(sheet) for sheet in file.sheets)]
        needed = sum(len(part.required) for part in held)
        return 1 - min(len(loader.lacks(file)), needed) / needed if needed else 0.0

    shares = {loader.layout: there(loader) for loader in layouts()}
    near = [loader for loader in layouts() if shares[loader.layout] > 0]
    near = sorted(near, key=lambda loader: (-shares[loader.layout], loader.layout))[:NEAREST]
    if not near:
        return "none of its headings is known", "没有一个表头可识别"
    others = len(shares) - len(near)
    told = [(loader.layout, *listed(loader.lacks(file))) for loader in near]
    ens = [f"{layout} (lacks {en})" for layout, en, _ in told] + [f"and {others} others"] * (others > 0)
    zhs = [f"{layout}（缺少 {zh}）" for layout, _, zh in told] + [f"另有 {others} 种"] * (others > 0)
    return f"tried {'; '.join(ens)}", f"已比对 {'；'.join(zhs)}"


def listed(lacking: list[str]) -> tuple[str, str]:
    """What is lacking, in English and Chinese: headings as they are, tables named as such."""
    tables = [re.fullmatch("(?:the|a) table (.+)", each) for each in lacking]
    zhs = [f"工作表 {table[1].replace(' or ', ' 或 ')}" if table else each
           for table, each in zip(tables, lacking, strict=True)]
    return ", ".join(lacking), "、".join(zhs)
