"""The words of a candidate to bytes and back: what is told of the few who are shown."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, get_type_hints

from msgspec import msgpack

from matcher.candidates.profile import CandidateProfile, Passages

FIELDS = tuple(one.name for one in fields(CandidateProfile))
PASSAGES_AT = FIELDS.index("passages")  # they stand elsewhere in the bytes
TOLD = tuple(name for name in FIELDS if name != "passages")
_told_of = attrgetter(*TOLD)
_write = msgpack.Encoder(order="deterministic").encode  # equal profiles are equal bytes


def words_of(profile: CandidateProfile, beside: tuple[object, ...]) -> bytes:
    """All of the profile but its passages, and what is kept beside it, as bytes."""
    return _write((_told_of(profile), beside))


def read_words(words: bytes | memoryview, passages: Passages) -> tuple[CandidateProfile, list[Any]]:
    """The profile with those passages, and what was kept beside it."""
    told, beside = _reader().decode(words)
    whole = [*told[:PASSAGES_AT], passages, *told[PASSAGES_AT:]]
    return CandidateProfile(*whole), beside


@cache
def _reader() -> msgpack.Decoder[Any]:
    """Makes every value of the type that its field has."""
    hints = get_type_hints(CandidateProfile)
    return msgpack.Decoder(tuple[tuple[*(hints[name] for name in TOLD)], list[Any]])  # type: ignore[misc]
