"""The engine that a part of the contract is tried on, and four people in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.engines.contract import (
    SearchEngine,
)
from tests.contracts.documents import AARHUS, NORDHAVN, VALBY, document, vector

Opened = Callable[[], SearchEngine]


class WithEngine:
    @pytest.fixture
    def engine(self, opened: Opened) -> SearchEngine:
        return opened()

    @pytest.fixture
    def people(self, engine: SearchEngine) -> SearchEngine:
        engine.put(
            [
                document("C-1", text="fælles", trade="sosu", hours=37, start=10, position=NORDHAVN, vector=vector(1)),
                document("C-2", text="fælles", trade=("sosu", "butik"), hours=20, position=VALBY, vector=vector(2)),
                document("C-3", text="fælles", trade="industri", start=-5.5, position=AARHUS, vector=vector(3)),
                document("C-4", text="fælles", occupation="kok", hours=0.0, start=0.0, vector=vector(4)),
            ]
        )
        return engine
