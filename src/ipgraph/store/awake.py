"""Waiting for the server of an installation, and starting it where nobody has."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable

from ipgraph.errors import Refused, StoreError
from ipgraph.store.installation import Installation, last_words
from ipgraph.store.neo4j import Neo4jStore

Connect = Callable[[], Neo4jStore]
#: Seconds for a server to answer; on two busy cores it took up to 40.
PATIENCE = 300
#: Seconds for the database to answer once Bolt does; Neo4j opens Bolt last, so one that is not ready then has failed.
SETTLE = 5
#: Starts tried: a port may be taken for a moment, or another start may have been under way.
TRIES = 3
PAUSE = 0.25


class NotUp(StoreError):
    """The server, or the database in it, does not start."""


def answering(place: Installation, connect: Connect) -> Neo4jStore | None:
    """The store of the server that is at work, waited for where it is on its way up; None where there is none."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return connect()
        except StoreError as fault:
            if not place.at_work():
                return None
            if isinstance(fault, Refused) or time.monotonic() > end:
                raise
        time.sleep(PAUSE)


def awake(place: Installation, connect: Connect) -> Neo4jStore:
    """The store of the running server, started where it is not. NotUp with its last words where that fails.

    Who starts it does not matter: this command, a killed one before it, or a service manager. A start is tried again
    only when no process is left that could still come up.
    """
    log, end = place.data / "ipgraph" / "start.log", time.monotonic() + PATIENCE
    child: subprocess.Popen[bytes] | None = None
    tries = 0
    while True:
        try:
            return ready(connect())
        except StoreError as fault:
            if isinstance(fault, (NotUp, Refused)):
                raise
            said = fault
        if time.monotonic() > end:
            raise NotUp(str(said), said.zh)
        if (child is None or child.poll() is not None) and not place.at_work():
            if tries == TRIES:
                words = last_words(log.read_text("utf-8", errors="replace"))
                raise NotUp(f"Neo4j does not start: {words}", f"Neo4j 无法启动：{words}")
            tries += 1
            child = place.launch(log)
        elif child is not None and child.poll() == 0:
            end = min(end, time.monotonic() + 4 * SETTLE)  # it is up, so the address must answer
            child = None
        time.sleep(PAUSE)


def ready(store: Neo4jStore) -> Neo4jStore:
    """The store once its database answers too."""
    end = time.monotonic() + SETTLE
    while True:
        try:
            store.run("RETURN 1", {})
            return store
        except StoreError as fault:
            if time.monotonic() > end:
                store.close()
                raise NotUp(str(fault), fault.zh) from fault
        time.sleep(PAUSE)
