"""A candidate to bytes and back, for the record's table of features; small and quick to read by the hundred."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict

import numpy as np

from matcher.candidates.profile import Candidate, CandidateProfile, Named, Passages, Qualification, Standing

FORM = 1  # another layout, another number: an index of the old form asks for a rebuild
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
    """The candidate that `encode` wrote; arrays are views of the bytes, not copies."""
    _, count, dimensions, terms, _ = _HEAD.unpack_from(blob)
    at = _HEAD.size
    arrays = []
    for dtype, size in (
        (np.uint8, count),
        (np.int8, count * dimensions),
        (np.float32, count),
        (np.float32, count),
        (np.uint32, count),
        (np.float32, count),
        (np.uint32, terms),
    ):
        arrays.append(np.frombuffer(blob, dtype=dtype, count=size, offset=at))
        at += arrays[-1].nbytes
    fields, standing = json.loads(blob[at:])
    kinds, vectors, scales, years, counts, lengths, ids = arrays
    passages = Passages(kinds, vectors.reshape(count, dimensions), scales, years, counts, ids, lengths)
    return Candidate(_profile(fields, passages), Standing(**standing))


def _profile(fields: dict[str, object], passages: Passages) -> CandidateProfile:
    values = dict(fields)
    for name in ("wishes", "refused", "history"):
        values[name] = tuple(Named(**item) for item in values[name])  # type: ignore[attr-defined]
    for name in ("held", "denied"):
        values[name] = tuple(Qualification(**item) for item in values[name])  # type: ignore[attr-defined]
    for name in ("wanted_shifts", "refused_shifts"):
        values[name] = tuple(values[name])  # type: ignore[arg-type]
    position = values["position"]
    values["position"] = tuple(position) if position else None  # type: ignore[arg-type]
    values["passages"] = passages
    return CandidateProfile(**values)  # type: ignore[arg-type]
