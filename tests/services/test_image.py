"""The image's steps in an empty folder, by an environment of its own instead of a container engine."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.product import ROOT

pytestmark = pytest.mark.services


def test_the_steps_of_the_image_give_a_program_that_works(tmp_path: Path) -> None:
    app, environment = tmp_path / "app", tmp_path / "environment"
    app.mkdir()
    steps = [line.partition(" ") for line in (ROOT / "Containerfile").read_text(encoding="utf-8").splitlines()]
    for source in [name for word, _, rest in steps if word == "COPY" for name in rest.split()[:-1]]:
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, app / source, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / source, app)
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    (install,) = [rest for word, _, rest in steps if word == "RUN" and " pip install " in f" {rest} "]

    subprocess.run(install.replace("python", str(environment / "bin" / "python"), 1), shell=True, cwd=app, check=True)  # noqa: S602

    shutil.rmtree(app)  # what is installed needs no source beside it
    program, data = environment / "bin" / "jobformidling", str(tmp_path / "data")
    for command in (["--version"], ["database", "upgrade", "--data", data], ["database", "status", "--data", data]):
        done = subprocess.run([program, *command], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert "Tabellerne svarer til programmet" in done.stdout
