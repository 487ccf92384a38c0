from __future__ import annotations

import pandas as pd
import pytest
from factory import bundle_of, linked

from ipgraph.analysis.evaluate_persons import evaluate_persons, figures, namesakes
from ipgraph.bundle import Bundle


def test_figures_by_hand() -> None:
    """Of x1 x2 x3 and y1, the rule makes {x1 x2} {x3 y1}: of its 2 pairs 1 is right, of 3 true ones 1 is found."""
    found = pd.DataFrame({"name": "~", "truth": ["x", "x", "x", "y"], "cluster": [1, 1, 2, 2], "org": "u"})
    told = figures(found)
    assert (told["precision"], told["recall"], told["f1"]) == (0.5, 0.3333, 0.4)
    assert told["b3_precision"] == 0.75  # (1 + 1 + 1/2 + 1/2) / 4
    assert told["b3_recall"] == 0.6667  # (2/3 + 2/3 + 1/3 + 1) / 4
    assert (told["namesakes"], told["mentions"]) == (1, 4)


def test_who_stands_on_one_patent_is_given_no_common_name() -> None:
    people = [f"p{n}" for n in range(10)]
    found = pd.DataFrame({"name": people, "org": "u", "expected": 0.0, "mentions": [2, 2, *[1] * 8]})
    mentions = pd.DataFrame({"patent": ["A", "B", "C", "D"], "name": ["p0", "p0", "p1", "p1"], "org": "u"})
    assert namesakes(found, mentions, 1)["made"].nunique() == 1
    mentions.loc[2, "patent"] = "A"
    assert namesakes(found, mentions, 1).empty
    assert namesakes(found.assign(expected=1.0), mentions, 1).empty


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """A university of twelve groups of two, each with its own class and three patents."""
    groups = [(f"{a}一甲", f"{a}二乙", f"G{n:02}B1/00") for n, a in enumerate("赵钱孙李周吴郑王冯陈褚卫")]
    patents = [(f"CN{n:02}{k}00001A", *group) for n, group in enumerate(groups, 1) for k in range(3)]
    return bundle_of(tmp_path_factory.mktemp("bundle"), {
        "Patent": [{"id": id, "office": "CN"} for id, *_ in patents],
        "Institution": [{"id": "某大学", "name": "某大学"}],
        "Person": [{"id": f"{name}@某大学", "name": name} for one, two, _ in groups for name in (one, two)],
        "TechClass": [{"id": symbol, "scheme": "IPC"} for *_, symbol in groups],
    }, {
        "FILED.Institution.Patent": linked([("某大学", id) for id, *_ in patents], position=1),
        "INVENTED.Person.Patent": linked(
            [(f"{name}@某大学", id) for id, one, two, _ in patents for name in (one, two)], position=1),
        "CLASSIFIED_AS.Patent.TechClass": linked([(id, symbol) for id, _, _, symbol in patents], main=True),
    })


def test_groups_that_have_nothing_in_common_are_told_apart(bundle: Bundle) -> None:
    [told] = evaluate_persons(bundle)
    assert told["namesakes"] >= 1
    assert (told["precision"], told["recall"], told["b3_f1"]) == (1.0, 1.0, 1.0)


def test_the_same_every_time(bundle: Bundle) -> None:
    assert evaluate_persons(bundle, 1) == evaluate_persons(bundle, 1)
