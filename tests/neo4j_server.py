"""A real Neo4j Community server on loopback, from the jars of Maven Central, without Docker.

`PYTHONPATH=src python tests/neo4j_server.py` starts one by hand and prints its address until interrupted.
"""

from __future__ import annotations

import os
import random
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from ipgraph.store import Store, open_store
from ipgraph.store.installation import OPENS, Installation

POM = Path(__file__).parent / "neo4j" / "pom.xml"
LIB = Path(__file__).parents[1] / ".neo4j" / "lib"
#: Starting took 11 to 17 s on two cores; a loaded machine takes longer.
PATIENCE = 180


@dataclass(frozen=True)
class Server:
    """Where a running server listens, and who may enter."""

    address: str
    user: str
    password: str


@contextmanager
def neo4j_server(pages: str = "128m", plugins: Path | None = None, heap: str = "1g") -> Iterator[Server]:
    """A server of our own in a temporary home, gone afterwards.

    IPGRAPH_TEST_NEO4J=bolt://user:password@host:port names another to use instead: tests empty its database.
    `pages` is the memory that holds parts of the store, `heap` the most that the rest may have; `plugins` a folder
    of jars with procedures of their own.
    """
    if given := os.environ.get("IPGRAPH_TEST_NEO4J"):
        yield named(given)
        return
    jars = fetched()
    with tempfile.TemporaryDirectory(prefix="ipgraph-neo4j-", ignore_cleanup_errors=True) as folder:
        server = Server(f"bolt://127.0.0.1:{free_port()}", "neo4j", secrets.token_hex(12))
        home = configured(Path(folder), server, pages)
        paths = [f"{jars}/*"]
        if plugins is not None:
            paths.append(f"{plugins}/*")
            with (home / "conf" / "neo4j.conf").open("a", encoding="utf-8") as conf:
                conf.write(f"server.directories.plugins={plugins}\ndbms.security.procedures.unrestricted=*\n"
                           f"server.directories.import={plugins}\n")
        java = ["java", "-Xms256m", f"-Xmx{heap}", "-XX:+UseParallelGC", *OPENS, "-cp", os.pathsep.join(paths)]
        where = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        subprocess.run(
            [*java, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", server.password],
            env=where, check=True, capture_output=True,
        )
        with (home / "console.log").open("w") as log:
            process = subprocess.Popen(
                [*tied_to_us(), *java, "org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}",
                 f"--config-dir={home / 'conf'}"],
                env=where, stdout=log, stderr=subprocess.STDOUT,
            )
        try:
            wait(server, process, home / "console.log")
            yield server
        finally:
            process.terminate()
            process.wait(60)


@contextmanager
def installed(home: Path) -> Iterator[tuple[Path, Server]]:
    """An installation without a running server, as bulk imports take it; what they started is stopped afterwards."""
    server = Server(f"bolt://127.0.0.1:{free_port()}", "neo4j", secrets.token_hex(12))
    configured(home, server, "256m")
    with (home / "conf" / "neo4j.conf").open("a", encoding="utf-8") as conf:
        conf.write("server.memory.heap.initial_size=256m\nserver.memory.heap.max_size=1g\n")
    (home / "lib").symlink_to(fetched(), target_is_directory=True)
    place = Installation.at(home)
    place.run("neo4j-admin", ["dbms", "set-initial-password", server.password])
    try:
        yield home, server
    finally:
        if place.runs():
            place.run("neo4j", ["stop"])


def tied_to_us() -> list[str]:
    """Where Linux offers it, a prefix that ends the server with us even when we are killed."""
    return ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []


def open_neo4j(server: Server, home: Path) -> Store:
    """The store of a running server; `home` remembers what was published there."""
    return open_store(server.address, home, server.user, server.password)


def named(address: str) -> Server:
    """The server of bolt://user:password@host:port."""
    scheme, _, rest = address.partition("://")
    who, _, host = rest.rpartition("@")
    user, _, password = who.partition(":")
    return Server(f"{scheme}://{host}", user or "neo4j", password)


def fetched() -> Path:
    """The folder of jars, filled through Maven when it is not there."""
    if not list(LIB.glob("neo4j-server-*.jar")):
        subprocess.run(
            ["mvn", "-q", "-B", "dependency:copy-dependencies", "-f", str(POM), f"-DoutputDirectory={LIB}"], check=True
        )
    return LIB


def configured(home: Path, server: Server, pages: str = "128m") -> Path:
    """Write the configuration: loopback only, small caches, no report of usage."""
    (home / "conf").mkdir(parents=True)
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": server.address.removeprefix("bolt://"),
        "server.bolt.advertised_address": server.address.removeprefix("bolt://"),
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "server.memory.pagecache.size": pages,
        "db.tx_log.rotation.size": "16m",
        "db.tx_log.rotation.retention_policy": "keep_none",
        "db.tx_log.preallocate": "false",
        "dbms.usage_report.enabled": "false",
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",  # it would stop in ten seconds instead of one
    }
    lines = [f"{name}={value}\n" for name, value in settings.items()]
    (home / "conf" / "neo4j.conf").write_text("".join(lines), "utf-8")
    return home


def free_port() -> int:
    """A port that nobody listens on, below those that systems give to outgoing connections: one of these may be taken
    while the server that listened there is stopped."""
    while True:
        port = random.SystemRandom().randrange(10_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return once Bolt answers; show the server's own words when it ends or stays silent."""
    end = time.monotonic() + PATIENCE
    with GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver:
        while process.poll() is None and time.monotonic() < end:
            try:
                driver.verify_connectivity()
                return
            except (DriverError, Neo4jError):
                time.sleep(0.5)
    process.terminate()
    raise RuntimeError(f"Neo4j did not start:\n{log.read_text('utf-8')[-4000:]}")


if __name__ == "__main__":
    with neo4j_server() as running:
        print(f"{running.address} user {running.user} password {running.password}", flush=True)
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            pass
