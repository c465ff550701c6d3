"""Whose own words hold a key: looked up once for all candidates of a batch instead of once for each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.profile import CandidateProfile
from matcher.ranking.batch import Batch
from matcher.ranking.graders import key_buckets


class SaidInBatch:
    """Answers as `graders.says` does, for the candidates of one batch."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._ids_by_key: dict[str, frozenset[str]] = {}

    def __call__(self, key: str, candidate: CandidateProfile) -> bool:
        """Whether the candidate's own words hold every stem of the key, somewhere."""
        if key not in self._ids_by_key:
            self._ids_by_key[key] = self._ids(key)
        return candidate.id in self._ids_by_key[key]

    def _ids(self, key: str) -> frozenset[str]:
        profiles, buckets = self._batch.profiles, key_buckets(key)
        hold = np.full(len(profiles), len(buckets) > 0)
        for bucket in buckets.tolist():
            hold &= self._holders(bucket)
        return frozenset(profiles[row].id for row in np.flatnonzero(hold).tolist())

    def _holders(self, bucket: int) -> NDArray[np.bool_]:
        batch = self._batch
        places = np.flatnonzero(batch.terms == bucket)
        passages = (
            np.searchsorted(batch.term_starts, places, "right") - 1
        )  # an empty passage starts where the next does
        found = np.zeros(len(batch.profiles), np.bool_)
        found[batch.owner[passages]] = True
        return found
