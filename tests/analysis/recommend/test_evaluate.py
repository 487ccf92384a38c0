"""The evaluation on a history whose rule is known: firms cite the great of their own trade."""

from __future__ import annotations

import numpy as np
import pandas as pd
from analysis.recommend.histories import dated, trades

from ipgraph.analysis.recommend import evaluate_partners
from ipgraph.analysis.recommend.before import before
from ipgraph.analysis.recommend.choice import Choice
from ipgraph.analysis.recommend.evaluate import judged, summed
from ipgraph.analysis.recommend.events import cuts, events
from ipgraph.analysis.recommend.figures import calibration, figures, interval, of_questions
from ipgraph.analysis.recommend.history import history
from ipgraph.analysis.recommend.leaks import leak_checks
from ipgraph.analysis.recommend.questions import questions, ranks
from ipgraph.analysis.recommend.ranker import train
from ipgraph.analysis.recommend.trial import Trial


def test_what_is_learnt_knows_the_trade_and_nothing_of_later_days() -> None:
    known = history(trades())
    found = events(known, "flow")
    trial, days = Trial(known, "flow", None, found, cuts(found)[-1]), cuts(found)
    new = judged(trial, days[:1], True)
    assert {"mrr", "hits", "ndcg10", "queries", "best_heuristic", "calibration", "coverage"} <= set(new)
    assert set(new["hits"]) == {"1", "3", "10"}
    leaks = leak_checks(trial, days[0])
    assert {"method", "chosen_by"} <= set(new)
    assert leaks["shuffled"] < (leaks["plain"] + leaks["chance"]) / 2
    assert leaks["shifted"] > leaks["plain"]


def test_fifty_questions_give_a_ratio_and_how_sure_it_is() -> None:
    ranks = pd.DataFrame({"question": np.arange(50), "rank": 1.0})
    rows = pd.concat(of_questions(ranks * factor).assign(method=method, seeker=np.arange(50), cut=15000)
                     for method, factor in (("learned", [1, 1]), ("katz", [1, 2])))
    proposed = pd.DataFrame({"actor": [1, 2], "alive": 10, "place": 1, "small": [True, False], "cut": 15000,
                             "chance": 0.5, "answer": [True, False]})
    told = summed(rows, proposed, 0)
    assert (told["ratio"], told["difference_ci"], told["best_heuristic"]["name"]) == (2.0, [0.5, 0.5], "katz")
    assert (told["coverage"], told["small_firm_share"]) == (0.2, 0.5)


def test_a_task_of_few_questions_gives_no_ratio() -> None:
    graph = dated({f"P{n}": (f"{2000 + n}-06-01", f"e:a+e:{n % 5}") for n in range(18)})
    new = evaluate_partners(graph)["cofiling"]["new"]
    assert new["too_few"]
    assert "ratio" not in new


def test_nothing_dated_is_nothing_to_judge() -> None:
    assert evaluate_partners(dated({"P1": ("2000-01-01", "e:a")})) == {}


def test_ranks_share_equal_places_and_leave_out_the_barred() -> None:
    graph = dated({"P1": ("2000-01-01", "e:a"), "P2": ("2000-01-01", "e:b"), "P3": ("2000-01-01", "e:c"),
                   "P4": ("2000-01-01", "e:d"), "P5": ("2006-01-01", "e:a")}, ("P5>P2",))
    known = history(graph)
    found = events(known, "flow")
    asked = questions(before(known, "flow", int(known.day[4]), found), found, True)
    rows = ranks(asked, slice(0, 1), np.array([[9.0, 1.0, 1.0, 5.0]]))
    assert rows["rank"].tolist() == [2.5]  # d before it, c its equal, a itself out


def test_figures_by_hand() -> None:
    rows = of_questions(pd.DataFrame({"question": [0, 0, 1], "rank": [2.0, 4.0, 20.0]}))
    told = figures(rows)
    assert told["mrr"] == round((1 / 2 + 1 / 20) / 2, 4)
    assert told["hits"] == {"1": 0.0, "3": 0.5, "10": 0.5}
    gain = (1 / np.log2(3) + 1 / np.log2(5)) / (1 + 1 / np.log2(3))
    assert told["ndcg10"] == round(gain / 2, 4)
    low, high = interval(np.array([0.0, 0.0, 1.0, 1.0]), np.array([1, 1, 2, 2]))
    assert (low, high) == (0.0, 1.0)  # two seekers, not four questions
    assert calibration(np.array([0.5, 0.5]), np.array([True, False]))["error"] == 0


def test_lessons_end_before_the_cut_and_teach_the_same_again() -> None:
    known = history(trades())
    found = events(known, "flow")
    trial = Trial(known, "flow", None, found, cuts(found)[-1])
    day = int(np.datetime64("2010-01-01").astype(int))
    lessons = trial.lessons_before(day, True)
    assert max(start for start, _ in trial.lessons) + 730 <= day
    first, again = (train(lessons[:1], Choice("reach", 1.0)) for _ in range(2))
    assert first.scores(lessons[0].table).tolist() == again.scores(lessons[0].table).tolist()
