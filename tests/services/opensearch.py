"""A real OpenSearch on the loopback, of one node or several: started, watched, stopped by process id."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.services.machine import free_ports, java_home, server_user
from tests.services.opensearch_install import installed

BUILD = Path(__file__).parents[2] / "build" / "opensearch"
WAIT_SECONDS = 180
MISSED_AT_MOST = 8  # looks, four a second; a process that turns into another has no name for a moment
SNAPSHOTS = "snapshots"  # a folder beside the nodes' that all of them write in
HEAP_MB = 512  # enough for 100,000 CVs on one node


@dataclass(frozen=True, slots=True)
class Node:
    """One node: its folder (settings, data, logs, process id) and its ports."""

    folder: Path
    http: int
    transport: int

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.http}"

    @property
    def process(self) -> int | None:
        """Its process id while it runs."""
        with suppress(FileNotFoundError, ValueError):
            process = int((self.folder / "process").read_text())
            if "opensearch" in Path(f"/proc/{process}/cmdline").read_text():
                return process
        return None

    def start(self, home: Path) -> None:
        """Start it unless it runs; it answers some ten seconds later."""
        if self.process is not None:
            return
        environment = {
            "PATH": os.environ["PATH"],
            "OPENSEARCH_PATH_CONF": str(self.folder / "config"),
            "OPENSEARCH_JAVA_HOME": str(java_home()),
            "OPENSEARCH_TMPDIR": str(self.folder / "tmp"),
            "OPENSEARCH_JAVA_OPTS": f"-Xms{HEAP_MB}m -Xmx{HEAP_MB}m",
        }
        with (self.folder / "log").open("ab") as log:
            started = subprocess.Popen(
                [home / "bin/opensearch"], user=server_user(), cwd=self.folder, env=environment, stdout=log, stderr=log,
                stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        (self.folder / "process").write_text(str(started.pid))
        started.returncode = 0  # from here on it is known by its process id alone, also to a later command

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop it and wait until it is gone."""
        process = self.process
        if process is None:
            return
        os.kill(process, how)
        with suppress(ChildProcessError):
            os.waitpid(process, 0)
        while self.process is not None:
            time.sleep(0.05)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Nodes that know each other."""

    home: Path
    nodes: tuple[Node, ...]

    @property
    def urls(self) -> list[str]:
        """Where every node answers."""
        return [node.url for node in self.nodes]

    def start(self) -> None:
        """Start every node and wait until all are in."""
        for node in self.nodes:
            node.start(self.home)
        self.wait()

    def wait(self, nodes: int | None = None) -> None:
        """Wait until so many nodes (all) are in and every shard has its copies; RuntimeError with the log if not."""
        wanted = len(self.nodes) if nodes is None else nodes
        deadline, missed = time.monotonic() + WAIT_SECONDS, 0
        while time.monotonic() < deadline:
            if any(_is_well(node.url, wanted) for node in self.nodes):
                return
            running = sum(node.process is not None for node in self.nodes)
            missed = missed + 1 if running < wanted else 0
            if missed > MISSED_AT_MOST:
                break
            time.sleep(0.25)
        logs = "\n".join((node.folder / "log").read_text()[-2000:] for node in self.nodes)
        raise RuntimeError(f"OpenSearch did not come up.\n{logs}")

    def stop(self) -> None:
        """Stop every node."""
        for node in self.nodes:
            node.stop()


def _is_well(url: str, nodes: int) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_cluster/health", timeout=5) as answer:  # noqa: S310
            health = json.load(answer)
    except (urllib.error.URLError, OSError):
        return False
    enough = health["status"] == "green" or (nodes == 1 and health["status"] == "yellow")
    return bool(enough and health["number_of_nodes"] == nodes and not health["initializing_shards"])


def place() -> Path:
    """Where OpenSearch and its data are kept: under build/, or where a server that is not root may enter."""
    closed = any(not folder.stat().st_mode & 0o001 for folder in BUILD.parents if folder.exists())
    return Path(tempfile.gettempdir()) / "jobformidling-opensearch" if server_user() and closed else BUILD


def made(folder: Path, nodes: int, ports: list[int], *, hasty: bool = False) -> Cluster:
    """A cluster under the folder, not started; `ports` are two a node, HTTP before transport.

    A hasty one is up in half the time and slower then: for tests of what it does, not of how fast.
    """
    home = installed(place())
    (folder / SNAPSHOTS).mkdir(parents=True, exist_ok=True)
    members = tuple(Node(folder / f"node-{n}", ports[2 * n], ports[2 * n + 1]) for n in range(nodes))
    for node in members:
        if not node.folder.exists():
            shutil.copytree(home / "config", node.folder / "config")
            (node.folder / "config/opensearch.yml").write_text(_settings(node, members))
            (node.folder / "logs").mkdir()
            (node.folder / "tmp").mkdir()
            if hasty:
                (node.folder / "config/jvm.options.d/hasty.options").write_text("-XX:TieredStopAtLevel=1\n")
            options = node.folder / "config/jvm.options"
            # The archive's own paths begin in its folder, which belongs to somebody else.
            options.write_text(
                re.sub(r"\b(logs|data)(?=/|$)", rf"{node.folder}/\1", options.read_text(), flags=re.MULTILINE)
            )
            if user := server_user():
                for path in (folder / SNAPSHOTS, node.folder, *node.folder.rglob("*")):
                    shutil.chown(path, user)
    return Cluster(home, members)


def _settings(node: Node, members: tuple[Node, ...]) -> str:
    settings = {
        "cluster.name": f"jobformidling-{members[0].http}",
        "node.name": node.folder.name,
        "network.host": "127.0.0.1",
        "http.port": node.http,
        "transport.port": node.transport,
        "path.data": str(node.folder / "data"),
        "path.logs": str(node.folder / "logs"),
        "path.repo": str(node.folder.parent / SNAPSHOTS),
        # A disk that others have filled must not stop the tests; the flood stage has a test of its own.
        "cluster.routing.allocation.disk.threshold_enabled": False,
    }
    if len(members) == 1:
        settings["discovery.type"] = "single-node"
    else:
        settings["discovery.seed_hosts"] = [f"127.0.0.1:{one.transport}" for one in members]
        settings["cluster.initial_cluster_manager_nodes"] = [one.folder.name for one in members]
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in settings.items())


@contextmanager
def running_opensearch(nodes: int = 1, *, hasty: bool = True) -> Iterator[Cluster]:
    """An empty cluster on free ports, up while the block lasts."""
    folder = Path(tempfile.mkdtemp(prefix="opensearch-"))
    folder.chmod(0o755)  # the server runs as somebody else when this process is root
    try:
        cluster = made(folder, nodes, free_ports(2 * nodes), hasty=hasty)
        try:
            cluster.start()
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder)
