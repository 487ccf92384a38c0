"""Neo4j over Bolt.

The node `Publication` says which bundle the graph holds and, while a publish is under way, which one is coming:
so a publish cut short is seen, and done again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import neo4j
import pyarrow as pa
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from ipgraph.bundle import Bundle
from ipgraph.errors import BetweenVersions, Refused, StoreError
from ipgraph.schema import Type
from ipgraph.schema.emit.cypher import constraints
from ipgraph.store.contract import Report, silent
from ipgraph.store.kept import Kept
from ipgraph.store.marker import read as read_marker
from ipgraph.store.publish import finish_import, publish
from ipgraph.store.queries import Field, query

#: The driver logs every attempt it repeats; only the last failure is news, and that is raised.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

SCHEMES = {f"{name}{security}" for name in ("neo4j", "bolt") for security in ("", "+s", "+ssc")}
#: Seconds a statement is tried again while the server is away.
PATIENCE = 5
#: Seconds a publish waits for another to end before it says so.
LOCK_PATIENCE = 2
#: How the server tells that a transaction ran out of time while it waited for a lock; it is not always the same.
OUT_OF_TIME = ("LockClientStopped", "TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Terminated")
TAKE_LOCK = "MATCH (p:Publication {id: 'lock'}) SET p.held = true"


class Neo4jStore:
    """The graph in the default database of a server."""

    engine = "neo4j"

    def __init__(self, address: str, user: str, password: str | None, home: Path) -> None:
        self.address = address
        self.kept = Kept(home, address)
        self.user = user
        if not is_bolt(address):
            raise StoreError(
                f"{address} is not an address of Neo4j: write neo4j://host:7687 or bolt://host:7687",
                f"{address} 不是 Neo4j 地址：请写作 neo4j://host:7687 或 bolt://host:7687",
            )
        with self.told_plainly():
            self.driver = neo4j.GraphDatabase.driver(
                address, auth=(user, password or ""), connection_timeout=10, max_transaction_retry_time=PATIENCE,
                notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF, telemetry_disabled=True,
            )
        try:
            with self.told_plainly():
                self.driver.verify_connectivity()
        except StoreError:
            self.driver.close()
            raise

    def version(self) -> str | None:
        marker = read_marker(self.run)
        if not marker.settled:
            raise BetweenVersions(
                f"the graph at {self.address} is between two versions: wait for the publish under way, "
                f"or run `ipgraph publish` again if it was interrupted",
                f"{self.address} 的图谱正处于两个版本之间：请等待发布完成；若发布已中断，请重新运行 `ipgraph publish`",
            )
        return marker.version

    def read(self, statement: str, **params: Any) -> pa.Table:
        wanted = query(statement, self.engine)
        wanted.check(params)
        rows = self.run(wanted.text, params, neo4j.RoutingControl.READ)
        columns = zip(*rows, strict=True) if rows else [()] * len(wanted.returns)
        arrays = [array(field, values) for field, values in zip(wanted.returns, columns, strict=True)]
        return pa.table(arrays, schema=wanted.schema)

    def publish(self, bundle: Bundle, report: Report = silent) -> None:
        if self.holds(bundle):
            self.kept.keep(bundle)
            return
        with self.alone():
            try:
                publish(self.run, self.kept, bundle, report)
            except OSError as fault:
                raise StoreError(
                    f"{self.kept.folder} cannot be written: {fault.strerror}",
                    f"{self.kept.folder} 无法写入：{fault.strerror}",
                ) from fault

    def finish_import(self, bundle: Bundle) -> None:
        """Complete the graph that a bulk import has filled."""
        with self.alone():
            finish_import(self.run, self.kept, bundle)

    def holds(self, bundle: Bundle) -> bool:
        marker = read_marker(self.run)
        return marker.settled and marker.version == bundle.version

    def close(self) -> None:
        self.driver.close()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other publishes out, wherever they run, until this one ends or its connection does.

        The lock is the server's own, on a node, held by a transaction left open: a publish that dies leaves nothing.
        """
        self.run(next(constraints()), {})
        self.run("MERGE (p:Publication {id: 'lock'})", {})
        with self.told_plainly(), self.driver.session() as session:
            try:
                with session.begin_transaction(timeout=LOCK_PATIENCE) as probe:
                    probe.run(TAKE_LOCK).consume()
                    probe.rollback()
            except Neo4jError as fault:
                if (fault.code or "").endswith(OUT_OF_TIME):
                    said = f"the graph at {self.address} is locked: another publish is at work there"
                    raise StoreError(said, f"{self.address} 的图谱已被锁定：另一次发布正在进行") from fault
                raise
            lock = session.begin_transaction()
            try:
                lock.run(TAKE_LOCK).consume()
                yield
            finally:
                with suppress(DriverError, Neo4jError, OSError):
                    lock.rollback()

    def run(
        self, text: str, params: dict[str, Any], access: neo4j.RoutingControl = neo4j.RoutingControl.WRITE
    ) -> list[list[Any]]:
        """Rows of one statement in a transaction of its own, tried again after a passing fault."""
        with self.told_plainly():
            return self.driver.execute_query(text, params, routing_=access, result_transformer_=neo4j.Result.values)

    @contextmanager
    def told_plainly(self) -> Iterator[None]:
        """What goes wrong between here and the server, in one sentence. Faults of a statement pass."""
        try:
            yield
        except AuthError as fault:
            raise Refused(
                f"{self.address} refuses user {self.user} with this password",
                f"{self.address} 拒绝用户 {self.user} 以此密码登录",
            ) from fault
        except (DriverError, OSError) as fault:
            raise StoreError(
                f"no Neo4j answers at {self.address}: is it started, and the address right?",
                f"{self.address} 没有 Neo4j 应答：请确认服务器已启动且地址正确",
            ) from fault
        except Neo4jError as fault:
            if (fault.code or "").startswith("Neo.ClientError.Security"):
                raise Refused(
                    f"{self.address} refuses user {self.user}: {fault.message}",
                    f"{self.address} 拒绝用户 {self.user}：{fault.message}",
                ) from fault
            if (fault.code or "").startswith(("Neo.TransientError", "Neo.DatabaseError")):
                raise StoreError(
                    f"Neo4j at {self.address} cannot do this now: {fault.message}",
                    f"{self.address} 的 Neo4j 暂时无法执行：{fault.message}",
                ) from fault
            raise


def is_bolt(address: str) -> bool:
    """Whether it names a protocol that this store speaks, a host, and a port if any that can be."""
    try:
        parts = urlsplit(address)
        return parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def array(field: Field, values: Sequence[Any]) -> pa.Array:
    """A column of what the driver gave, in the type of the header."""
    if field.type is Type.DATE and field.listed:
        values = [value and [day.to_native() for day in value] for value in values]
    elif field.type is Type.DATE:
        values = [value and value.to_native() for value in values]
    return pa.array(values, field.arrow)
