"""How two organisations are compared: levels of likeness, from the strongest; the first that fits counts.

Of a pair the short name stands first (`records`). Conditions are SQL that DuckDB and Spark both take. How much a level
says for or against is in model.json: m, its share among pairs that are one organisation, and u, its share among
candidate pairs that are not; `python -m tools.train_identity` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import splink.comparison_level_library as levels
from splink import SettingsCreator, block_on
from splink.blocking_rule_library import CustomRule

#: A short name in a full one. It is firms limited by shares that are known by one: a subsidiary or a branch that
#: begins with it is mostly 有限公司. A group is not one of its firms.
SHORT = "short_l and shares_r and (whole_l not like '%集团' or whole_r like '%集团%') and "
HEAD = "(whole_r like core_l || '%' or body_r like core_l || '%')"
INSIDE = "whole_r like '%' || core_l || '%'"
#: Two characters of which 股份, 集团 or a mark of the exchange was taken away.
BRAND = SHORT + "length(whole_l) > length(core_l) and "
#: The characters in order, from the first of the full name or of its brand.
ORDERED = "(whole_r like substr(pattern_l, 2) or body_r like substr(pattern_l, 2))"


#: m and u by comparison and level.
Model = dict[str, dict[str, dict[str, float]]]


@dataclass(frozen=True)
class Level:
    """One degree of likeness, and what is said of a pair that has it."""

    code: str
    condition: str | levels.ArrayIntersectLevel
    zh: str
    en: str


NAME = (
    Level("same words", "plain_l = plain_r and length(plain_l) >= 6", "词语相同", "same words"),
    Level("begins with", SHORT + "length(core_l) >= 3 and " + HEAD, "全称以简称开头",
          "the full name begins with the short one"),
    Level("contains", SHORT + "length(core_l) >= 3 and " + INSIDE, "全称包含简称",
          "the full name contains the short one"),
    Level("four in order", SHORT + "length(core_l) >= 4 and " + ORDERED,
          "简称各字依次出现在全称中，首字相同",
          "the characters of the short name stand in the full one in order, from its first"),
    Level("three in order", SHORT + "length(core_l) >= 3 and " + ORDERED,
          "简称三字依次出现在全称中，首字相同",
          "three characters of the short name stand in the full one in order"),
    Level("brand begins", BRAND + HEAD,
          "全称以简称的字号开头", "the full name begins with the brand of the short one"),
    Level("initials", BRAND + "core_l = initials_r", "简称由全称的地名首字和字号首字组成",
          "the short name is the first character of the place and of the brand"),
    Level("brand inside", BRAND + INSIDE,
          "全称包含简称的字号", "the full name contains the brand of the short one"),
    Level("in order", SHORT + "length(core_l) >= 3", "简称各字依次出现在全称中",
          "the characters of the short name stand in the full one in order"),
    Level("loose", "short_l", "仅少数字相同", "a few characters alone"),
    Level("one letter", "not short_l", "仅一字之差", "one letter apart"),
)
#: Only carries the weight of a rare pair of characters.
RARITY = (Level("short", "short_l", "", ""), Level("none", "ELSE", "", ""))
CODE = (
    Level("same", "stock_code_l = stock_code_r", "证券代码相同", "same stock code"),
    Level("other", "ELSE", "证券代码不同", "another stock code"),
)
REGION = (
    Level("same", "region_l = region_r", "地区相同", "same region"),
    Level("strait", "(region_l like '71%') <> (region_r like '71%')", "分处两岸", "one in Taiwan alone"),
    Level("other", "ELSE", "地区不同", "other region"),
)
ADDRESS = (
    Level("same", "address_l = address_r", "地址相同", "same address"),
    Level("other", "ELSE", "地址不同", "other address"),
)
INVENTORS = (
    Level("several", levels.ArrayIntersectLevel("inventors", 2), "有多名共同发明人", "several inventors in common"),
    Level("one", levels.ArrayIntersectLevel("inventors", 1), "有一名共同发明人", "one inventor in common"),
    Level("none", "ELSE", "无共同发明人", "no inventor in common"),
)
PARTNERS = (
    Level("each other", "array_contains(partners_l, id_r)", "曾共同申请同一专利", "applicants of one patent together"),
    Level("same", levels.ArrayIntersectLevel("partners", 1), "有相同的共同申请人", "a partner in common"),
    Level("none", "ELSE", "无相同的共同申请人", "no partner in common"),
)
COMPARISONS = {"name": NAME, "rarity": RARITY, "stock_code": CODE, "region": REGION, "address": ADDRESS,
               "inventors": INVENTORS, "partners": PARTNERS}
#: Candidates: the same words; a short name and a full one that has its characters in order, found by a rare pair of
#: neighbouring ones; names one letter apart.
CANDIDATES = (
    block_on("label", "plain"),
    CustomRule("l.grams = r.grams and l.short and r.shares and l.label = r.label and r.whole like l.pattern",
               arrays_to_explode=["grams"]),
    CustomRule("l.opening = r.opening and l.slips = r.slips and l.marks = r.marks and l.label = r.label",
               arrays_to_explode=["slips"]),
    CustomRule("l.opening = r.opening and l.marks = r.marks and l.label = r.label and not l.chinese "
               "and levenshtein(l.whole, r.whole) <= 1"),
)


@lru_cache(1)
def model() -> Model:
    """The shares as they were counted."""
    found: Model = json.loads((files(__package__) / "model.json").read_text("utf-8"))
    return found


def settings(shares: Model) -> SettingsCreator:
    """What Splink compares, and with which shares."""
    return SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="uid", comparisons=[
            comparison(name, stages, shares.get(name, {})) for name, stages in COMPARISONS.items()],
        blocking_rules_to_generate_predictions=list(CANDIDATES),
        probability_two_random_records_match=shares["candidates"]["one organisation"]["share"],
        retain_intermediate_calculation_columns=True, retain_matching_columns=True,
    )


def comparison(name: str, stages: tuple[Level, ...], shares: dict[str, dict[str, float]]) -> dict[str, Any]:
    """One comparison as Splink takes it. A null on either side says nothing for or against."""
    empty = {"name": "uid_l is null", "rarity": "rarity_l is null"}
    found: list[Any] = [levels.CustomLevel(empty[name]).configure(is_null_level=True) if name in empty
                        else levels.NullLevel(name)]
    for stage in stages:
        made = levels.CustomLevel(stage.condition) if isinstance(stage.condition, str) else stage.condition
        share = shares.get(stage.code, {})
        made.configure(label_for_charts=stage.code, m_probability=share.get("m"), u_probability=share.get("u"))
        if stage is RARITY[0]:
            made.configure(tf_adjustment_column="rarity", disable_tf_exact_match_detection=True)
        found.append(made)
    return {"output_column_name": name, "comparison_levels": found}


def spoke_for(pair: Mapping[str, int]) -> list[Level]:
    """What speaks for a pair: its levels that are commoner among pairs that are one organisation. Splink numbers the
    levels of a comparison from the last, which is 0; −1 says that a side is unknown."""
    found = []
    for name, stages in COMPARISONS.items():
        if pair[name] >= 0 and name != "rarity":
            level = stages[len(stages) - 1 - pair[name]]
            share = model()[name][level.code]
            if share["m"] > share["u"]:
                found.append(level)
    return found
