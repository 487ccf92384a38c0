"""`ipgraph serve`: API and explorer on one port of this machine, unless asked otherwise."""

from __future__ import annotations

import os
import signal

import uvicorn

from ipgraph.app import LOOPBACK
from ipgraph.commands import say
from ipgraph.commands.texts import say as text
from ipgraph.settings import Settings


def serve(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until stopped. Workers are processes that read the same settings from the environment."""
    os.environ |= {
        "IPGRAPH_HOME": str(settings.home), "IPGRAPH_STORE": settings.store, "IPGRAPH_LANG": settings.language}
    if host not in LOOPBACK:
        # Who listens for others is reached by names that only they know; IPGRAPH_HOSTS narrows it.
        os.environ.setdefault("IPGRAPH_HOSTS", "*")
    signal.signal(signal.SIGINT, signal.default_int_handler)
    say.aside(text("serving", settings.language, f"http://{host}:{port}"))
    uvicorn.run(
        "ipgraph.app:app_from_environment", factory=True, host=host, port=port, workers=workers, log_level="warning")
