"""A candidate to bytes and back, for the record's table of features; small and quick to read by the hundred."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.profile import Candidate, CandidateProfile, Named, Passages, Qualification, Standing

Number = TypeVar("Number", bound=np.generic)

FORM = 2  # another layout, another number: an index of the old form asks for a rebuild
_HEAD = struct.Struct("<HHHII")  # form, passages, dimensions, terms, bytes of facts


def encode(candidate: Candidate) -> bytes:
    """The candidate as bytes: head, number arrays, then the facts as JSON."""
    passages = candidate.profile.passages
    fields = asdict(candidate.profile) | {"passages": None}
    facts = json.dumps([fields, asdict(candidate.standing)], ensure_ascii=False, separators=(",", ":")).encode()
    count, dimensions = passages.vectors.shape
    return b"".join(
        (
            _HEAD.pack(FORM, count, dimensions, len(passages.terms), len(facts)),
            passages.kinds.tobytes(),
            passages.vectors.tobytes(),
            passages.scales.tobytes(),
            passages.years.tobytes(),
            passages.term_counts.tobytes(),
            passages.term_lengths.tobytes(),
            passages.terms.tobytes(),
            facts,
        )
    )


def decode(blob: bytes) -> Candidate:
    """The candidate that `encode` wrote, arrays as views of the bytes; ValueError for another form."""
    form, count, dimensions, terms, facts = _HEAD.unpack_from(blob)
    if form != FORM:
        raise ValueError(f"features of form {form} cannot be read; this version writes form {FORM}")
    # The facts are read once; views of a part without them let their bytes go.
    arrays = _Arrays(blob[: len(blob) - facts], _HEAD.size)
    passages = Passages(
        kinds=arrays.next(np.uint8, count),
        vectors=arrays.next(np.int8, count * dimensions).reshape(count, dimensions),
        scales=arrays.next(np.float32, count),
        years=arrays.next(np.float32, count),
        term_counts=arrays.next(np.uint32, count),
        term_lengths=arrays.next(np.float32, count),
        terms=arrays.next(np.uint32, terms),
    )
    fields, standing = json.loads(blob[len(blob) - facts :])
    return Candidate(_profile(fields, passages), Standing(**standing))


class _Arrays:
    """Takes one array after another off the bytes."""

    def __init__(self, blob: bytes, at: int) -> None:
        self.at = at
        self._blob = blob

    def next(self, dtype: type[Number], size: int) -> NDArray[Number]:
        """The next `size` numbers, a view of the bytes."""
        found = np.frombuffer(self._blob, dtype=dtype, count=size, offset=self.at)
        self.at += found.nbytes
        return found


def _profile(fields: dict[str, object], passages: Passages) -> CandidateProfile:
    values = dict(fields)
    for name in ("wishes", "refused", "history"):
        values[name] = tuple(Named(**item) for item in values[name])  # type: ignore[attr-defined]
    for name in ("held", "denied"):
        values[name] = tuple(Qualification(**item) for item in values[name])  # type: ignore[attr-defined]
    for name in ("wanted_kinds", "wanted_shifts", "refused_shifts"):
        values[name] = tuple(values[name])  # type: ignore[arg-type]
    position = values["position"]
    values["position"] = tuple(position) if position else None  # type: ignore[arg-type]
    values["passages"] = passages
    return CandidateProfile(**values)  # type: ignore[arg-type]
