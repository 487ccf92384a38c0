import ibis
import pytest

from ipgraph.tables.deals import LICENCE_TYPES, MODES
from ipgraph.tables.demands import STATES
from ipgraph.tables.entries import Words, amount, coded


@pytest.mark.parametrize(("codes", "text", "code"), [
    (STATES, "未匹配", "open"), (STATES, "待签约", "open"), (STATES, "未结束", "open"), (STATES, "unmatched", "open"),
    (STATES, "未完成对接", "open"), (STATES, "已匹配", "matched"), (STATES, "完成对接", "matched"),
    (STATES, "正在洽谈", "talks"), (STATES, "已结束", "closed"), (STATES, "撤回", "withdrawn"), (STATES, "好", None),
    (LICENCE_TYPES, "非排他许可", "ordinary"), (LICENCE_TYPES, "Non exclusive", "ordinary"),
    (LICENCE_TYPES, "排他许可", "sole"), (LICENCE_TYPES, "独占许可", "exclusive"),
    (LICENCE_TYPES, "Exclusive", "exclusive"), (MODES, "Open Licence", "open_licence"),
    (MODES, "Assignment", "transfer"),
])
def test_words_and_their_codes(codes: Words, text: str, code: str | None) -> None:
    assert ibis.duckdb.connect().execute(coded(ibis.literal(text), codes).fill_null("")) == (code or "")


@pytest.mark.parametrize(("text", "value"), [("50万元", 500_000), ("2000", 2000), ("50", None), ("面议", None)])
def test_a_small_bare_number_is_no_amount(text: str, value: float | None) -> None:
    found = ibis.duckdb.connect().execute(amount(ibis.literal(text)).fill_null(-1.0))
    assert found == (-1 if value is None else value)
