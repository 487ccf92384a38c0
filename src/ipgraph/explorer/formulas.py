"""The formula of every figure of the gap board, in words and with the sums of a segment put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

#: By figure; {name} stands for a sum of `analysis.explain`. A figure without one is read off the edges of the chain.
FORMULAS = {
    "patents": "{patents}", "by_text": "{patents}", "inventions": "{inventions}",
    "weighted": "{worth}", "holders": "{holders}",
    "local_patents": "{patents}", "local_holders": "{holders}", "local_actors": "{holders}",
    "local_good": "{patents}", "local_weighted": "{worth}",
    "local_share": "{local} ÷ {worth}", "graded": "{graded} ÷ {patents}", "value": "Σ q ÷ {graded}",
    "rta": "({local_segment} ÷ {local_chain}) ÷ ({segment} ÷ {chain})",
    "rsta": "(R − 1) ÷ (R + 1), R = ({local_segment} ÷ {local_chain}) ÷ ({segment} ÷ {chain})",
    "hhi": "Σ s², s = x ÷ {patents}", "hhi_corrected": "({patents} × {hhi} − 1) ÷ ({patents} − 1)",
    "cr4": "(x₁ + x₂ + x₃ + x₄) ÷ {patents}",
    "foreign": "{abroad} ÷ {known}", "foreign_effective": "{abroad} ÷ {known}",
    "gap": "1 − {home_rta} ÷ {leader_rta}", "monopoly": "{largest} ÷ {patents}",
    "industry_rta": "({local_firms} ÷ {all_local_firms}) ÷ ({firms} ÷ {all_firms})",
    "upstreamness": "U = (I − D)⁻¹ · 1", "trophic": "Λ h = v",
}
#: What each sum is, in Chinese and English.
SUMS = {
    "patents": ("专利数", "patents"), "inventions": ("发明数", "inventions"), "holders": ("权利人数", "holders"),
    "worth": ("匹配度 × 质量之和", "sum of score × quality"), "local": ("其中本地", "of it local"),
    "hhi": ("集中度 HHI", "HHI"), "graded": ("有质量依据的专利数", "graded patents"),
    "local_segment": ("本地在该环节的专利", "local patents here"),
    "local_chain": ("本地各环节专利合计", "local patents of all segments together"),
    "segment": ("该环节专利", "patents here"),
    "chain": ("各环节专利合计", "patents of all segments together"),
    "abroad": ("境外持有", "held abroad"), "known": ("归属地已知", "of known country"),
    "local_firms": ("本地在该环节的单位", "local organisations here"),
    "all_local_firms": ("本地各环节单位合计", "local organisations of all segments together"),
    "firms": ("该环节单位", "organisations here"),
    "all_firms": ("各环节单位合计", "organisations of all segments together"),
    "home_rta": ("本国相对优势", "advantage of home"), "leader_rta": ("最强国家相对优势", "advantage of the leader"),
    "largest": ("境外前四名持有", "held by the four largest abroad"),
}
PART = re.compile(r"\{(\w+)\}")


def formula(measure: str, language: str) -> str:
    """The formula with its sums in words, '' where there is none.

    >>> formula("foreign", "en")
    'held abroad ÷ of known country'
    """
    return PART.sub(lambda found: SUMS[found[1]][0 if language == "zh" else 1], FORMULAS.get(measure, ""))


def worked(measure: str, parts: Mapping[str, Any]) -> str:
    """The formula with its sums in numbers, '' where there is none.

    >>> worked("foreign", {"abroad": 3.5, "known": 14.0})
    '3.5 ÷ 14'
    """
    return PART.sub(lambda found: number(parts[found[1]]), FORMULAS.get(measure, ""))


def number(value: float | None) -> str:
    return "–" if value is None else f"{value:.9g}"


def with_formula(number: dict[str, Any]) -> dict[str, Any]:
    """A record of `analysis.explain` with its formula in both languages and with its sums put in."""
    measure = number["measure"]
    words = {"zh": formula(measure, "zh"), "en": formula(measure, "en"), "worked": worked(measure, number["parts"])}
    return {"measure": measure, "value": number["value"], "formula": words,
            **{name: number[name] for name in ("parts", "holders", "patents")}}
