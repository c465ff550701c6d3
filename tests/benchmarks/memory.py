"""Memory that a serving process takes per CV, beyond what it takes over an empty town.

Counted is what is the process's own (RssAnon). Pages of mapped files are the kernel's to take back, and a kernel that
does so makes a sum of both change by more than all CVs take.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from uuid import uuid4

from api.app import settle, warm_up
from matcher.evaluation.collection import bundled_orders
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting
from tests.benchmarks.town import Town, build_town, close

MOST = 4.0  # KB a CV
PROCESSES = 3  # what two of them hold differs by some MB
FEW = 400  # CVs of the town that the larger ones are compared with: the same model, code and tables


def measure(setting: Setting) -> Iterator[Figure]:
    """What each CV of a town adds after every order was ranked once."""
    if not Path("/proc/self/status").exists():
        return
    few = build_town(FEW, setting.folder / f"town-{FEW}")
    base = _resident(few)
    for size in setting.sizes:
        grown = _resident(setting.town(size)) - base
        yield Figure(f"resident memory a CV at {size:,}, all orders ranked", grown / (size - FEW), "KB", MOST)
    yield Figure("resident memory with the model and hardly any CVs", base / 1024, "MB", note=f"{FEW} CVs")


def _resident(town: Town) -> float:
    """KB that a process of its own holds after ranking every order over the town: the median of a few processes."""
    asked = [sys.executable, "-m", "tests.benchmarks.memory", str(town.data), str(town.size)]
    held = (subprocess.run(asked, check=True, capture_output=True, text=True).stdout for _ in range(PROCESSES))
    return median(map(float, held))


def _rank_all(data: Path, size: int) -> None:
    components = Town(size, data).components()
    warm_up(components)
    settle(components)
    # A text that no cache knows, so that the model is loaded.
    components.embedder.queries([f"så modellen er indlæst {uuid4()}"])
    for order in bundled_orders():
        components.matching.candidates(order.id, actor="benchmark")
    gc.collect()  # serving collects seldom: how much garbage lies about is chance
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    sys.stdout.write(next(line.split()[1] for line in status.splitlines() if line.startswith("RssAnon")))
    close(components)


if __name__ == "__main__":
    _rank_all(Path(sys.argv[1]), int(sys.argv[2]))
