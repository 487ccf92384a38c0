"""The service put together: API and explorer in one process."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.middleware.trustedhost import TrustedHostMiddleware

from ipgraph.service.problems import HANDLERS, PROBLEMS
from ipgraph.service.routes import AT_ROOT, ROUTERS
from ipgraph.service.security import BodyLimit, SecurityHeaders
from ipgraph.service.source import Source
from ipgraph.service.static import DIST, ExplorerFiles, unbuilt
from ipgraph.settings import Settings
from ipgraph.store import Store, open_store

PREFIX = "/api/v1"


#: Names by which a browser on this machine reaches the service. Another name that leads here is somebody's attempt to
#: read it through a page of theirs (DNS rebinding).
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def create_app(store: Store, home: Path, hosts: Sequence[str] = ("*",)) -> FastAPI:
    """The app over an open store; `home` keeps the cached projection. The store stays the caller's to close.

    `hosts` are the names that requests may be addressed to, "*" for any.
    """
    source = Source(store, home)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        source.warm()
        yield
        source.rest()

    # No /docs page: FastAPI's loads its scripts from elsewhere. The document itself is at /api/v1/openapi.json.
    app = FastAPI(title="ipgraph", version="1", summary="产业链专利图谱", lifespan=lifespan, docs_url=None,
                  redoc_url=None, openapi_url=f"{PREFIX}/openapi.json")
    app.state.source = source
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(BodyLimit)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    for error, handler in HANDLERS.items():
        app.add_exception_handler(error, handler)
    for router in ROUTERS:
        app.include_router(router, prefix=PREFIX, responses=PROBLEMS)
    for router in AT_ROOT:
        app.include_router(router, include_in_schema=False)
    if (DIST / "index.html").is_file():
        app.mount("/", ExplorerFiles(directory=DIST, html=True), name="explorer")
    else:
        app.add_api_route("/", unbuilt, include_in_schema=False)
    return app


def app_from_environment() -> FastAPI:
    """For servers that start several processes, each with a store of its own: settings come from the environment.

    IPGRAPH_HOSTS lists the names that requests may be addressed to, by default those of this machine.
    """
    settings = Settings.from_environment()
    store = open_store(settings.store, settings.home, settings.user, settings.password, create=True)
    return create_app(store, settings.home, os.environ.get("IPGRAPH_HOSTS", ",".join(LOOPBACK)).split(","))
