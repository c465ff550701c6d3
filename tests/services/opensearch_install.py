"""OpenSearch with its k-NN plugin, fetched once as Maven artifacts and unpacked; no container needed.

Maven takes them from wherever this machine's Maven settings say; by default that is Maven Central.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.services.machine import MissingProgramError, java_home

VERSION = "3.5.0"  # the one pair of 3.x whose archive and plugin are both published as artifacts
SERVER = ("org.opensearch.distribution.integ-test-zip", "opensearch", VERSION)
KNN = ("org.opensearch.plugin", "opensearch-knn", f"{VERSION}.0")


def installed(folder: Path) -> Path:
    """OpenSearch with k-NN under the folder, fetched and unpacked when it is not there yet; anybody may read it."""
    home = folder / f"opensearch-{VERSION}"
    if not home.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as unfinished:
            shutil.unpack_archive(_archive(*SERVER), unfinished)
            new = Path(unfinished) / home.name
            for program in (new / "bin").iterdir():
                program.chmod(0o755)
            _install_plugin(new, _archive(*KNN))
            for path in (new, *new.rglob("*")):
                path.chmod(path.stat().st_mode | (0o755 if path.is_dir() else 0o444))
            # Whole or not at all: a killed installation leaves nothing that looks finished.
            new.rename(home)
    return home


def _archive(group: str, artifact: str, version: str) -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "jobformidling-services"
    archive = cache / f"{artifact}-{version}.zip"
    if not archive.exists():
        maven = shutil.which("mvn")
        if maven is None:
            raise MissingProgramError("Maven is missing, which fetches OpenSearch: install the package maven")
        with tempfile.TemporaryDirectory() as fetched:
            coordinates = f"-Dartifact={group}:{artifact}:{version}:zip"
            _run([maven, "-q", "-B", "dependency:copy", coordinates, f"-DoutputDirectory={fetched}"], fetched)
            cache.mkdir(parents=True, exist_ok=True)
            shutil.move(Path(fetched) / archive.name, archive)
    return archive


def _install_plugin(home: Path, archive: Path) -> None:
    environment = {**os.environ, "OPENSEARCH_JAVA_HOME": str(java_home())}
    _run([home / "bin/opensearch-plugin", "install", "-b", archive.as_uri()], home, environment)


def _run(command: list[str | Path], folder: str | Path, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed: {(done.stderr or done.stdout).strip()[-2000:]}")
