"""The analysis function, the command line, the API and a cell of a notebook give the same records, whole."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import nbformat
import pytest
from commands.run import Done, environment, ipgraph
from fastapi.testclient import TestClient
from nbclient import NotebookClient

from ipgraph.analysis import Change, advice, compare, gap_board, records, what_if
from ipgraph.app import create_app
from ipgraph.projection import load_projection
from ipgraph.store import open_store

CHAIN, REGION = "锂电池", "山东省"
CHANGES = [Change("remove", "宁德时代"), Change("file", "山东大学", "聚丙烯隔膜", 3)]
CELL = f"""
import json
from datetime import date
from ipgraph.analysis import Change, advice, compare, gap_board, records, what_if
from ipgraph.projection import load_projection
from ipgraph.settings import Settings
from ipgraph.store import open_store

settings = Settings.from_environment()
store = open_store(settings.store, settings.home, settings.user, settings.password)
graph = load_projection(store, settings.home)
print(json.dumps({{
    "gaps": records(gap_board(graph, {CHAIN!r}, {REGION!r})), "advise": records(advice(graph, {CHAIN!r}, {REGION!r})),
    "whatif": records(what_if(graph, {CHAIN!r}, {CHANGES!r}, {REGION!r})),
    "compare": compare(graph, {CHAIN!r}, date(2010, 12, 31), date(2020, 12, 31), {REGION!r}).as_record(),
}}))
store.close()
"""


@pytest.fixture(scope="module")
def told(demo: Done, demo_home: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the functions give, and what the API answers."""
    store = open_store("embedded", demo_home)
    graph = load_projection(store, demo_home)
    direct = {
        "gaps": records(gap_board(graph, CHAIN, REGION)), "advise": records(advice(graph, CHAIN, REGION)),
        "whatif": records(what_if(graph, CHAIN, CHANGES, REGION)),
        "compare": compare(graph, CHAIN, date(2010, 12, 31), date(2020, 12, 31), REGION).as_record(),
    }
    body = {"region": REGION, "changes": [
        {"do": one.do, "what": one.what, "to": one.to, "count": one.count} for one in CHANGES]}
    at, query = f"/api/v1/chains/{CHAIN}", {"region": REGION}
    with TestClient(create_app(store, demo_home)) as client:
        whole = client.get(f"{at}/compare", params={"from": "2010", "to": "2020", **query}).json()
        served = {
            "gaps": client.get(f"{at}/gaps", params=query).json()["gaps"],
            "advise": client.get(f"{at}/advice", params=query).json()["actions"],
            "whatif": client.post(f"{at}/whatif", json=body).json()["moves"],
            "compare": {key: whole[key] for key in direct["compare"]},
        }
    store.close()
    return direct, served


def test_the_api_gives_what_the_functions_give(told: tuple[dict[str, Any], dict[str, Any]]) -> None:
    direct, served = told
    assert all(direct.values())
    assert served == direct


def test_the_command_line_gives_what_the_functions_give(told: tuple[dict[str, Any], Any], demo_home: Path) -> None:
    direct, _ = told
    words = {
        "gaps": (), "advise": (), "compare": ("--from", "2010", "--to", "2020"),
        "whatif": ("remove:宁德时代", "file:山东大学=聚丙烯隔膜*3"),
    }
    for command, more in words.items():
        done = ipgraph(command, CHAIN, *more, "--region", REGION, "--json", home=demo_home)
        assert done.json == direct[command], command


def test_a_cell_of_a_notebook_gives_what_the_functions_give(told: tuple[dict[str, Any], Any], demo_home: Path) -> None:
    direct, _ = told
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    NotebookClient(notebook, timeout=300).execute(env=environment(IPGRAPH_HOME=str(demo_home)))
    [cell] = notebook.cells
    assert json.loads(cell.outputs[0]["text"]) == direct
