"""The engine inside this process keeps to the contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.engines.embedded import EmbeddedEngine
from tests.contracts.documents import SCHEMA
from tests.contracts.engine_contract import EngineContract, Opened


class TestEmbeddedEngine(EngineContract):
    @pytest.fixture
    def opened(self, tmp_path: Path) -> Iterator[Opened]:
        engines: list[EmbeddedEngine] = []

        def open_again() -> EmbeddedEngine:
            engines.append(EmbeddedEngine(tmp_path / "index", SCHEMA))
            return engines[-1]

        yield open_again
        for engine in engines:
            engine.close()
