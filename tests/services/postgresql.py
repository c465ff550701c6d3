"""A real PostgreSQL server of the test's own: made, started, stopped and removed."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT_SECONDS = 30


class Server:
    """The server's own address, and the means to break it and mend it."""

    def __init__(self, folder: Path, user: str | None) -> None:
        port = _free_port()
        self.address = f"postgresql://record@127.0.0.1:{port}"
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        self._control = [_programs() / "pg_ctl", "-D", folder / "data", "-w", "-t", str(WAIT_SECONDS)]
        self._starting, self._user = ["-l", folder / "log", "-o", options, "start"], user

    def start(self) -> None:
        """Up, and answering when this returns."""
        _run([*self._control, *self._starting], self._user)

    def break_off(self) -> None:
        """Down at once, every connection cut, as when the machine dies."""
        _run([*self._control, "-m", "immediate", "stop"], self._user)


@contextmanager
def running_postgresql() -> Iterator[str]:
    """The address of an empty server on the loopback, up while the block lasts."""
    with breakable_postgresql() as server:
        yield server.address


@contextmanager
def breakable_postgresql() -> Iterator[Server]:
    """An empty server on the loopback, up when the block begins; it must be up again when the block ends."""
    programs, user = _programs(), _unprivileged_user()
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        _run([programs / "initdb", "-D", folder / "data", "-U", "record", "--auth=trust", "-E", "UTF8"], user)
        server = Server(folder, user)
        server.start()
        try:
            yield server
        finally:
            server.break_off()
    finally:
        shutil.rmtree(folder)


def _programs() -> Path:
    """The folder of initdb and pg_ctl; Debian keeps them out of PATH."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if not versions:
        raise RuntimeError("PostgreSQL is missing: install the package postgresql")
    return versions[-1]


def _unprivileged_user() -> str | None:
    """Whom to run as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _run(command: list[str | Path], user: str | None) -> None:
    done = subprocess.run(command, user=user, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name}: {done.stderr.decode().strip()}")
