"""Many candidates laid side by side, so that one order is compared with all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.profile import CandidateProfile, PassageKind

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Batch:
    """The passages of n candidates in one row of arrays; `owner` says whose each passage is.

    `vectors` are whole numbers held as float32 (quantising.py), to be multiplied by `scales`.
    """

    profiles: tuple[CandidateProfile, ...]
    owner: NDArray[np.intp]
    kinds: NDArray[np.uint8]
    vectors: Floats
    scales: Floats
    years: Floats
    terms: NDArray[np.uint32]
    term_starts: NDArray[np.intp]
    term_lengths: Floats

    def best_of(self, values: Floats, kinds: Sequence[PassageKind]) -> Floats:
        """The highest value among each candidate's passages of the kinds; NaN where there is none. Shape (n,)."""
        best = np.full(len(self.profiles), -np.inf, np.float32)
        chosen = np.isin(self.kinds, kinds)
        np.maximum.at(best, self.owner[chosen], values[chosen])
        best[np.isneginf(best)] = np.nan
        return best

    def mean(self, values: Floats) -> Floats:
        """The mean over each candidate's passages. Shape (n,)."""
        sums = np.bincount(self.owner, values, len(self.profiles))
        return (sums / np.bincount(self.owner, minlength=len(self.profiles))).astype(np.float32)


def lay_out(profiles: Sequence[CandidateProfile]) -> Batch:
    """The batch of the candidates, in the order given."""
    passages = [profile.passages for profile in profiles]
    counts = np.concatenate([found.term_counts for found in passages])
    return Batch(
        profiles=tuple(profiles),
        owner=np.repeat(np.arange(len(profiles)), [len(found.kinds) for found in passages]),
        kinds=np.concatenate([found.kinds for found in passages]),
        vectors=np.concatenate([found.vectors for found in passages]).astype(np.float32),
        scales=np.concatenate([found.scales for found in passages]),
        years=np.concatenate([found.years for found in passages]),
        terms=np.concatenate([found.terms for found in passages]),
        term_starts=np.concatenate(([0], np.cumsum(counts)[:-1])).astype(np.intp),
        term_lengths=np.concatenate([found.term_lengths for found in passages]),
    )
