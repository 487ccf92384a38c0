"""Every threshold and weight of the analyses in one table. They are proposals of this project, shown in answers."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Thresholds:
    """Settings of all analyses; hashable, so that results are kept by setting."""

    #: Country that the gaps are those of, unless a region elsewhere is asked for.
    home: str = "CN"

    # Quality of a patent: what it is judged for (the score tree is quality_tree.yaml).
    scenario: str = "general"
    #: Quality of a patent of which nothing is known.
    neutral: float = 0.5
    #: Where grades A, B and C begin; D is the rest. B stands for "good"; only patents whose quality rests on more than
    #: their type have a grade.
    excellent: float = 0.8
    good: float = 0.6
    fair: float = 0.4
    #: Grounds that do for a grade where the record tells of no grant, and graded patents that a mean needs.
    indicators: int = 2
    enough: int = 3

    # Status of a segment.
    advantage: float = 1.0
    concentrated: float = 0.4
    foreign: float = 0.5
    value: float = 0.5
    gap: float = 0.5
    monopoly: float = 0.4
    hardness: float = 0.0
    #: Patents of a place in a segment below which nobody can speak of an advantage, at home or as the leader.
    proof: int = 3
    #: Patents of a segment below which its evidence is thin and nothing can be said of a choke point.
    evidence: int = 5
    #: Patents in the chain below which a country says nothing about the largest advantage or about complexity, and
    #: below which the evidence of a region is thin.
    few: float = 5.0
    #: Years over which growth is measured, and the last years left out because publication lags.
    growth_years: int = 10
    lag_years: int = 2

    # Partners: the three parts of the score (each 0–1, the best candidate 1), and what distance takes from it.
    complement: float = 0.45
    relatedness: float = 0.30
    closeness: float = 0.25
    #: Need of a segment that is a neighbour of one's own, of the segment asked for, of another in the same chain.
    need_asked: float = 1.0
    need_neighbour: float = 1.0
    need_same_chain: float = 0.25
    #: Return of the walk, as in PageRank.
    alpha: float = 0.85
    #: What working in a segment counts for without patents there, where a patent or an advantage counts 1.
    works_there: float = 0.1
    #: Factor on the score of a partner wholly abroad: patents are put to use where people can meet.
    abroad: float = 0.3

    # Texts mapped to segments: how likely an edge by text must be, different examples by rule that a segment must have
    # to be learnt, and the most of a segment, and of those in none, that are learnt from.
    text_probability: float = 0.8
    text_examples: int = 30
    text_most: int = 1000
    text_none: int = 4000

    # Teams.
    team_members: int = 2
    team_patents: int = 2
    #: Years after which a patent ties its inventors half as much.
    team_half_life: float = 5.0
    #: Inventors among whom the chance of meeting is reckoned, of which the steadiest is taken; the samples that tell,
    #: and the inventors they are drawn from at most.
    team_scales: tuple[float, ...] = (300.0, 100.0, 50.0, 30.0)
    team_samples: int = 5
    team_sample: int = 50_000
    #: Share of a team's patents (counted 1/n) from which an organisation is a home of the team; part of the leader's
    #: patents from which a member is of the core.
    team_home: float = 0.25
    team_core: float = 0.25
    #: Share of an inventor's joint work that is with another, from which the two work closely together.
    team_close: float = 0.33
    #: Years of a window in which a team is followed, years between the starts of two, and the overlap (Jaccard) of
    #: members from which a team of one is that of the other.
    team_window: int = 5
    team_step: int = 2
    team_overlap: float = 0.3
    seed: int = 20250101

    def as_record(self) -> dict[str, float | int | str | tuple[float, ...]]:
        """Name and value of each setting, for answers."""
        return asdict(self)


DEFAULT = Thresholds()
