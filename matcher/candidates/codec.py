"""A candidate to bytes and back, for the record's table of features.

The bytes begin with all that is numbers, which is read by the hundred for every order (crowd.py); behind it stand the
words, which are read for the few who are shown.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import astuple, fields
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from indexer.terms import BUCKETS
from matcher.candidates.facts import FACT, PERSON, facts_of, person_of
from matcher.candidates.profile import Candidate, CandidateProfile, Named, Passages, Qualification, Standing

Size = TypeVar("Size", int, NDArray[np.int64])

FORM = 3  # another layout, another number: an index of the old form asks for a rebuild
HEAD = struct.Struct("<HHHII")  # form, passages, dimensions, terms, facts
# Terms are kept by their low 16 bits, in ascending order; `terms` counts a passage's terms by the bits above.
LOW_BITS = 16
HIGHS = BUCKETS >> LOW_BITS
PASSAGE = np.dtype([("scale", "f4"), ("years", "f4"), ("terms", "u2", HIGHS), ("length", "f4"), ("kind", "u1")])
NO_PASSAGES = Passages(*[np.zeros(0)] * len(fields(Passages)))  # type: ignore[arg-type]  # where words are enough
NAMED, QUALIFIED = ("wishes", "refused", "history"), ("held", "denied")
LISTED = ("wanted_kinds", "wanted_shifts", "refused_shifts", "position")


def encode(candidate: Candidate) -> bytes:
    """The candidate as bytes: its numbers, then its words as packed JSON."""
    profile = candidate.profile
    said = {field.name: getattr(profile, field.name) for field in fields(profile) if field.name != "passages"}
    words = json.dumps([said, astuple(candidate.standing)], ensure_ascii=False, separators=(",", ":"), default=_plain)
    return numbers_of(candidate) + zlib.compress(words.encode())


def _plain(value: Mapping[str, str] | frozenset[str]) -> object:
    return dict(value) if isinstance(value, Mapping) else sorted(value)


def numbers_of(candidate: Candidate) -> bytes:
    """The part of the bytes that holds the numbers: head, then one array behind the other."""
    passages, facts = candidate.profile.passages, facts_of(candidate.profile)
    count, dimensions = passages.vectors.shape
    each = np.zeros(count, PASSAGE)
    each["scale"], each["years"], each["terms"] = passages.scales, passages.years, _counts_by_high(passages)
    each["length"], each["kind"] = passages.term_lengths, passages.kinds
    low = passages.terms.astype(np.uint16)
    arrays = (person_of(candidate.profile, candidate.standing), facts, each, passages.vectors, low)
    head = HEAD.pack(FORM, count, dimensions, len(passages.terms), len(facts))
    return b"".join((head, *(array.tobytes() for array in arrays)))


def section_sizes(count: Size, dimensions: Size, terms: Size, facts: Size) -> tuple[int | Size, ...]:
    """Bytes of each array behind the head, in its order, for one candidate or for many."""
    return PERSON.itemsize, facts * FACT.itemsize, count * PASSAGE.itemsize, count * dimensions, terms * 2


def _whole_terms(low: NDArray[np.uint16], counts: NDArray[np.uint16]) -> NDArray[np.uint32]:
    """Terms from their low bits and how many of each passage have which bits above, shape (passages, HIGHS)."""
    highs = np.tile(np.arange(HIGHS, dtype=np.uint32) << LOW_BITS, len(counts))
    terms: NDArray[np.uint32] = np.repeat(highs, counts.reshape(-1)).astype(np.uint32, copy=False)
    terms |= low
    return terms


def _counts_by_high(passages: Passages) -> NDArray[np.int64]:
    owner = np.repeat(np.arange(len(passages.kinds)), passages.term_counts)
    places = owner * HIGHS + (passages.terms >> LOW_BITS)
    return np.bincount(places, minlength=len(passages.kinds) * HIGHS).reshape(-1, HIGHS)


def numbers(blob: bytes) -> bytes:
    """The numbers of what `encode` wrote; ValueError for another form."""
    return blob[: _numbers_end(blob)]


def decode(blob: bytes) -> Candidate:
    """The candidate that `encode` wrote; ValueError for another form."""
    return _candidate(blob, _passages(blob))


def decode_words(blob: bytes) -> Candidate:
    """The candidate without its passages, which nobody who tells of it needs; ValueError for another form."""
    return _candidate(blob, NO_PASSAGES)


def _numbers_end(blob: bytes) -> int:
    return HEAD.size + sum(section_sizes(*_counts(blob)))


def _counts(blob: bytes) -> tuple[int, int, int, int]:
    """How many passages, dimensions, terms and facts."""
    form, count, dimensions, terms, facts = HEAD.unpack_from(blob)
    if form != FORM:
        raise ValueError(f"features of form {form} cannot be read; this version writes form {FORM}")
    return count, dimensions, terms, facts


def read_passages(each: bytes, vectors: bytes, low_terms: bytes, dimensions: int) -> Passages:
    """The passages of one candidate or of many behind one another, from their three sections."""
    rows = np.frombuffer(each, PASSAGE)
    return Passages(
        kinds=rows["kind"].copy(),
        vectors=np.frombuffer(vectors, np.int8).reshape(-1, dimensions),
        scales=rows["scale"].copy(),
        years=rows["years"].copy(),
        term_counts=rows["terms"].sum(axis=1, dtype=np.uint32),
        terms=_whole_terms(np.frombuffer(low_terms, np.uint16), rows["terms"]),
        term_lengths=rows["length"].copy(),
    )


def _passages(blob: bytes) -> Passages:
    count, dimensions, terms, facts = _counts(blob)
    ends = np.cumsum([HEAD.size, *section_sizes(count, dimensions, terms, facts)]).tolist()
    each, vectors, low_terms = (blob[start:end] for start, end in pairwise(ends[2:]))
    return read_passages(each, vectors, low_terms, dimensions)


def _candidate(blob: bytes, passages: Passages) -> Candidate:
    words: Any = zlib.decompress(blob[_numbers_end(blob) :])
    said, standing = json.loads(words)
    for name in NAMED:
        said[name] = tuple(Named(*one) for one in said[name])
    for name in QUALIFIED:
        said[name] = tuple(Qualification(*one) for one in said[name])
    for name in LISTED:
        said[name] = None if said[name] is None else tuple(said[name])
    said["stems"] = frozenset(said["stems"])
    return Candidate(CandidateProfile(**said, passages=passages), Standing(*standing))
