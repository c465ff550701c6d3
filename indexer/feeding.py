"""From records to what is made of them: documents in the engines, features in the record."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from indexer.engines.contract import SearchDocument, SearchEngine
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.database import Database
from indexer.records.stored import Stored

_log = logging.getLogger(__name__)
_ACTOR, _PURPOSE = "indexer", "index"

Features = tuple[str, int, bytes]  # CV id, sequence of the CV they were made from, the features
CvsBuilt = tuple[Sequence[SearchDocument], Sequence[Features]]
Built = TypeVar("Built")
Value = TypeVar("Value", Cv, JobOrder)


class DocumentBuilder(Protocol):
    """Makes what is searched by and ranked from; a record that cannot be made into it is a ValueError."""

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
        """A document and features for every CV."""

    def build_cvs_again(self, cvs: Sequence[tuple[Stored[Cv], bytes]]) -> Sequence[SearchDocument]:
        """A document for every CV from its features, as `build_cvs` made them of the same CV; reads and embeds nothing.

        Raises ValueError for features that cannot be read.
        """

    def build_job_orders(self, job_orders: Sequence[Stored[JobOrder]]) -> Sequence[SearchDocument]:
        """A document for every job order."""


@dataclass(frozen=True, slots=True)
class IndexEngines:
    """The engines of one generation."""

    cvs: SearchEngine
    job_orders: SearchEngine

    def applied(self) -> int:
        """Up to where both are in step with the queue."""
        return min(self.cvs.applied(), self.job_orders.applied())

    def mark_applied(self, sequence: int) -> None:
        """Remember durably how far both are."""
        self.cvs.mark_applied(sequence)
        self.job_orders.mark_applied(sequence)

    def close(self) -> None:
        """Close both."""
        try:
            self.cvs.close()
        finally:
            self.job_orders.close()


class Feeder:
    """Puts records into one generation; the same record again changes nothing.

    One record that cannot be made into a document does not hold up the others: it is left out, counted and logged by
    its id, and `index check` finds it missing. `read_before` is a generation with features of the same form, made by
    the same model and taxonomy: CVs that have not changed since are not read and embedded again.
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
        """Bring in the CVs; features first, so that a CV that is found can be ranked. How many were refused."""
        return _each_bearable(cvs, lambda some: self._bring_in(self._built(some)))

    def built_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt | None:
        """What `put_built` brings in, made beforehand; None where one of the CVs cannot be made into a document."""
        try:
            return self._built(cvs)
        except ValueError:
            return None

    def put_built(self, cvs: Sequence[Stored[Cv]], built: CvsBuilt | None) -> int:
        """Bring in the CVs as they were made, or one by one where they could not be. How many were refused."""
        if built is not None:
            try:
                self._bring_in(built)
            except ValueError:
                return self.put_cvs(cvs)
            return 0
        return self.put_cvs(cvs)

    def put_job_orders(self, job_orders: Sequence[Stored[JobOrder]]) -> int:
        """Bring in the job orders. How many were refused."""

        def bring_in(some: Sequence[Stored[JobOrder]]) -> None:
            self._engines.job_orders.put(self._builder.build_job_orders(some))

        return _each_bearable(job_orders, bring_in)

    def put_features(self, features: Sequence[Features]) -> None:
        """Keep the features of those CVs that still stand: one that was erased meanwhile leaves nothing behind."""
        if features:
            with self._database.transaction(_ACTOR, _PURPOSE) as record:
                standing = record.cvs.revisions_of(cv_id for cv_id, _, _ in features)
                record.cv_features.put_many(self._generation, [one for one in features if one[0] in standing])

    def mend_features(self, cvs: Sequence[Stored[Cv]]) -> int:
        """Make the features of the CVs again and leave their documents. How many were refused."""
        return _each_bearable(cvs, lambda some: self.put_features(self._builder.build_cvs(some)[1]))

    def _bring_in(self, built: CvsBuilt) -> None:
        documents, features = built
        self.put_features(features)
        self._engines.cvs.put(documents)

    def _built(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
        if self._read_before is None:
            return self._builder.build_cvs(cvs)
        with self._database.reading() as record:
            held = record.cv_features.get_many(self._read_before, [one.value.id for one in cvs])
        known = {one.cv_id: one.blob for one in held.values()}
        read = {(one.cv_id, one.sequence) for one in held.values()}
        same = [(one, known[one.value.id]) for one in cvs if (one.value.id, one.sequence) in read]
        changed = [one for one in cvs if (one.value.id, one.sequence) not in read]
        try:
            documents = self._builder.build_cvs_again(same)
        except ValueError:  # whatever has become of the old features, the CVs themselves can be read
            return self._builder.build_cvs(cvs)
        more, features = self._builder.build_cvs(changed) if changed else ((), ())
        return [*documents, *more], [*((one.value.id, one.sequence, blob) for one, blob in same), *features]

    def delete_cvs(self, gone: Sequence[tuple[str, int]]) -> None:
        """Take out CVs as of these sequences."""
        if gone:
            self._engines.cvs.delete(gone)
            with self._database.transaction(_ACTOR, _PURPOSE) as record:
                record.cv_features.delete_many(self._generation, [cv_id for cv_id, _ in gone])

    def delete_job_orders(self, gone: Sequence[tuple[str, int]]) -> None:
        """Take out job orders as of these sequences."""
        if gone:
            self._engines.job_orders.delete(gone)


def _each_bearable(stored: Sequence[Stored[Value]], bring_in: Callable[[Sequence[Stored[Value]]], None]) -> int:
    if not stored:
        return 0
    try:
        bring_in(stored)
    except ValueError as failure:
        if len(stored) == 1:
            # The text of the failure may hold what a person wrote; its kind and the id do not.
            _log.error("%s cannot be indexed: %s", stored[0].value.id, type(failure).__name__)
            return 1
        middle = len(stored) // 2
        return _each_bearable(stored[:middle], bring_in) + _each_bearable(stored[middle:], bring_in)
    return 0
