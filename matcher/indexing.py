"""Turns records into search documents and ranking features, for the synchroniser."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace

from indexer.documents.contract import Features
from indexer.documents.fields import cv_document, job_order_document
from indexer.embedding.contract import Embedder, Vectors
from indexer.engines.contract import SearchDocument
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored
from matcher.candidates.build import build_stored
from matcher.candidates.codec import encode
from matcher.candidates.profile import Candidate
from matcher.candidates.whole_vector import whole_vector, whole_vector_again
from matcher.open_jobs.faces import public_order
from matcher.orders.profile import query_texts, understand
from matcher.orders.reading_format import reading_to_mapping
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OrderReading
from taxonomy.reading.orders.correcting import Correction

ClosedOf = Callable[[Sequence[str]], Set[str]]
TradesOf = Callable[[Sequence[str]], Mapping[str, str | None]]
CorrectionsOf = Callable[[Sequence[str]], Mapping[str, Sequence[Correction]]]


class Documents:
    """Builds documents with one catalog and one embedder; the same record always gives the same document.

    `trades_of` tells which trade each order stands under now, a person's decision before the machine's;
    `corrections_of` what people said of the readings, `closed_of` which of the orders somebody has closed.
    """

    def __init__(
        self,
        catalog: Catalog,
        embedder: Embedder,
        trades_of: TradesOf,
        corrections_of: CorrectionsOf = lambda order_ids: {},  # noqa: ARG005
        closed_of: ClosedOf = lambda order_ids: frozenset(),  # noqa: ARG005
    ) -> None:
        self._catalog, self._embedder, self._trades_of = catalog, embedder, trades_of
        self._corrections_of, self._closed_of = corrections_of, closed_of

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> tuple[list[SearchDocument], list[Features]]:
        """Documents and features of the CVs, in the same order."""
        candidates = build_stored(cvs, self._catalog, self._embedder)
        documents = [_cv_document(stored, found) for stored, found in zip(cvs, candidates, strict=True)]
        features = [
            (stored.value.id, stored.sequence, encode(found)) for stored, found in zip(cvs, candidates, strict=True)
        ]
        return documents, features

    def vectors_again(self, features: Sequence[bytes]) -> list[Vectors]:
        """The vectors of the documents from the CVs' features; ValueError for features of another form."""
        return [whole_vector_again(one) for one in features]

    def build_job_orders(self, orders: Sequence[Stored[JobOrder]]) -> list[SearchDocument]:
        """Documents of the job orders, in the same order."""
        ids = [stored.value.id for stored in orders]
        said, closed, trades = self._corrections_of(ids), self._closed_of(ids), self._trades_of(ids)
        readings = [understand(stored.value, self._catalog, said.get(stored.value.id, ())) for stored in orders]
        shown = [self._shown(stored.value, reading) for stored, reading in zip(orders, readings, strict=True)]
        vectors = self._embedder.passages([self._text_to_find(*one) for one in zip(shown, readings, strict=True)])
        return [
            _job_order_document(
                replace(stored, value=order), reading, trades.get(order.id), vector, closed=order.id in closed
            )
            for stored, order, reading, vector in zip(orders, shown, readings, vectors, strict=True)
        ]

    def foresee(self, order: JobOrder, reading: OrderReading) -> None:
        """Embed what the order's document will need, so that a cache has it when the order is indexed."""
        self._embedder.passages([self._text_to_find(self._shown(order, reading), reading)])

    def _shown(self, order: JobOrder, reading: OrderReading) -> JobOrder:
        return public_order(order, reading_to_mapping(order.id, reading, self._catalog))

    def _text_to_find(self, shown: JobOrder, reading: OrderReading) -> str:
        return query_texts(shown, reading, self._catalog)[1]


def _job_order_document(
    shown: Stored[JobOrder], reading: OrderReading, trade: str | None, vector: Vectors, *, closed: bool
) -> SearchDocument:
    order = shown.value
    return job_order_document(
        shown,
        trade=trade,
        occupations=[mention.occupation for mention in reading.occupations],
        shifts=(order.shift.value,) if order.shift else reading.terms.shifts,
        vector=vector,
        closed=closed,
    )


def _cv_document(stored: Stored[Cv], candidate: Candidate) -> SearchDocument:
    profile = candidate.profile
    return cv_document(
        stored,
        occupations=[named.occupation for named in (*profile.wishes, *profile.history)],
        held=[found.key for found in profile.held],
        tasks=[shown.task for shown in (*profile.tasks, *profile.wished_tasks)],
        kinds=profile.wanted_kinds,
        language=profile.text_language,
        vector=whole_vector(profile.passages),
    )
