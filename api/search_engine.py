"""Chooses the search engine by the settings; an engine's libraries are loaded only when it is used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from api.settings import OpenSearchSettings, Settings

if TYPE_CHECKING:
    from indexer.engines.contract import CollectionSchema
    from indexer.engines.opensearch import OpenSearchAddress
    from indexer.generations.contract import GenerationStore

EMBEDDED, OPENSEARCH = "embedded", "opensearch"
ENGINES = (EMBEDDED, OPENSEARCH)


def generations(settings: Settings, cvs: CollectionSchema, job_orders: CollectionSchema) -> GenerationStore:
    """Where the generations of the index are; ValueError, in Danish, when the settings do not fit together."""
    if settings.engine != OPENSEARCH:
        from indexer.generations.embedded import EmbeddedGenerations  # noqa: PLC0415

        return EmbeddedGenerations(settings.data / "index", cvs, job_orders)
    from indexer.engines.opensearch import Cluster  # noqa: PLC0415
    from indexer.generations.opensearch import OpenSearchGenerations  # noqa: PLC0415

    return OpenSearchGenerations(Cluster(_address(settings.opensearch)), cvs, job_orders)


def check_engine(settings: Settings) -> None:
    """ValueError, in Danish, when the engine is unknown or cannot be reached by these settings."""
    if settings.engine not in ENGINES:
        raise ValueError(f"Søgemaskinen {settings.engine} findes ikke. Brug: {' eller '.join(ENGINES)}.")
    if settings.engine == OPENSEARCH:
        from indexer.engines.opensearch.address import checked  # noqa: PLC0415

        checked(_address(settings.opensearch))


def fingerprint(settings: Settings) -> dict[str, object]:
    """The engine's part of the index fingerprint; empty for the embedded engine, which is the default."""
    return {} if settings.engine == EMBEDDED else {"engine": settings.engine}


def _address(given: OpenSearchSettings) -> OpenSearchAddress:
    from indexer.engines.opensearch import OpenSearchAddress  # noqa: PLC0415

    address = OpenSearchAddress(
        urls=tuple(url for url in (given.url or "").split(",") if url.strip()),
        user=given.user,
        password=given.password,
        api_key=given.api_key,
        ca_file=Path(given.ca_file) if given.ca_file else None,
    )
    return replace(
        address,
        prefix=given.prefix or address.prefix,
        search_seconds=_seconds(given.timeout, address.search_seconds),
        write_seconds=_seconds(given.write_timeout, address.write_seconds),
    )


def _seconds(given: str | None, usual: float) -> float:
    try:
        return float(given) if given else usual
    except ValueError:
        raise ValueError(f"Ventetiden {given!r} til OpenSearch er intet antal sekunder.") from None
