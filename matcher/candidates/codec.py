"""A candidate to bytes and back, for the record's table of features.

The bytes begin with all that is numbers, which is read by the hundred for every order (crowd.py); behind it stand the
words, which are read for the few who are shown.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from dataclasses import fields as dataclass_fields
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.facts import FACT, STANDING, TRAITS, facts_of, standing_of, traits_of
from matcher.candidates.profile import Candidate, CandidateProfile, Named, Passages, Qualification, Standing

Size = TypeVar("Size", int, NDArray[np.int64])

FORM = 3  # another layout, another number: an index of the old form asks for a rebuild
HEAD = struct.Struct("<HHHII")  # form, passages, dimensions, terms, facts
# Of a passage: scale, years, number of terms, length of terms, kind.
PASSAGE_TYPES: tuple[np.dtype[Any], ...] = tuple(map(np.dtype, ("f4", "f4", "u4", "f4", "u1")))


NO_PASSAGES = Passages(*[np.zeros(0)] * len(dataclass_fields(Passages)))  # type: ignore[arg-type]  # never written


def encode(candidate: Candidate) -> bytes:
    """The candidate as bytes: its numbers, then its words as packed JSON."""
    said = asdict(replace(candidate.profile, passages=NO_PASSAGES)) | {"passages": None}
    words = json.dumps([said, asdict(candidate.standing)], ensure_ascii=False, separators=(",", ":")).encode()
    return numbers_of(candidate) + zlib.compress(words)


def numbers_of(candidate: Candidate) -> bytes:
    """The part of the bytes that holds the numbers: head, then one array behind the other."""
    passages, facts = candidate.profile.passages, facts_of(candidate.profile)
    count, dimensions = passages.vectors.shape
    arrays = (
        traits_of(candidate.profile),
        standing_of(candidate.standing),
        facts,
        passages.scales,
        passages.years,
        passages.term_counts,
        passages.term_lengths,
        passages.kinds,
        passages.vectors,
        passages.terms,
    )
    head = HEAD.pack(FORM, count, dimensions, len(passages.terms), len(facts))
    return b"".join((head, *(array.tobytes() for array in arrays)))


def section_sizes(count: Size, dimensions: Size, terms: Size, facts: Size) -> tuple[int | Size, ...]:
    """Bytes of each array behind the head, in its order, for one candidate or for many."""
    by_passage: list[Any] = [count * dtype.itemsize for dtype in PASSAGE_TYPES]
    return (
        TRAITS.itemsize,
        STANDING.itemsize,
        facts * FACT.itemsize,
        *by_passage,
        count * dimensions,
        terms * 4,
    )


def numbers(blob: bytes) -> bytes:
    """The numbers of what `encode` wrote; ValueError for another form."""
    return blob[: _numbers_end(blob)]


def decode(blob: bytes) -> Candidate:
    """The candidate that `encode` wrote; ValueError for another form."""
    fields, standing = json.loads(zlib.decompress(blob[_numbers_end(blob) :]))
    return Candidate(_profile(fields, _passages(blob)), Standing(**standing))


def _numbers_end(blob: bytes) -> int:
    form, *counts = HEAD.unpack_from(blob)
    if form != FORM:
        raise ValueError(f"features of form {form} cannot be read; this version writes form {FORM}")
    return HEAD.size + sum(section_sizes(*counts))


def _passages(blob: bytes) -> Passages:
    _, count, dimensions, terms, facts = HEAD.unpack_from(blob)
    sizes = section_sizes(count, dimensions, terms, facts)
    ends = np.cumsum([HEAD.size, *sizes])
    parts = [blob[start:end] for start, end in zip(ends[2:-1].tolist(), ends[3:].tolist(), strict=True)]
    scales, years, term_counts, term_lengths, kinds = _arrays(parts[1:6], PASSAGE_TYPES)
    return Passages(
        kinds=kinds,
        vectors=np.frombuffer(parts[6], np.int8).reshape(count, dimensions),
        scales=scales,
        years=years,
        term_counts=term_counts,
        terms=np.frombuffer(parts[7], np.uint32),
        term_lengths=term_lengths,
    )


def _arrays(parts: Iterable[bytes], types: Sequence[np.dtype[Any]]) -> list[NDArray[Any]]:
    return [np.frombuffer(part, dtype) for part, dtype in zip(parts, types, strict=True)]


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
