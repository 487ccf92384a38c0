"""Every template that is registered loads as it is, with nothing refused and nothing unknown."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from ipgraph.sources import take_in

PYPROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
TEMPLATES: dict[str, str] = PYPROJECT["project"]["entry-points"]["ipgraph.templates"]
#: Layout and rows by draft of each template.
EXPECTED = {
    "chain": ("chain_workbook", {"chains": 1, "segments": 4, "feeds": 2, "rules": 4, "organisations": 1,
    "operates": 2}),
    "convertible": ("convertible_list", {"listings": 1, "patents": 1}),
    "deals": ("ipgraph_deals", {"deals": 1, "patents": 1}),
    "demands": ("demand_list", {"demands": 1}),
    "enterprises": ("enterprise_list", {"organisations": 1, "subsidiaries": 1}),
    "evaluations": ("evaluation_list", {"evaluations": 1, "patents": 1}),
    "groups": ("group_list", {"organisations": 1, "subsidiaries": 1}),
    "open_licences": ("open_licence_list", {"listings": 1, "patents": 1}),
    "patents": ("ipgraph_patents", {"patents": 1}),
    "pool": ("ipgraph_pool", {"pools": 1, "pool_patents": 1}),
}


def writer(name: str) -> Callable[[Path], None]:
    module, _, function = TEMPLATES[name].partition(":")
    write: Callable[[Path], None] = getattr(import_module(module), function)
    return write


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_example_loads_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.xlsx"
    writer(name)(path)
    intake = take_in(path, tmp_path / "spool")
    drafts = {draft: intake.table(draft).num_rows for draft in intake.drafts if draft != "refused"}
    assert (intake.layout, drafts) == EXPECTED[name]
    assert (intake.unknown, intake.table("refused").num_rows) == ((), 0)


@pytest.mark.parametrize("name", TEMPLATES)
def test_headings_and_notes_are_there_in_both_languages(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.xlsx"
    writer(name)(path)
    book = CalamineWorkbook.from_path(path)
    notes = book.get_sheet_by_name("说明 Notes").to_python()
    assert all(any(ord(c) > 0x4E00 for c in str(zh)) and str(en).strip() for zh, en in notes)
    assert "\n" in str(book.get_sheet_by_index(0).to_python()[0][0])


def test_the_example_enterprise_has_its_flags(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    writer("enterprises")(path)
    (row,) = take_in(path, tmp_path / "spool").table("organisations").to_pylist()
    assert (row["uscc"], row["flags"], row["region"]) == ("91370900MA3C00001T", ["小巨人", "高新", "样板企业"],
    "山东省泰安市")
