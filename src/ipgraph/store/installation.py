"""An installation of Neo4j on this machine: its folders, its commands, and whether its server runs."""

from __future__ import annotations

import fcntl
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ipgraph.errors import StoreError

#: Packages of the JDK that Neo4j reaches into.
OPENS = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch", "java.lang")]
#: Classes behind bin/neo4j-admin and bin/neo4j, for a folder that has the jars alone.
COMMANDS = {
    "neo4j-admin": "org.neo4j.server.startup.Neo4jAdminCommand", "neo4j": "org.neo4j.server.startup.Neo4jCommand",
}


@dataclass(frozen=True)
class Installation:
    """A folder with bin/ or lib/, and conf/neo4j.conf.

    `kept` are descriptors that its commands hold open, so that locks on them outlive us: a start or stop that a killed
    command left on its way must end before the next one looks. The server itself does not hold them, Java closes them.
    """

    home: Path
    kept: tuple[int, ...] = ()

    @classmethod
    def at(cls, home: Path | None) -> Installation:
        """The installation in a folder; StoreError where there is none."""
        if home is None:
            raise StoreError(
                "a bulk import needs the folder of Neo4j: run this on the machine of the server, "
                "with --neo4j-home DIR or IPGRAPH_NEO4J_HOME",
                "整库导入需要 Neo4j 的目录：请在服务器所在机器上运行，并以 --neo4j-home 或 IPGRAPH_NEO4J_HOME 指定",
            )
        if not (home / "bin" / "neo4j-admin").exists() and not (home / "lib").is_dir():
            raise StoreError(
                f"{home} is no Neo4j installation: it has neither bin/neo4j-admin nor lib",
                f"{home} 不是 Neo4j 安装目录：其中既没有 bin/neo4j-admin，也没有 lib",
            )
        return cls(home.resolve())

    @property
    def conf(self) -> Path:
        return Path(os.environ.get("NEO4J_CONF", self.home / "conf"))

    @property
    def data(self) -> Path:
        return self.home / self.settings().get("server.directories.data", "data")

    @property
    def database(self) -> str:
        return self.settings().get("initial.dbms.default_database", "neo4j")

    @property
    def pid_file(self) -> Path:
        return self.home / self.settings().get("server.directories.run", "run") / "neo4j.pid"

    def live(self) -> list[Path]:
        """The two folders a database consists of."""
        logs = self.settings().get("server.directories.transaction.logs.root")
        return [
            self.data / "databases" / self.database,
            (self.home / logs if logs else self.data / "transactions") / self.database,
        ]

    def settings(self) -> dict[str, str]:
        """neo4j.conf as written; of lines that come again the last counts."""
        return dict(self.lines())

    def lines(self) -> list[tuple[str, str]]:
        """The settings of neo4j.conf line by line."""
        file = self.conf / "neo4j.conf"
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        pairs = (line.partition("=") for line in lines if "=" in line and not line.lstrip().startswith("#"))
        return [(name.strip(), value.strip()) for name, _, value in pairs]

    def run(
        self, command: str, words: Sequence[str], conf: Path | None = None, folder: Path | None = None,
    ) -> str:
        """Run `neo4j` or `neo4j-admin` to its end; what it said. StoreError with its last words where it fails."""
        try:
            done = subprocess.run(
                [*self.program(command), *words], env=self.environment(conf), cwd=folder, pass_fds=self.kept, text=True,
                errors="replace", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )
        except OSError as fault:
            raise StoreError(
                f"{command} of {self.home} does not start: {fault.strerror}",
                f"{self.home} 的 {command} 无法启动：{fault.strerror}",
            ) from fault
        if done.returncode:
            raise StoreError(
                f"{command} {words[0]} failed: {last_words(done.stdout)}",
                f"{command} {words[0]} 运行失败：{last_words(done.stdout)}",
            )
        return done.stdout

    def launch(self, log: Path) -> subprocess.Popen[bytes]:
        """Begin to start the server, in a session of its own: it goes on where we are killed or interrupted.

        `neo4j start` takes any process for a server whose number stands in the pid file, so a file that a killed
        server left is removed first.
        """
        if not self.alive():
            self.pid_file.unlink(missing_ok=True)
        self.pid_file.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as said:
            return subprocess.Popen(
                [*self.program("neo4j"), "start"], env=self.environment(), start_new_session=True,
                pass_fds=self.kept, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT,
            )

    def environment(self, conf: Path | None = None) -> dict[str, str]:
        return {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(conf or self.conf)}

    def program(self, command: str) -> list[str]:
        script = self.home / "bin" / command
        if script.exists():
            return [str(script)]
        own = Path(os.environ.get("JAVA_HOME", ""), "bin", "java")
        java = str(own) if own.exists() else "java"
        return [java, *OPENS, f"-Dbasedir={self.home}", "-cp", f"{self.home / 'lib'}/*", COMMANDS[command]]

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Hold the lock that a server takes on its databases, so that none can start meanwhile."""
        lock = self.data / "databases" / "store_lock"
        lock.parent.mkdir(parents=True, exist_ok=True)
        with lock.open("a") as held:
            try:
                fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise StoreError(
                    f"the new graph is ready: stop the Neo4j server of {self.home} and run the same command again",
                    f"新图谱已就绪：请停止 {self.home} 的 Neo4j 服务器，再运行同一命令",
                ) from None
            yield

    def at_work(self) -> bool:
        """Whether a server is up, or on its way up or down, when it may not hold its lock."""
        return self.alive() or self.runs()

    def runs(self) -> bool:
        """Whether a server holds the lock on the databases."""
        try:
            with self.stopped():
                return False
        except StoreError:
            return True

    def alive(self) -> bool:
        """Whether the process that the pid file names is a Neo4j; its number may be another's by now."""
        try:
            pid = int(self.pid_file.read_text("utf-8"))
            os.kill(pid, 0)
        except (OSError, ValueError):
            return False
        words = Path("/proc", str(pid), "cmdline")
        return not words.exists() or b"neo4j" in words.read_bytes().lower()


def last_words(output: str) -> str:
    """The line of an output that says what went wrong, else its last."""
    lines = [line.strip() for line in output.splitlines() if line.strip() and not line.lstrip().startswith("at ")]
    told = [line for line in lines if "rror" in line or "xception" in line or "aused by" in line]
    return next(iter(told[-1:] or lines[-1:]), "it said nothing")
