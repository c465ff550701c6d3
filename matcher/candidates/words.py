"""The words of a candidate to bytes and back: what is told of the few who are shown."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache, partial
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np

from matcher.candidates.profile import CandidateProfile, Passages

Read = Callable[[Any], Any]

STEMS = struct.Struct("<I")  # how many stems stand before the rest
STEM = np.dtype("<u8")
FIELDS = tuple(one.name for one in fields(CandidateProfile))
PASSAGES_AT, STEMS_AT = FIELDS.index("passages"), FIELDS.index("stems")  # they stand elsewhere in the bytes
TOLD = tuple(name for name in FIELDS if name not in {"passages", "stems"})


def words_of(profile: CandidateProfile, beside: tuple[object, ...]) -> bytes:
    """All of the profile but its passages, and what is kept beside it, as bytes."""
    stems = np.array(sorted(profile.stems), STEM)
    told = [[getattr(profile, name) for name in TOLD], beside]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return b"".join((STEMS.pack(len(stems)), stems.tobytes(), text.encode()))


def _plain(value: Mapping[str, str]) -> object:
    return dict(value)


def read_words(words: bytes, passages: Passages) -> tuple[CandidateProfile, list[Any]]:
    """The profile with those passages, and what was kept beside it."""
    (count,) = STEMS.unpack_from(words)
    told, beside = json.loads(words[STEMS.size + count * STEM.itemsize :].decode())
    for place, read in _readers():
        told[place] = read(told[place])
    told.insert(PASSAGES_AT, passages)
    told.insert(STEMS_AT, frozenset(np.frombuffer(words, STEM, count, STEMS.size).tolist()))
    return CandidateProfile(*told), beside


@cache
def _readers() -> tuple[tuple[int, Read], ...]:
    """By its place in TOLD, what makes each value that JSON does not know of what it knows."""
    hints = get_type_hints(CandidateProfile)
    readers = ((place, _reader(hints[name])) for place, name in enumerate(TOLD))
    return tuple((place, read) for place, read in readers if read)


def _reader(hint: object) -> Read | None:
    """Tuples, such as JSON knows as lists, of what they are tuples of; None for what JSON knows."""
    tuples = [one for one in (hint, *get_args(hint)) if get_origin(one) is tuple]
    if not tuples:
        return None
    item = get_args(tuples[0])[0]
    if not hasattr(item, "_make"):
        return _tuple
    # Not `_make`, which counts the fields again: the form number says that they are all there.
    make = partial(tuple.__new__, item)
    return lambda given: tuple(map(make, given)) if given else ()


def _tuple(given: Any) -> Any:
    return None if given is None else tuple(given)
