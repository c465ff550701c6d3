"""What starting any server needs to know of this machine."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from pathlib import Path

JAVA_AT_LEAST = 21  # OpenSearch 3 refuses older ones
JVMS = (Path("/usr/lib/jvm"), Path("/Library/Java/JavaVirtualMachines"), Path("/opt"))


class MissingProgramError(RuntimeError):
    """A program that the server needs is not installed."""


def free_ports(count: int) -> list[int]:
    """Ports of the loopback that nobody listens on now."""
    taken = [socket.socket() for _ in range(count)]
    try:
        for one in taken:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in taken]
    finally:
        for one in taken:
            one.close()


def server_user() -> str | None:
    """Whom to run a server as that refuses root; None when this process is not root."""
    return "nobody" if os.geteuid() == 0 else None


def java_home() -> Path:
    """A Java that is new enough, wherever it is installed; MissingProgramError says what to install."""
    named = [Path(os.environ[name]) for name in ("OPENSEARCH_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    found = shutil.which("java")
    usual = [Path(found).resolve().parents[1]] if found else []
    installed = sorted(java.parents[1] for folder in JVMS for java in folder.glob("**/bin/java"))
    for home in (*named, *usual, *installed):
        if (home / "bin/java").exists() and _java_version(home) >= JAVA_AT_LEAST:
            return home
    raise MissingProgramError(f"Java {JAVA_AT_LEAST} or newer is missing: install a JDK or set OPENSEARCH_JAVA_HOME")


def _java_version(home: Path) -> int:
    said = subprocess.run([home / "bin/java", "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    return int(version[1]) if version else 0
