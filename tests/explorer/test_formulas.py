import re

from ipgraph.analysis.board.explain import EXPLAINED
from ipgraph.explorer.formulas import FORMULAS, SUMS, formula, worked

HAN = re.compile("[\u4e00-\u9fff]")


def test_every_formula_is_of_a_number_and_its_sums_have_captions() -> None:
    assert set(FORMULAS) <= set(EXPLAINED)
    used = {name for text in FORMULAS.values() for name in re.findall(r"\{(\w+)\}", text)}
    assert used == set(SUMS)
    assert all(not HAN.search(formula(measure, "en")) for measure in FORMULAS)


def test_the_formula_in_words_and_in_figures() -> None:
    parts = {"local_segment": 3.0, "local_chain": 16.0, "segment": 7.0, "chain": 3638.5}
    assert worked("rta", parts) == "(3 ÷ 16) ÷ (7 ÷ 3638.5)"
    assert formula("monopoly", "zh") == "境外前四名持有 ÷ 专利数"
    assert formula("cut", "zh") == worked("cut", {"upstream": []}) == ""
