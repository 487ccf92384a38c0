"""Places: the table of regions, and the region that an address or a name speaks of.

Regions of China are those of GB/T 2260 (codes and names as of 2023), countries those of ISO 3166-1.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import pyarrow as pa

SUFFIX = re.compile(
    "(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市|地区|盟|自治州|自治县|县|区|旗|林区)$")
#: Longer official endings of prefectures that nobody writes in a firm's name.
PEOPLES = re.compile(
    "(土家族|苗族|藏族|羌族|彝族|哈尼族|壮族|傣族|景颇族|傈僳族|布依族|侗族|回族|蒙古族?|朝鲜族|哈萨克|柯尔克孜|白族)+$")


@dataclass(frozen=True)
class Region:
    """One place and the place it lies in."""

    id: str
    parent: str | None
    level: str
    name: str
    name_en: str | None

    @property
    def short(self) -> str:
        """The name as firms and addresses write it: 山东, 泰安, 广西."""
        bare = SUFFIX.sub("", self.name)
        if self.name.endswith(("自治州", "自治县")):
            bare = PEOPLES.sub("", bare)
        return bare or self.name


@lru_cache(1)
def regions() -> dict[str, Region]:
    """Every region by id."""
    text = (files(__package__) / "regions.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {r["id"]: Region(r["id"], r["parent"] or None, r["level"], r["name"], r["name_en"] or None) for r in rows}


@lru_cache(1)
def beginnings() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Spellings that may begin an address: of provinces and cities anywhere, and of what lies inside each region."""
    anywhere: dict[str, str] = {}
    inside: dict[str, dict[str, str]] = {}
    for region in regions().values():
        if region.level == "country":
            continue
        spellings = {region.name} | ({region.short} if len(region.short) > 1 else set())
        for spelling in spellings:
            if region.parent:
                inside.setdefault(region.parent, {})[spelling] = region.id
            if region.level in ("province", "city") or (region.level == "county" and spelling == region.name
                                                        and not region.name.endswith("区")):
                anywhere.setdefault(spelling, region.id)
    return anywhere, inside


def locate(text: str) -> str | None:
    """Id of the smallest region that the beginning of an address or a name speaks of; null where it speaks of none.

    `226634 江苏省南通市海安县…` is 海安 in 南通; 山东泰开… is 山东省.
    """
    rest = re.sub(r"\s", "", re.sub(r"^[\s0-9A-Za-z,.，。()-]*(中国)?", "", text))
    anywhere, _ = beginnings()
    found = None
    spellings = anywhere
    while True:
        step = next((rest[:n] for n in range(min(12, len(rest)), 1, -1) if names(rest, n, spellings)), None)
        if step is None:
            return found
        found = spellings[step]
        after = len(step)
        if step != regions()[found].name:
            # 山东省, and 海安县 that is a 市 by now; but not the second 市 of 济南市市中区.
            rest = SUFFIX.sub("", rest[after:after + 1]) + rest[after + 1:]
        else:
            rest = rest[after:]
        # From a province one may go to its cities or straight to a county of one of them (`below`).
        spellings = below(found)


@cache
def below(region: str) -> dict[str, str]:
    """Spellings of what lies in a region; in a province also of what lies in its cities."""
    inside = beginnings()[1]
    spellings = inside.get(region, {})
    if regions()[region].level == "province":
        return {**{s: i for city in spellings.values() for s, i in inside.get(city, {}).items()}, **spellings}
    return spellings


def names(text: str, n: int, spellings: dict[str, str]) -> bool:
    """Whether the first n characters name a region: 朝阳 does not in 朝阳区, which is no part of 朝阳市."""
    spelling = text[:n]
    if spelling not in spellings:
        return False
    region = regions()[spellings[spelling]]
    return region.level == "county" or spelling == region.name or text[n:n + 1] not in ("区", "县", "旗")


def locate_all(texts: pa.Array) -> pa.Array:
    """`locate` of every distinct text. Called with names and addresses of holders, never row by row of patents."""
    return pa.array([None if text is None else locate(text) for text in texts.to_pylist()], pa.string())


@lru_cache(1)
def country_codes() -> dict[str, str]:
    """ISO code by code, Chinese and English name, upper case."""
    found = {r.id: r.id for r in regions().values() if r.level == "country"}
    for r in regions().values():
        if r.level == "country":
            found.setdefault(r.name.upper(), r.id)
            found.setdefault((r.name_en or r.id).upper(), r.id)
    return found | {"TW": "CN", "HK": "CN", "MO": "CN", "中华人民共和国": "CN", "USA": "US", "UK": "GB"}
