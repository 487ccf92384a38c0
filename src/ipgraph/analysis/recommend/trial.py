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
from ipgraph.analysis.recommend.matrices import Matrix
from ipgraph.analysis.recommend.past import Past
from ipgraph.analysis.recommend.pool import Lesson, lesson_of
from ipgraph.analysis.recommend.questions import Questions, questions
from ipgraph.analysis.recommend.ranker import Ranker, learned, train

__all__ = ["LEARNERS", "UNKNOWN", "Trial", "fewer"]

#: Windows that are learnt from before a cut, a year apart, and seekers asked in each, drawn with a fixed seed.
LESSONS, LEARNERS = 4, 150
#: Windows by which the choice is made, and the rule where they have few questions.
INSIDE, UNKNOWN = 2, "reach"


@dataclass(eq=False)
class Trial:
    """One task of one history: its events, the `first` day that is judged, and what was built of it so far."""

    known: History
    task: str
    titles: Matrix | None
    found: pd.DataFrame
    first: int
    lessons: dict[tuple[int, bool], Lesson | None] = field(default_factory=dict)
    rankers: dict[tuple[int, bool], Ranker | None] = field(default_factory=dict)
    choices: dict[bool, Choice] = field(default_factory=dict)

    def past(self, day: int) -> Past:
        return before(self.known, self.task, day, self.found, self.titles)

    def lesson(self, day: int, new: bool) -> Lesson | None:
        """What the window from a day on teaches; None where nobody found anybody."""
        if (day, new) not in self.lessons:
            asked = questions(self.past(day), self.found, new)
            self.lessons[day, new] = lesson_of(fewer(asked, LEARNERS), asked.seekers) if len(asked.seekers) else None
        return self.lessons[day, new]

    def lessons_before(self, day: int, new: bool) -> list[Lesson]:
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
            self.choices[new] = self.chosen(new)
        return self.choices[new]

    def chosen(self, new: bool) -> Choice:
        days = [self.first - span(WINDOW + 12 * n) for n in range(INSIDE)]
        count = sum(min(len(questions(self.past(day), self.found, new).seekers), LEARNERS) for day in days)
        if count < FEW:
            return Choice(UNKNOWN, 0.0, count)
        asked = [(day, lesson) for day in days if (lesson := self.lesson(day, new)) is not None]
        rule = best_rule([lesson.table for _, lesson in asked])
        tried = [(lesson, [one.table for one in taught]) for day, lesson in asked
                 if (taught := self.lessons_before(day, new))]
        if not tried:
            return Choice(rule, 0.0, count)
        seen = [learned(taught, lesson.table, Choice(rule, 1.0)) for lesson, taught in tried]
        return chosen(rule, [lesson.table for lesson, _ in tried], seen, [lesson.seekers for lesson, _ in tried])


def fewer(asked: Questions, most: int) -> Questions:
    """At most so many seekers, drawn with a fixed seed."""
    if len(asked.seekers) <= most:
        return asked
    drawn = np.sort(np.random.default_rng(SEED).permutation(len(asked.seekers))[:most])
    return replace(asked, seekers=asked.seekers[drawn], answers=asked.answers[drawn], barred=asked.barred[drawn])
