"""`ipgraph serve`: API and explorer on one port of this machine, unless asked otherwise."""

from __future__ import annotations

import os
import signal
import socket

import uvicorn

from ipgraph.app import LOOPBACK
from ipgraph.commands import say
from ipgraph.commands.texts import say as text
from ipgraph.errors import UsageError
from ipgraph.settings import Settings


def serve(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until stopped. Workers are processes that read the same settings from the environment. Raises UsageError
    where nothing can listen there."""
    free(host, port)
    os.environ |= {
        "IPGRAPH_HOME": str(settings.home), "IPGRAPH_STORE": settings.store, "IPGRAPH_LANG": settings.language}
    if host not in LOOPBACK:
        # Who listens for others is reached by names that only they know; IPGRAPH_HOSTS narrows it.
        os.environ.setdefault("IPGRAPH_HOSTS", "*")
    signal.signal(signal.SIGINT, signal.default_int_handler)
    say.aside(text("serving", settings.language, f"http://{host}:{port}"))
    uvicorn.run(
        "ipgraph.app:app_from_environment", factory=True, host=host, port=port, workers=workers, log_level="warning")


def free(host: str, port: int) -> None:
    """Refuse an address that is taken before anyone is told to open it."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as fault:
        raise UsageError(f"cannot listen on {host}:{port} ({fault.strerror}): choose another with --host or --port",
                         f"无法监听 {host}:{port}（{fault.strerror}）：请用 --host 或 --port 另选") from fault
