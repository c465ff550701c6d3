"""Settings, read once at the edge: command line before environment before default; works with none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX = "JOBFORMIDLING_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data lies and what does the work."""

    data: Path
    database: str
    engine: str
    opensearch_url: str | None
    model: str


def read_settings(given: Mapping[str, str | None], environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings from what was given on the command line, the environment and the defaults."""

    def value(name: str) -> str | None:
        return given.get(name) or environment.get(PREFIX + name.upper()) or None

    data = Path(value("data") or "data")
    return Settings(
        data=data,
        database=value("database") or f"sqlite:///{data / 'jobformidling.sqlite'}",
        engine=value("engine") or "embedded",
        opensearch_url=value("opensearch_url"),
        model=value("model") or "e5",
    )
