"""What was worked out of each CV for ranking, by index generation; a copy that can always be made again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from indexer.records.batches import batches
from indexer.records.tables import cv_features
from indexer.records.unit_of_work import UnitOfWork
from indexer.records.upsert import upsert


@dataclass(frozen=True, slots=True)
class CvFeatures:
    """One CV's features as bytes, and the queue sequence of the CV they were made from."""

    cv_id: str
    sequence: int
    blob: bytes


class CvFeatureStore:
    """The features of one generation after the other; the generation must have been created."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def put_many(self, generation: str, features: Iterable[tuple[str, int, bytes]]) -> None:
        """Keep (cv id, sequence, bytes); features of an older sequence than kept change nothing."""
        self._work.require_writing()
        rows = [{"generation": generation, "cv_id": i, "sequence": s, "blob": blob} for i, s, blob in features]
        upsert(self._work.connection, cv_features, rows, not_older="sequence")

    def get_many(self, generation: str, cv_ids: Sequence[str]) -> dict[str, CvFeatures]:
        """The features of those CVs that have any, by id."""
        found = {}
        for part in batches(cv_ids):
            mine = (cv_features.c.generation == generation) & cv_features.c.cv_id.in_(part)
            chosen = select(cv_features.c.cv_id, cv_features.c.sequence, cv_features.c.blob).where(mine)
            found.update({row[0]: CvFeatures(*row) for row in self._work.connection.execute(chosen).all()})
        return found

    def sequences_of(self, generation: str, cv_ids: Sequence[str]) -> dict[str, int]:
        """The sequence of the features of those CVs that have any, without reading the features."""
        found: dict[str, int] = {}
        for part in batches(cv_ids):
            mine = (cv_features.c.generation == generation) & cv_features.c.cv_id.in_(part)
            chosen = select(cv_features.c.cv_id, cv_features.c.sequence).where(mine)
            found.update({row[0]: row[1] for row in self._work.connection.execute(chosen)})
        return found

    def delete_many(self, generation: str, cv_ids: Sequence[str]) -> None:
        """Forget the features of those CVs."""
        self._work.require_writing()
        for part in batches(cv_ids):
            mine = (cv_features.c.generation == generation) & cv_features.c.cv_id.in_(part)
            self._work.connection.execute(delete(cv_features).where(mine))

    def sequences(self, generation: str, after_id: str = "", limit: int = 10_000) -> dict[str, int]:
        """A page of CV ids with the sequence their features were made from."""
        mine = (cv_features.c.generation == generation) & (cv_features.c.cv_id > after_id)
        page = select(cv_features.c.cv_id, cv_features.c.sequence).where(mine)
        rows = self._work.connection.execute(page.order_by(cv_features.c.cv_id).limit(limit))
        return {row.cv_id: row.sequence for row in rows}

    def count(self, generation: str) -> int:
        """How many CVs have features in the generation."""
        mine = select(func.count()).select_from(cv_features).where(cv_features.c.generation == generation)
        return self._work.connection.execute(mine).scalar_one()
