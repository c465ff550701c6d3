"""Feeds records into one generation of the index: documents to the engines, features to the record."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from indexer.documents import kept_documents
from indexer.documents.contract import DocumentBuilder, Features
from indexer.engines.contract import SearchDocument
from indexer.engines.index_engines import IndexEngines
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.cv_features import NONE_KEPT, KeptCv
from indexer.records.database import Database
from indexer.records.record import Record
from indexer.records.stored import Stored

_log = logging.getLogger(__name__)
_ACTOR, _PURPOSE = "indexer", "index"
# What a text that nobody foresaw makes reading and counting raise. Outages are errors of other kinds and pass through.
_FAULTY = (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError)

Value = TypeVar("Value", Cv, JobOrder)


@dataclass(frozen=True, slots=True)
class CvsReady:
    """CVs prepared for writing: documents and features in the same order, and the documents in their stored form.

    `unprepared` are CVs that could not be turned into documents as a batch; one by one most of them can.
    """

    documents: Sequence[SearchDocument] = ()
    features: Sequence[Features] = ()
    kept: Mapping[str, bytes] = field(default_factory=dict)
    unprepared: Sequence[Stored[Cv]] = ()


class Feeder:
    """Puts records into one generation; the same record again changes nothing.

    A record that cannot be turned into a document does not hold up the others: it is left out, counted and logged by
    its id, and `index check` reports it missing. `read_before` is a generation with features of the same form, made by
    the same model and taxonomy: CVs that are unchanged since then are not read and embedded again.
    """

    def __init__(
        self,
        database: Database,
        engines: IndexEngines,
        builder: DocumentBuilder,
        generation: str,
        read_before: str | None = None,
    ) -> None:
        self._database, self._engines, self._builder, self._generation = database, engines, builder, generation
        self._read_before = read_before

    def put_cvs(self, cvs: Sequence[Stored[Cv]]) -> int:
        """Put the CVs, features first, so that every CV that is found can be ranked; returns how many were refused."""
        return _all_but_faulty(cvs, lambda some: self._write(self._built(some)))

    def ready_cvs(self, sequences: Mapping[str, int]) -> CvsReady:
        """Prepare CVs, given by id with their sequence, for `put_ready`; those read before at it are reused."""
        with self._database.reading() as record:
            again = self._reused(record, sequences)
            left = list(record.cvs.get_many(one for one in sequences if one not in again.kept).values())
        try:
            made = self._built(left) if left else CvsReady()
        except _FAULTY:
            made = CvsReady(unprepared=left)
        return CvsReady(
            [*again.documents, *made.documents],
            [*again.features, *made.features],
            {**again.kept, **made.kept},
            made.unprepared,
        )

    def put_ready(self, ready: CvsReady) -> int:
        """Put the prepared CVs, and one by one those that could not be prepared; returns how many were refused."""
        try:
            self._write(ready)
        except _FAULTY:
            with self._database.reading() as record:
                return self.put_cvs([*record.cvs.get_many(ready.kept).values(), *ready.unprepared])
        return self.put_cvs(ready.unprepared)

    def put_job_orders(self, job_orders: Sequence[Stored[JobOrder]]) -> int:
        """Put the job orders; returns how many were refused."""

        def write(some: Sequence[Stored[JobOrder]]) -> None:
            self._engines.job_orders.put(self._builder.build_job_orders(some))

        return _all_but_faulty(job_orders, write)

    def put_features(self, features: Sequence[Features], kept: Mapping[str, bytes] = NONE_KEPT) -> None:
        """Keep the features of the CVs that still exist: one erased in the meantime leaves nothing behind."""
        if features:
            with self._database.transaction(_ACTOR, _PURPOSE) as record:
                standing = record.cvs.revisions_of(cv_id for cv_id, _, _ in features)
                record.cv_features.put_many(self._generation, [one for one in features if one[0] in standing], kept)

    def mend_features(self, cvs: Sequence[Stored[Cv]]) -> int:
        """Recreate the features of the CVs but not their documents; returns how many were refused."""

        def mend(some: Sequence[Stored[Cv]]) -> None:
            made = self._built(some)
            self.put_features(made.features, made.kept)

        return _all_but_faulty(cvs, mend)

    def delete_cvs(self, gone: Sequence[tuple[str, int]]) -> None:
        """Remove CVs as of these sequences; one that was put again in the meantime keeps its features."""
        if gone:
            self._engines.cvs.delete(gone)
            with self._database.transaction(_ACTOR, _PURPOSE) as record:
                standing = record.cvs.revisions_of(cv_id for cv_id, _ in gone)
                lost = [cv_id for cv_id, _ in gone if cv_id not in standing]
                record.cv_features.delete_many(self._generation, lost)

    def delete_job_orders(self, gone: Sequence[tuple[str, int]]) -> None:
        """Remove job orders as of these sequences."""
        if gone:
            self._engines.job_orders.delete(gone)

    def _write(self, ready: CvsReady) -> None:
        self.put_features(ready.features, ready.kept)
        self._engines.cvs.put(ready.documents)

    def _built(self, cvs: Sequence[Stored[Cv]]) -> CvsReady:
        documents, features = self._builder.build_cvs(cvs)
        return CvsReady(documents, features, {one.id: kept_documents.encode(one) for one in documents})

    def _reused(self, record: Record, sequences: Mapping[str, int]) -> CvsReady:
        """The CVs that were already read at their sequence for the generation before."""
        if self._read_before is None:
            return CvsReady()
        held = record.cv_features.kept_many(self._read_before, list(sequences)).values()
        same = [one for one in held if one.sequence == sequences[one.cv_id]]
        try:
            documents = self._reused_documents(same)
        except ValueError:  # kept features that cannot be read are no loss: the CVs themselves can be read again
            return CvsReady()
        features = [(one.cv_id, one.sequence, one.blob) for one in same]
        return CvsReady(documents, features, {one.cv_id: one.document for one in same})

    def _reused_documents(self, kept: Sequence[KeptCv]) -> list[SearchDocument]:
        vectors = self._builder.vectors_again([one.blob for one in kept])
        return [
            kept_documents.decode(one.cv_id, one.sequence, one.document, vector)
            for one, vector in zip(kept, vectors, strict=True)
        ]


def _all_but_faulty(stored: Sequence[Stored[Value]], write: Callable[[Sequence[Stored[Value]]], None]) -> int:
    """Bring in all, halving a batch that fails until only the faulty records are left out; returns how many."""
    if not stored:
        return 0
    try:
        write(stored)
    except _FAULTY as failure:
        if len(stored) == 1:
            # The text of the failure may hold what a person wrote; its kind and the id do not.
            _log.error("%s cannot be indexed: %s", stored[0].value.id, type(failure).__name__)
            return 1
        middle = len(stored) // 2
        return _all_but_faulty(stored[:middle], write) + _all_but_faulty(stored[middle:], write)
    return 0
