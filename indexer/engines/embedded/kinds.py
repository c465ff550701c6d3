"""How often a word stands in a document of which length: few pairs, so that what each is worth is worked out once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_EXACT_LENGTHS = 24  # Lucene SmallFloat.intToByte4

KindNumbers = NDArray[np.uint16] | NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Kinds:
    """The pairs that occur, by number: how often, and how long the document is."""

    times: NDArray[np.int64]
    lengths: NDArray[np.float64]


def kinds_of(
    times: NDArray[np.uint16], owners: NDArray[np.uint16], lengths: NDArray[np.uint32]
) -> tuple[KindNumbers, Kinds]:
    """The kind of every word that stands so often in its owner; lengths are those of the owners."""
    held, code = np.unique(rounded_lengths(lengths), return_inverse=True)
    pairs = times.astype(np.uint32)
    pairs *= np.uint32(len(held))
    pairs += code.astype(np.uint32)[owners]
    counts = np.bincount(pairs)
    present = np.flatnonzero(counts)
    numbers = np.zeros(len(counts), np.uint32)
    numbers[present] = np.arange(len(present))
    short = numbers.astype(np.uint16) if len(present) <= 1 << 16 else numbers
    return short[pairs], Kinds(present // len(held), held[present % len(held)])


def rounded_lengths(lengths: NDArray[np.uint32]) -> NDArray[np.float64]:
    """Lengths as Lucene keeps them in one byte, so that the engines agree: exact up to 40, then to an eighth, down."""
    beyond = np.maximum(lengths.astype(np.int64) - _EXACT_LENGTHS, 0)
    step = np.maximum(np.frexp(beyond.astype(np.float64))[1] - 4, 0)  # four leading bits stay
    return np.where(lengths < _EXACT_LENGTHS, lengths, _EXACT_LENGTHS + ((beyond >> step) << step)).astype(np.float64)
