"""One task over one history: cut at a day, what earlier windows teach, and a ranking learnt from them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ipgraph.analysis.recommend.before import before
from ipgraph.analysis.recommend.choice import FEW, Choice, best_rule, chosen
from ipgraph.analysis.recommend.events import WINDOW, span
from ipgraph.analysis.recommend.figures import SEED
from ipgraph.analysis.recommend.history import History
from ipgraph.analysis.recommend.past import Matrix, Past
from ipgraph.analysis.recommend.pool import Pool, table
from ipgraph.analysis.recommend.questions import Questions, questions
from ipgraph.analysis.recommend.ranker import Ranker, learned, train

__all__ = ["LEARNERS", "UNKNOWN", "Trial", "fewer"]

#: Windows that are learnt from before a cut, a year apart, and seekers asked in each, drawn with a fixed seed.
LESSONS, LEARNERS = 4, 150
#: Windows by which the choice is made, and the rule where they have few questions.
INSIDE, UNKNOWN = 2, "whole_pagerank"


@dataclass(eq=False)
class Trial:
    """One task of one history: its events, the `first` day that is judged, and what was built of it so far."""

    known: History
    task: str
    titles: Matrix | None
    found: pd.DataFrame
    first: int
    lessons: dict[tuple[int, bool], Pool | None] = field(default_factory=dict)
    rankers: dict[tuple[int, bool], Ranker | None] = field(default_factory=dict)
    choices: dict[bool, Choice] = field(default_factory=dict)

    def past(self, day: int) -> Past:
        return before(self.known, self.task, day, self.found, self.titles)

    def lesson(self, day: int, new: bool) -> Pool | None:
        """What the window from a day on teaches; None where nobody found anybody."""
        if (day, new) not in self.lessons:
            asked = fewer(questions(self.past(day), self.found, new), LEARNERS)
            self.lessons[day, new] = table(asked) if len(asked.seekers) else None
        return self.lessons[day, new]

    def lessons_before(self, day: int, new: bool) -> list[Pool]:
        """Lessons of windows that end before the day."""
        starts = [day - span(WINDOW + 12 * n) for n in range(LESSONS)]
        return [lesson for start in starts if (lesson := self.lesson(start, new)) is not None]

    def ranker(self, day: int, new: bool) -> Ranker | None:
        """Learnt from what was known before the day; None where there is nothing to learn from."""
        if (day, new) not in self.rankers:
            taught = self.lessons_before(day, new)
            self.rankers[day, new] = train(taught, self.choice(new)) if taught else None
        return self.rankers[day, new]

    def choice(self, new: bool) -> Choice:
        """How much of what is learnt to believe, by windows that end before `first`: the same for every later day.

        Where there are few questions in them, the rule of the walk over the whole graph alone.
        """
        if new not in self.choices:
            days = [self.first - span(WINDOW + 12 * n) for n in range(INSIDE)]
            asked = [(day, lesson) for day in days if (lesson := self.lesson(day, new)) is not None]
            enough = sum(len(np.unique(lesson.question)) for _, lesson in asked) >= FEW
            rule = best_rule([lesson for _, lesson in asked]) if enough else UNKNOWN
            tried = [(lesson, taught) for day, lesson in asked if (taught := self.lessons_before(day, new))]
            tables = [lesson for lesson, _ in tried]
            seen = [learned(taught, lesson, Choice(rule, 1.0)) for lesson, taught in tried]
            self.choices[new] = chosen(rule, tables, seen) if tried else Choice(rule, 0.0)
        return self.choices[new]


def fewer(asked: Questions, most: int) -> Questions:
    """At most so many seekers, drawn with a fixed seed."""
    if len(asked.seekers) <= most:
        return asked
    drawn = np.sort(np.random.default_rng(SEED).permutation(len(asked.seekers))[:most])
    return replace(asked, seekers=asked.seekers[drawn], answers=asked.answers[drawn], barred=asked.barred[drawn])
