"""What a user installs: sdist → wheel → an empty environment, compared with the checkout.

The environment sees the packages of the running one through a .pth file, whose path lines are not followed further,
so the editable ipgraph of the running environment stays out of reach.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

REPOSITORY = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
SAMPLE_LIMIT = 3_000_000  # bytes
WEB = "ipgraph/explorer/web/"


def run(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the unpacked sdist, as an installer that finds only an sdist would."""
    folder = tmp_path_factory.mktemp("packaging")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=REPOSITORY)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder,
        cwd=folder / sdist.name.removesuffix(".tar.gz"))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def members(wheel: Path) -> dict[str, int]:
    """Size of each file in the wheel."""
    with ZipFile(wheel) as archive:
        return {info.filename: info.file_size for info in archive.infolist()}


@pytest.fixture(scope="module")
def python(wheel: Path) -> Path:
    """The interpreter of an environment that holds the wheel alone."""
    home = wheel.parent / "empty"
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel, cwd=home)
    site = Path(run(python, "-Ic", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    (site / "running.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


def ask(python: Path, code: str) -> Any:
    """What the code prints as JSON, run in the environment of the wheel and away from the checkout."""
    return json.loads(run(python, "-Ic", code, cwd=python.parent))


def test_the_packages_are_those_of_the_wheel(python: Path) -> None:
    code = "import json, ipgraph, ipgraph_loaders as l; print(json.dumps([*ipgraph.__path__, *l.__path__]))"
    homes = {Path(path) for path in ask(python, code)}
    assert all(path.is_relative_to(python.parents[1]) for path in homes)


def test_statements_are_those_of_the_folder(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        packed = {
            name.removeprefix("ipgraph/cypher/"): archive.read(name)
            for name in archive.namelist() if name.startswith("ipgraph/cypher/")
        }
    folder = REPOSITORY / "cypher"
    assert packed == {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_the_catalogue_is_that_of_the_folder(python: Path) -> None:
    code = (
        "import json; from ipgraph.store.queries import ENGINES, catalogue;"
        "print(json.dumps({name: sorted(catalogue(name)) for name in ENGINES}))"
    )
    folder = REPOSITORY / "cypher"
    stems = [
        (f"{path.parent.relative_to(folder).as_posix()}/{path.name.split('.')[0]}", path.name.split(".")[1])
        for path in folder.rglob("*.cypher") if path.parent.name != "schema"
    ]
    expected = {
        engine: sorted(name for name, variant in stems if variant in ("cypher", engine))
        for engine in ("embedded", "neo4j")
    }
    assert ask(python, code) == expected
    assert expected["embedded"]


def test_every_loader_loads(python: Path) -> None:
    code = (
        "import json; from importlib.metadata import entry_points;"
        "print(json.dumps({e.name: e.load().layout for e in entry_points(group='ipgraph.loaders')}))"
    )
    declared: dict[str, str] = PROJECT["entry-points"]["ipgraph.loaders"]
    assert ask(python, code) == {name: name for name in declared}


def test_the_command_starts(python: Path) -> None:
    assert "demo" in run(python.with_name("ipgraph"), "--help", cwd=python.parent)


def test_the_explorer_is_built_in(wheel: Path, members: dict[str, int]) -> None:
    with ZipFile(wheel) as archive:
        page = archive.read(WEB + "dist/index.html").decode("utf-8")
    assets = re.findall(r'(?:src|href)="\./([^"]+)"', page)
    assert any(asset.endswith(".js") for asset in assets)
    assert {WEB + "dist/" + asset for asset in assets} <= set(members)
    assert [name for name in members if name.startswith(WEB) and not name.startswith(WEB + "dist/")] == []


def test_the_sample_is_small(members: dict[str, int]) -> None:
    sizes = [size for name, size in members.items() if name.startswith("ipgraph/sample/")]
    assert 0 < sum(sizes) <= SAMPLE_LIMIT


def test_the_licence_is_there(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/licenses/LICENSE"))
        assert archive.read(name) == (REPOSITORY / "LICENSE").read_bytes()


def test_nothing_else_is_packed(members: dict[str, int]) -> None:
    tops = {name.partition("/")[0] for name in members}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"ipgraph", "ipgraph_loaders"}
