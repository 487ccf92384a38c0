"""The API's document is the golden one, and the explorer's types are made from it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from service.generate import GOLDEN, TYPES, openapi, written


@pytest.mark.parametrize("path", [GOLDEN, TYPES], ids=["openapi", "typescript"])
def test_generated_files_are_up_to_date(path) -> None:  # python -m service.generate, in tests/, writes them
    assert path.read_text(encoding="utf-8") == written()[path]


def test_every_answer_with_figures_is_stamped() -> None:
    document = openapi()
    schemas = document["components"]["schemas"]
    for path, methods in document["paths"].items():
        # A report is a file, which says its version and day on its first page.
        if path.rsplit("/", 1)[-1] in {"healthz", "readyz", "legend", "report"}:
            continue
        for method in methods.values():
            name = method["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[-1]
            assert {"version", "as_of"} <= set(schemas[name]["required"]), path


def test_every_address_stands_in_the_page_about_the_api() -> None:
    page = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
    post = r" \(POST\)"
    for path, methods in openapi()["paths"].items():
        for method in methods:
            told = rf"`{re.escape(path.removeprefix('/api/v1'))}(\?[^`]*)?`{post if method == 'post' else ''}"
            assert re.search(told, page), f"{method} {path}"
