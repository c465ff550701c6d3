"""A measured figure beside its limit, as a line to read and as JSON to keep."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path("bench-results")


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured; `limit` is a fixed bound or a peer's figure from the same run, None where there is none.

    `at_most` tells whether less is better. `note` says what a reader must know to judge the figure.
    """

    what: str
    measured: float
    unit: str
    limit: float | None = None
    at_most: bool = True
    against: str = "limit"
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Measured by limit; None without one."""
        return self.measured / self.limit if self.limit else None

    @property
    def reached(self) -> bool | None:
        """Whether the limit is kept; None without one."""
        if self.limit is None:
            return None
        return self.measured <= self.limit if self.at_most else self.measured >= self.limit

    def line(self) -> str:
        """The figure for a person."""
        said = f"{self.what}: {self.measured:,.4g} {self.unit}"
        if self.ratio is not None and self.limit is not None:
            sign, answer = "<=" if self.at_most else ">=", "yes" if self.reached else "NO"
            said += f" | {self.against} {sign} {self.limit:,.4g} | ratio {self.ratio:.2f} | reached {answer}"
        return f"{said} ({self.note})" if self.note else said


def machine() -> dict[str, object]:
    """What the figures were measured on."""
    return {
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "cpu": _cpu_name(),
        "python": platform.python_version(),
        "system": platform.system(),
    }


def keep(figures: Sequence[Figure]) -> Path:
    """Write the figures and the machine to bench-results/latest.json."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / "latest.json"
    plain = [asdict(figure) | {"ratio": figure.ratio, "reached": figure.reached} for figure in figures]
    path.write_text(json.dumps({"machine": machine(), "figures": plain}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path


def _cpu_name() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()
