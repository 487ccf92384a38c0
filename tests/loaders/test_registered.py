"""The loaders of the project and their registration say the same."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from ipgraph.sources import Loader
from ipgraph.sources.sheet import normal
from ipgraph_loaders import LOADERS

PYPROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))


def test_every_loader_is_an_entry_point_by_its_name() -> None:
    registered = {}
    for name, target in PYPROJECT["project"]["entry-points"]["ipgraph.loaders"].items():
        module, _, value = target.partition(":")
        registered[name] = getattr(import_module(module), value)
    assert registered == {loader.layout: loader for loader in LOADERS}


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.layout)
def test_a_layout_spells_no_heading_twice(loader: Loader) -> None:
    for part in loader.parts:
        headings = [heading if isinstance(heading, str) else heading[0] for heading in (*part.required, *part.optional)]
        assert len({normal(heading) for heading in headings}) == len(headings)
