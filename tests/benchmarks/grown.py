"""Documents of as many CVs as wanted, and queries for them: what engines are filled and asked with at any size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property

import numpy as np

from indexer.documents.fields import cv_schema
from indexer.embedding.choose import choose_embedder
from indexer.engines.contract import CollectionSchema, SearchDocument
from indexer.records.stored import Stored
from matcher.evaluation.collection import Part, bundled_cvs, orders_of
from matcher.indexing import Documents
from matcher.ranking.panel import load_reference_panel
from matcher.ranking.score import Scorer
from matcher.ranking.weights import load_weights
from matcher.retrieval.order_preparation import OrderPreparation, PreparedOrder
from matcher.texts.meaning import meaning_for_ranking
from taxonomy.catalog import load_catalog
from taxonomy.places import places
from tests.benchmarks.figures import RESULTS
from tests.benchmarks.varied import DISTINCT, NEARBY_BELOW, VariedVectors, noisy, varied_cvs, varied_id

ORDERS = 200
AT_ONCE = 2_000  # documents put in one call


class Grown:
    """The same documents in every run: the first DISTINCT with texts of their own, the rest with other vectors."""

    def __init__(self) -> None:
        self._catalog = load_catalog()
        self._embedder = VariedVectors(choose_embedder("e5", RESULTS / "vectors"))
        now = datetime(2026, 1, 1, tzinfo=UTC)
        stored = [Stored(cv, 1, now, now, 1) for cv in varied_cvs(DISTINCT, self._catalog)]
        self._distinct, _ = Documents(self._catalog, self._embedder, lambda _: {}).build_cvs(stored)
        self._homes = sorted(code for code in places() if code < NEARBY_BELOW)

    @property
    def schema(self) -> CollectionSchema:
        """The fields of the documents."""
        return cv_schema(meaning_for_ranking(self._embedder).dimensions)

    def between(self, first: int, last: int) -> Iterator[list[SearchDocument]]:
        """The documents with these numbers, AT_ONCE at a time; their sequences are their numbers from one."""
        for start in range(first, last, AT_ONCE):
            yield self._copies(range(start, min(start + AT_ONCE, last)))

    @cached_property
    def queries(self) -> list[PreparedOrder]:
        """Of ORDERS orders: all that are bundled, then as many as are missing cut to their titles."""
        whole = orders_of(Part.ALL)
        short = [replace(order, text=order.title, must_have=(), nice_to_have=()) for order in whole]
        preparation = OrderPreparation(
            Scorer(load_weights(), load_reference_panel(self._embedder, self._catalog, bundled_cvs), self._catalog),
            self._embedder,
        )
        return [
            preparation.prepare(order, datetime(2026, 11, 22, tzinfo=UTC).date()) for order in (*whole, *short)[:ORDERS]
        ]

    def _copies(self, numbers: Sequence[int]) -> list[SearchDocument]:
        originals = [self._distinct[number % DISTINCT] for number in numbers]
        vectors = noisy(np.array([one.vector for one in originals], np.float32), numbers[0])
        return [
            replace(one, id=varied_id(number), sequence=number + 1, position=self._home(number), vector=vector)
            for one, number, vector in zip(originals, numbers, vectors, strict=True)
        ]

    def _home(self, number: int) -> tuple[float, float]:
        home = places()[self._homes[number * 7919 % len(self._homes)]]
        return home.latitude, home.longitude
