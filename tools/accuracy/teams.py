"""Teams: whether they stay, file together afterwards, and tell who invented what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.accuracy.table import interval, table

GROUPS = {"teams": "team", "home": "everyone of the home", "part": "everyone connected",
          "coinventors": "all co-inventors"}


TOLD_BY = {"teams": GROUPS["teams"], "close": "close colleagues", **GROUPS}


def section(results: Mapping[str, Any]) -> str:
    parts = ["## Teams\n", INTRODUCTION]
    for name, result in results.items():
        parts.append(f"### {name}: scale {result['scale']:.0f} inventors\n")
        steady = [(f"{one['scale']:.0f}", one["kappa"]) for one in result["steady"]]
        parts.append(table(["scale", "Fleiss' kappa"], steady))
        parts += ["", windows(result["windows"]), cohesion(result["cohesion"]), left_out(result["left_out"])]
    return "\n".join(parts)


def windows(part: Mapping[str, Any]) -> str:
    if part["too_few"]:
        return few("From one window to the next", part)
    return (f"From one window of five years to the next ({part['cases']:,} teams with a member who files again): "
            f"{part['kept']:.3f} {interval(part['kept_ci'])} are found again, overlap of members {part['overlap']:.3f} "
            f"{interval(part['overlap_ci'])}.\n")


def cohesion(part: Mapping[str, Any]) -> str:
    if part["too_few"]:
        return few("Filing together after the cut", part)
    rows = [(said, part[name]["rate"], interval(part[name]["ci"]), interval(part[name].get("difference_ci")))
            for name, said in GROUPS.items()]
    cuts = ", ".join(str(cut) for cut in part["cuts"])
    return "\n".join([
        f"Pairs of a group's active inventors who invent together in the two years after the cut ({part['cases']:,} "
        f"teams, cuts {cuts}):\n", table(["group", "share", "95 %", "teams less it"], rows), ""])


def left_out(part: Mapping[str, Any]) -> str:
    if part["too_few"]:
        return few("Inventors of patents left out", part)
    figures = ("precision", "recall", "f1")
    rows = [(said, *(part[name][figure] for figure in figures), interval(part[name]["ci"]),
             interval(part[name].get("difference_ci")), interval(part[name].get("close_difference_ci")))
            for name, said in TOLD_BY.items()]
    return "\n".join([
        f"The other inventors of a patent left out, told by the group of the first ({part['cases']:,} patents):\n",
        table(["group", "precision", "recall", "F1", "F1, 95 %", "teams less it", "close less it"], rows), ""])


def few(what: str, part: Mapping[str, Any]) -> str:
    return f"{what}: too few to tell, {part['cases']} cases.\n"


INTRODUCTION = """Nothing was tuned on these sets: half-life and thresholds were set beforehand, and the scale is the
steadiest of four on what is loaded. A third as the share from which colleagues are close follows from how F1 is
reckoned, and was looked at on taian, patsnap, cnipr and cnipa_search alone (129 patents), which are part of *all*.
Groups other than teams and close colleagues are what a user could look at without them. A team is a cut, the same for
all its members; close colleagues are those of one inventor, so they tell better with whom that one will file.
"""
