"""Where a technology stands in its life: the ratios of inventions, utility models and designs, and a logistic curve."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["Growth", "Logistic", "growth", "logistic"]

Floats = NDArray[np.float64]

#: Years that a curve needs, and how far its ceiling may lie above what was seen.
LEAST_YEARS, FARTHEST = 8, 10.0


@dataclass(frozen=True)
class Growth:
    """v (growth), alpha (maturity), beta (ageing) and N (new technology) of one year; None where a sum is 0."""

    v: float | None
    alpha: float | None
    beta: float | None
    n: float | None


def growth(inventions: float, five_years: float, utilities: float, designs: float) -> Growth:
    """v = a/A, α = a/(a + b), β = (a + b)/(a + b + c), N = √(v² + α²), each 0–1 but N.

    a inventions of the year, A inventions of the last five years with it, b utility models, c designs. Rising v means
    growth, falling α maturity, falling β ageing. The ratios common in Chinese patent analysis; definitions follow from
    the names of their parts: shares of a whole.

    >>> found = growth(120, 480, 60, 20)
    >>> found.v, round(found.alpha, 6), found.beta, round(found.n, 6)
    (0.25, 0.666667, 0.9, 0.712)
    """
    v = inventions / five_years if five_years > 0 else None
    alpha = inventions / (inventions + utilities) if inventions + utilities > 0 else None
    whole = inventions + utilities + designs
    beta = (inventions + utilities) / whole if whole > 0 else None
    return Growth(v, alpha, beta, None if v is None or alpha is None else float(np.hypot(v, alpha)))


@dataclass(frozen=True)
class Logistic:
    """y = K / (1 + exp(−k (t − t0))): ceiling, rate a year, year of the half, and years from 10 to 90 % of K."""

    ceiling: float
    rate: float
    middle: float
    years: float

    def stage(self, year: float) -> str:
        """emerging below 10 % of K, growing to 50 %, mature to 90 %, then saturated."""
        share = 1 / (1 + np.exp(-self.rate * (year - self.middle)))
        passed = int(np.searchsorted([0.1, 0.5, 0.9], share, side="right"))
        return ("emerging", "growing", "mature", "saturated")[passed]


def logistic(years: ArrayLike, cumulated: ArrayLike) -> Logistic | str:
    """The logistic curve through cumulated counts, or the reason why there is none worth telling.

    Reasons: "few-years" with fewer than 8 points, "no-growth" where nothing rises, "no-fit" where the least squares do
    not settle, "far-ceiling" where K > 10 × the last count. T(10→90 %) = ln 81 / k.

    >>> t = np.arange(2000, 2020)
    >>> found = logistic(t, 1000 / (1 + np.exp(-0.5 * (t - 2010))))
    >>> round(found.ceiling), round(found.rate, 3), round(found.middle), round(found.years, 3), found.stage(2012)
    (1000, 0.5, 2010, 8.789, 'mature')
    """
    from scipy.optimize import curve_fit  # half of scipy comes along

    t, y = np.asarray(years, dtype=float), np.asarray(cumulated, dtype=float)
    if len(t) < LEAST_YEARS:
        return "few-years"
    if y[-1] <= y[0]:
        return "no-growth"
    half = float(t[np.searchsorted(y, y[-1] / 2)])
    try:
        # Scaled to the last count and to the first year, so that all three unknowns are near 1.
        # The ceiling is held, because that of pure growth runs away.
        found, _ = curve_fit(
            curve, t - t[0], y / y[-1], p0=(1.2, 4 / (t[-1] - t[0]), half - t[0]), max_nfev=5000,
            bounds=((0, 0, -np.inf), (2 * FARTHEST, np.inf, np.inf)))
    except RuntimeError:
        return "no-fit"
    ceiling, rate, middle = (float(value) for value in found)
    if ceiling > FARTHEST:
        return "far-ceiling"
    return Logistic(ceiling * y[-1], rate, middle + t[0], float(np.log(81) / rate))


def curve(t: Floats, ceiling: float, rate: float, middle: float) -> Floats:
    return np.asarray(ceiling / (1 + np.exp(-np.clip(rate * (t - middle), -700, 700))))
