"""What an order seeks, made ready for finding and weighing, and remembered while the order stays as it is."""

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
from matcher.ranking.score import Brief, Scorer
from matcher.retrieval.query import candidate_query
from taxonomy.reading.correcting import Correction

CorrectionsOf = Callable[[str], Sequence[Correction]]  # what people said of an order's reading, oldest first
KEPT = 300  # orders; about 30 KB each


@dataclass(frozen=True, slots=True)
class Sought:
    """An order as it is held against people, and the query that finds them."""

    brief: Brief
    query: SearchQuery

    def at_depth(self, depth: int) -> SearchQuery:
        """The query that looks so deep."""
        return replace(self.query, limit=depth, depth=depth)


class Seeking:
    """Makes orders ready; an order of the record once a revision and day. Safe from several threads."""

    def __init__(
        self,
        scorer: Scorer,
        embedder: Embedder,
        corrections_of: CorrectionsOf = lambda order_id: (),  # noqa: ARG005
    ) -> None:
        self._scorer, self._embedder, self._corrections_of = scorer, embedder, corrections_of
        self._lock = threading.Lock()
        self._kept: dict[Hashable, Sought] = {}

    def ready(self, order: JobOrder, today: date) -> Sought:
        """The order made ready now."""
        catalog = self._scorer.catalog
        reading = understand(order, catalog, self._corrections_of(order.id))
        profile = build_order_profile(order, reading, catalog, self._embedder)
        title, text, _ = query_texts(order, profile.reading, catalog)
        return Sought(self._scorer.brief(profile, today), candidate_query(profile, title, text, catalog))

    def stored(self, order: Stored[JobOrder], today: date) -> Sought:
        """The order of the record, remembered."""
        key = (order.value.id, order.revision, order.sequence, today)
        with self._lock:
            found = self._kept.get(key)
        if found is None:
            found = self.ready(order.value, today)
            with self._lock:
                self._kept[key] = found
                while len(self._kept) > KEPT:
                    del self._kept[next(iter(self._kept))]
        return found
