"""The explorer's built files: the page asked for anew, its named assets kept for a year."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

import ipgraph.explorer

#: Where Vite leaves the page; the wheel carries it.
DIST = Path(ipgraph.explorer.__file__).parent / "web" / "dist"
#: Vite names assets by their content, so a name never changes its meaning.
FOREVER = "public, max-age=31536000, immutable"


class ExplorerFiles(StaticFiles):
    """Files of the build with the right caching."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if path.startswith("assets/") and response.status_code in (200, 304):
            response.headers["cache-control"] = FOREVER
        return response


def unbuilt() -> PlainTextResponse:
    """Said in place of the page where the build is missing."""
    told = "探索页面尚未构建，请运行 make install。\nThe explorer is not built: run make install.\n"
    return PlainTextResponse(told, 503)
