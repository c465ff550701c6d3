"""Memory that large answers take for a moment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# One piece of 16 MB is freed, then pieces of 3 MB that lie behind each other; what is left of them is told in KB.
FREED = """
import sys
from pathlib import Path
import numpy as np
from api.heap import keep_free
if sys.argv[1] == "handed back":
    keep_free(0)
np.ones(2 << 20).sum()
pieces = [np.ones(3 << 17) for _ in range(8)]
pieces.clear()
status = Path("/proc/self/status").read_text()
print(next(line.split()[1] for line in status.splitlines() if line.startswith("RssAnon")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a process holds")
def test_what_was_large_and_is_free_is_handed_back() -> None:
    kept, handed_back = (
        int(subprocess.run([sys.executable, "-c", FREED, how], check=True, capture_output=True, text=True).stdout)
        for how in ("kept", "handed back")
    )

    assert handed_back < kept - 8_000
