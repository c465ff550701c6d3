"""What was worked out of each CV for ranking, by index generation; a copy that can always be made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, select

from indexer.batches import batches
from indexer.records.tables import cv_features
from indexer.records.unit_of_work import UnitOfWork
from indexer.records.upsert import upsert

NONE_KEPT: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CvFeatures:
    """One CV's features as bytes, and the queue sequence of the CV they were made from."""

    cv_id: str
    sequence: int
    blob: bytes


@dataclass(frozen=True, slots=True)
class KeptCv:
    """One CV's features with its search document, both as bytes and made from the CV at that sequence."""

    cv_id: str
    sequence: int
    blob: bytes
    document: bytes


class CvFeatureStore:
    """The features of one generation after the other; the generation must have been created."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def put_many(
        self,
        generation: str,
        features: Iterable[tuple[str, int, bytes]],
        documents: Mapping[str, bytes] = NONE_KEPT,
    ) -> None:
        """Keep (cv id, sequence, bytes); features of an older sequence than kept change nothing.

        `documents` are those of the CVs by id, as bytes too, where there are any.
        """
        self._work.require_writing()
        rows: list[dict[str, object]] = [
            {"generation": generation, "cv_id": cv_id, "sequence": at, "blob": blob, "document": documents.get(cv_id)}
            for cv_id, at, blob in features
        ]
        upsert(self._work.connection, cv_features, rows, not_older="sequence")

    def get_many(self, generation: str, cv_ids: Sequence[str]) -> dict[str, CvFeatures]:
        """The features of those CVs that have any, by id."""
        columns = select(cv_features.c.cv_id, cv_features.c.sequence, cv_features.c.blob)
        return {row[0]: CvFeatures(*row) for row in self._of_those(columns, generation, cv_ids)}

    def kept_many(self, generation: str, cv_ids: Sequence[str]) -> dict[str, KeptCv]:
        """The features and documents of those CVs that have both, by id."""
        columns = select(cv_features.c.cv_id, cv_features.c.sequence, cv_features.c.blob, cv_features.c.document)
        with_document = columns.where(cv_features.c.document.is_not(None))
        return {row[0]: KeptCv(*row) for row in self._of_those(with_document, generation, cv_ids)}

    def sequences_of(self, generation: str, cv_ids: Sequence[str]) -> dict[str, int]:
        """The sequence of the features of those CVs that have any, without reading the features."""
        columns = select(cv_features.c.cv_id, cv_features.c.sequence)
        return {row[0]: row[1] for row in self._of_those(columns, generation, cv_ids)}

    def sequences(self, generation: str, after_id: str = "", limit: int = 10_000) -> dict[str, int]:
        """A page of CV ids with the sequence their features were made from."""
        mine = (cv_features.c.generation == generation) & (cv_features.c.cv_id > after_id)
        page = select(cv_features.c.cv_id, cv_features.c.sequence).where(mine)
        rows = self._work.connection.execute(page.order_by(cv_features.c.cv_id).limit(limit))
        return {row.cv_id: row.sequence for row in rows}

    def delete_many(self, generation: str, cv_ids: Sequence[str]) -> None:
        """Forget the features of those CVs."""
        self._work.require_writing()
        for part in batches(cv_ids):
            self._work.connection.execute(delete(cv_features).where(_among(generation, part)))

    def delete_page(self, generation: str, most: int) -> int:
        """Forget the features of so many CVs of the generation at most; how many were forgotten."""
        self._work.require_writing()
        page = list(self.sequences(generation, limit=most))
        if page:
            through = (cv_features.c.generation == generation) & (cv_features.c.cv_id <= page[-1])
            self._work.connection.execute(delete(cv_features).where(through))
        return len(page)

    def _of_those(
        self, columns: Select[tuple[Any, ...]], generation: str, cv_ids: Sequence[str]
    ) -> Iterator[Sequence[Any]]:
        for part in batches(cv_ids):
            yield from self._work.connection.execute(columns.where(_among(generation, part))).all()


def _among(generation: str, cv_ids: Sequence[str]) -> ColumnElement[bool]:
    return (cv_features.c.generation == generation) & cv_features.c.cv_id.in_(cv_ids)
