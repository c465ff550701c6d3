"""How long the command line takes to show its help."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting

MOST, ROUNDS = 0.4, 7  # seconds


def measure(setting: Setting) -> Iterator[Figure]:
    """The median of several starts, the process's own start included."""
    command = Path(sys.executable).with_name("jobformidling")
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        subprocess.run([command, "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    yield Figure("jobformidling --help", sorted(times)[ROUNDS // 2], "s", MOST)
