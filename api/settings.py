"""Settings, read once at the edge: command line, then environment, then defaults; none is required."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

PREFIX = "JOBFORMIDLING_"


@dataclass(frozen=True, slots=True)
class OpenSearchSettings:
    """How the cluster is reached, as it was given; the secrets come from the environment alone and are never shown."""

    url: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    api_key: str | None = field(default=None, repr=False)
    ca_file: str | None = None
    prefix: str | None = None
    timeout: str | None = None
    write_timeout: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data lies and what does the work."""

    data: Path
    database: str
    engine: str
    opensearch: OpenSearchSettings
    model: str
    contact: str = ""  # how citizens reach the centre, as job pages tell it
    hosts: tuple[str, ...] = ()  # the names by which a proxy in front is reached


def read_settings(given: Mapping[str, str | None], environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings from what was given on the command line, the environment and the defaults."""

    def value(name: str) -> str | None:
        return given.get(name) or environment.get(PREFIX + name.upper()) or None

    data = Path(value("data") or "data")
    return Settings(
        data=data,
        database=value("database") or f"sqlite:///{data / 'jobformidling.sqlite'}",
        engine=value("engine") or "embedded",
        opensearch=OpenSearchSettings(
            **{one.name: value(f"opensearch_{one.name}") for one in fields(OpenSearchSettings)}
        ),
        model=value("model") or "e5",
        contact=value("contact") or "",
        hosts=tuple(name.strip().lower() for name in (value("hosts") or "").split(",") if name.strip()),
    )
