"""The real service on a free port of 127.0.0.1, and Chromium looking at it.

Every page is watched: a message on the console that is an error, an exception in the page, or a request that would
leave 127.0.0.1 fails the test that made it. Each test leaves a screenshot in artefacts/browser/.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest
import uvicorn
from factory import bundle_of, linked, small_edges, small_nodes
from playwright.sync_api import Browser, Page, sync_playwright

from ipgraph.app import create_app
from ipgraph.store import Store

ARTEFACTS = Path(__file__).parents[2] / "artefacts" / "browser"
CHROMIUM = os.environ.get("IPGRAPH_CHROMIUM", "/usr/bin/chromium")
#: An office laptop.
SCREEN = {"width": 1366, "height": 768}

Open = Callable[..., Page]


@contextmanager
def serving(store: Store, home: Path) -> Iterator[str]:
    """Where the service over a store answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(store, home), host="127.0.0.1", port=port,
                                           log_level="warning"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    until = monotonic() + 30
    while not server.started:
        assert monotonic() < until, "the service did not start"
        sleep(0.02)
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def address(embedded_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the service over the small bundle answers."""
    with serving(embedded_store, tmp_path_factory.mktemp("browser")) as address:
        yield address


@pytest.fixture
def two_chains(empty_embedded: Store, tmp_path: Path) -> Iterator[str]:
    """The same with a second chain, of one segment, where a text placed a patent."""
    nodes, edges = small_nodes(), small_edges()
    nodes["Chain"].append({"id": "test:光伏", "name": "光伏"})
    nodes["Segment"].append({"id": "t1", "name": "硅料", "stage": "upstream"})
    edges["PART_OF.Segment.Chain"] += linked([("t1", "test:光伏")])
    edges["SERVES.Patent.Segment"] += linked([("CN101000003B", "t1")], score=0.8374, basis="text", words=["硅料"])
    empty_embedded.publish(bundle_of(tmp_path / "bundle", nodes, edges))
    with serving(empty_embedded, tmp_path) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens the explorer at a query string and waits for its map; watches what the page does."""
    faults: list[str] = []
    context = browser.new_context(viewport=SCREEN, locale="zh-CN")
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: faults.append(f"request to {asked.url}")
            if urlsplit(asked.url).hostname not in ("127.0.0.1", None) else None)

    def go(query: str = "", wait: str = ".card") -> Page:
        page.goto(address + query)
        page.wait_for_selector(wait)
        return page

    yield go
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{request.node.name}.png")
    context.close()
    assert faults == []
