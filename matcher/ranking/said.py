"""Whose own words hold a key: looked up once for many candidates instead of once for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.profile import CandidateProfile
from matcher.ranking.graders import key_buckets


class SaidBy:
    """Answers as `graders.says` does, for the given candidates."""

    def __init__(self, profiles: Sequence[CandidateProfile]) -> None:
        self._profiles = profiles
        self._ids_by_key: dict[str, frozenset[str]] = {}

    def __call__(self, key: str, candidate: CandidateProfile) -> bool:
        """Whether the candidate's own words hold every stem of the key, somewhere."""
        if key not in self._ids_by_key:
            self._ids_by_key[key] = self._ids(key)
        return candidate.id in self._ids_by_key[key]

    def _ids(self, key: str) -> frozenset[str]:
        buckets = key_buckets(key)
        hold = np.full(len(self._profiles), len(buckets) > 0)
        for bucket in buckets.tolist():
            hold &= self._holders(bucket)
        return frozenset(self._profiles[row].id for row in np.flatnonzero(hold).tolist())

    def _holders(self, bucket: int) -> NDArray[np.bool_]:
        places = np.flatnonzero(self._terms == bucket)
        found = np.zeros(len(self._profiles), np.bool_)
        found[np.searchsorted(self._ends, places, "right")] = True
        return found

    @cached_property
    def _terms(self) -> NDArray[np.uint32]:
        return np.concatenate([profile.passages.terms for profile in self._profiles])

    @cached_property
    def _ends(self) -> NDArray[np.intp]:
        return np.cumsum([len(profile.passages.terms) for profile in self._profiles])
