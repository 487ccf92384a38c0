"""Writes the golden OpenAPI document and the explorer's TypeScript types: python -m service.generate, in tests/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from service.typescript import interfaces

from ipgraph.app import create_app
from ipgraph.store import open_store

GOLDEN = Path(__file__).parent / "golden" / "openapi.json"
TYPES = Path(__file__).parents[2] / "src" / "ipgraph" / "explorer" / "web" / "src" / "api" / "types.ts"


def openapi() -> dict[str, Any]:
    """The document of the API; nothing is read from the store for it."""
    return app(Path()).openapi()


def app(home: Path) -> FastAPI:
    return create_app(open_store("embedded", home, create=True), home)


def written() -> dict[Path, str]:
    """Each generated file and what belongs in it."""
    document = openapi()
    return {GOLDEN: json.dumps(document, ensure_ascii=False, indent=1) + "\n", TYPES: interfaces(document)}


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
