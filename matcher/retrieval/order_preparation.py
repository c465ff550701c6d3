"""Preparing an order for search and scoring; the result is remembered while the order stays as it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.embedding.contract import Embedder
from indexer.engines.contract import SearchQuery
from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored
from matcher.orders.profile import build_order_profile, query_texts, understand
from matcher.ranking.score import OrderBrief, Scorer
from matcher.retrieval.query import candidate_query
from taxonomy.reading.orders.correcting import Correction

CorrectionsOf = Callable[[str], Sequence[Correction]]  # what people said of an order's reading, oldest first
REMEMBERED_ORDERS = 300  # about 30 KB each


@dataclass(frozen=True, slots=True)
class PreparedOrder:
    """An order ready for matching: the brief that people are scored by, and the query that finds them.

    `corrections` is how many of what people said of its reading went into it, the oldest first.
    """

    brief: OrderBrief
    query: SearchQuery
    corrections: int

    def at_depth(self, depth: int) -> SearchQuery:
        """The query that looks so deep."""
        return replace(self.query, limit=depth, depth=depth)


class OrderPreparation:
    """Prepares orders for matching; an order of the record once per revision and day. Safe from several threads."""

    def __init__(
        self,
        scorer: Scorer,
        embedder: Embedder,
        corrections_of: CorrectionsOf = lambda order_id: (),  # noqa: ARG005
    ) -> None:
        self._scorer, self._embedder, self._corrections_of = scorer, embedder, corrections_of
        self._lock = threading.Lock()
        self._remembered: dict[Hashable, PreparedOrder] = {}

    def prepare(self, order: JobOrder, today: date, corrections: Sequence[Correction] | None = None) -> PreparedOrder:
        """The order, prepared now, by these corrections of its reading or by all that have been made."""
        catalog = self._scorer.catalog
        said = self._corrections_of(order.id) if corrections is None else corrections
        reading = understand(order, catalog, said)
        profile = build_order_profile(order, reading, catalog, self._embedder)
        title, text, _ = query_texts(order, profile.reading, catalog)
        query = candidate_query(profile, title, text, catalog)
        return PreparedOrder(self._scorer.brief(profile, today), query, len(said))

    def prepare_stored(self, order: Stored[JobOrder], today: date) -> PreparedOrder:
        """The order of the record, from memory where it has been prepared before."""
        key = (order.value.id, order.revision, order.sequence, today)
        with self._lock:
            found = self._remembered.get(key)
        if found is None:
            found = self.prepare(order.value, today)
            with self._lock:
                self._remembered[key] = found
                while len(self._remembered) > REMEMBERED_ORDERS:
                    del self._remembered[next(iter(self._remembered))]
        return found
