from __future__ import annotations

from pathlib import Path

import pytest

from ipgraph.bundle import Workspace
from ipgraph.commands.load import load
from ipgraph.commands.sources import sources, withdraw
from ipgraph.errors import NotFound, WorkspaceError
from ipgraph.settings import Settings

PATENTS = "publication_number,title,applicants,filed_on,ipc\n"


def test_what_is_withdrawn_is_gone_and_the_rest_is_as_if_loaded_alone(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", language="en")
    space = Workspace(settings.home)
    for name, number in (("一.csv", "CN112345678A"), ("二.csv", "CN112345679A")):
        (tmp_path / name).write_text(f"{PATENTS}{number},电池,甲公司,2020-01-01,H01M10/0525\n", "utf-8")
    load(settings, [tmp_path / "一.csv"], as_of="2024-01-01")
    alone = space.current().version
    load(settings, [tmp_path / "二.csv"], as_of="2024-01-01")
    assert [(row["source"], row["read"], row["shipped"]) for row in sources(settings)] == [
        ("一.csv", 1, False), ("二.csv", 1, False)]
    with pytest.raises(NotFound, match=r"二\.csv"):
        withdraw(settings, ["一.csv", "二.cvs"])
    assert len(sources(settings)) == 2
    assert withdraw(settings, ["二.csv"]) == {"withdrawn": ["二.csv"], "version": alone}
    assert space.current().nodes("Patent")["id"].to_pylist() == ["CN112345678A"]
    assert withdraw(settings, ["一.csv"])["version"] is None
    with pytest.raises(WorkspaceError, match="run `ipgraph load` first"):
        space.current()
