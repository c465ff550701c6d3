"""A candidate to bytes and back, for the record's table of features.

The bytes begin with the facts, which everybody found for an order is held against; then come the passages, which are
weighed of those who may be listed; then the words, which are read for the few who are shown.
"""

from __future__ import annotations

import struct
from dataclasses import astuple, fields
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.facts import FACT, PERSON, facts_of, person_of
from matcher.candidates.passage_terms import HIGHS, LOW_BITS, PassageTerms
from matcher.candidates.profile import Candidate, Passages, Standing
from matcher.candidates.words import read_words, words_of

Size = TypeVar("Size", int, NDArray[np.int64])

FORM = 13  # another layout, another number: an index of the old form asks for a rebuild
HEAD = struct.Struct("<HHHII")  # form, passages, dimensions, terms, facts
# Terms are kept by their low bits, in ascending order; `terms` counts a passage's terms by the bits above.
PASSAGE = np.dtype([("scale", "f4"), ("years", "f4"), ("terms", "u2", HIGHS), ("length", "f4"), ("kind", "u1")])
NO_PASSAGES = Passages(*[np.zeros(0)] * len(fields(Passages)))  # type: ignore[arg-type]  # where words are enough


class Ends(NamedTuple):
    """Where the facts and the passages of a candidate's bytes end; the words go on to the end of all."""

    facts: int
    passages: int


def encode(candidate: Candidate) -> bytes:
    """The candidate as bytes: its numbers, then its words."""
    return numbers_of(candidate) + words_of(candidate.profile, astuple(candidate.standing))


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


def passage_sizes(count: Size, dimensions: Size, terms: Size) -> tuple[Size, Size, Size]:
    """Bytes of each array of the passages, in its order, for one candidate or for many."""
    return count * PASSAGE.itemsize, count * dimensions, terms * 2


def _counts_by_high(passages: Passages) -> NDArray[np.int64]:
    owner = np.repeat(np.arange(len(passages.kinds)), passages.term_counts)
    places = owner * HIGHS + (passages.terms >> LOW_BITS)
    return np.bincount(places, minlength=len(passages.kinds) * HIGHS).reshape(-1, HIGHS)


def refuse_other_forms(blob: bytes) -> None:
    """ValueError unless this version's `encode` wrote it."""
    form = HEAD.unpack_from(blob)[0]
    if form != FORM:
        raise ValueError(f"features of form {form} cannot be read; this version writes form {FORM}")


def ends(numbers: bytes) -> Ends:
    """Where the parts of a candidate's bytes end."""
    _, count, dimensions, terms, facts = HEAD.unpack_from(numbers)
    facts_end = HEAD.size + PERSON.itemsize + facts * FACT.itemsize
    return Ends(facts_end, facts_end + sum(passage_sizes(count, dimensions, terms)))


def decode(blob: bytes) -> Candidate:
    """The candidate that `encode` wrote; ValueError for another form."""
    refuse_other_forms(blob)
    facts_end, passages_end = ends(blob)
    return _candidate(blob[passages_end:], _passages(blob, facts_end))


def decode_words(words: bytes | memoryview) -> Candidate:
    """The candidate of the words alone, without its passages, which nobody who tells of it needs."""
    return _candidate(words, NO_PASSAGES)


def _candidate(words: bytes | memoryview, passages: Passages) -> Candidate:
    profile, standing = read_words(words, passages)
    return Candidate(profile, Standing(*standing))


def _passages(blob: bytes, start: int) -> Passages:
    _, count, dimensions, terms, _ = HEAD.unpack_from(blob)
    each, vectors, _ = passage_sizes(count, dimensions, terms)
    rows = np.frombuffer(blob, PASSAGE, count, start)
    low = np.frombuffer(blob, np.uint16, terms, start + each + vectors)
    return Passages(
        kinds=rows["kind"].copy(),
        vectors=np.frombuffer(blob, np.int8, vectors, start + each).reshape(-1, dimensions),
        scales=rows["scale"].copy(),
        years=rows["years"].copy(),
        term_counts=rows["terms"].sum(axis=1, dtype=np.uint32),
        terms=PassageTerms(low, rows["terms"]).whole(),
        term_lengths=rows["length"].copy(),
    )
