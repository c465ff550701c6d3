"""A candidate's facts as numbers, so that one order is held against many people at once.

A fact is a row: what it is, the code of its key, an amount (how sure, a level, a kind) and years; NaN for none. What is
held has the day number of its last valid day in the place of years; hours have the fewest and the most a week.
Facts are for ranking and the rules; the words that gave them stay in the profile.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.ages import age_bounds
from matcher.candidates.profile import CandidateProfile, Named, Qualification, Standing
from taxonomy.reading.findings import RequirementKind

LEVELS = {level: place for place, level in enumerate(("A1", "A2", "B1", "B2", "C1", "C2", "modersmål"), start=1)}
LEVEL_IF_UNSAID = LEVELS["B1"]  # who names a language without a level can use it
KIND_NUMBERS = {kind.value: number for number, kind in enumerate(RequirementKind)}  # the amount of what is held
NONE = float("nan")
FACT = np.dtype([("what", "u1"), ("code", "u8"), ("amount", "f4"), ("years", "f8")])
TRAITS = np.dtype(
    [("availability", "f8"), ("latitude", "f8"), ("longitude", "f8"), ("max_commute_km", "f8")]
)  # one row a person; NaN where the CV is silent
STANDING = np.dtype(
    [("cv_approved", "?"), ("match_category", "u1"), ("insured", "i1"), ("age_from", "u4"), ("age_to", "u4")]
)
PERSON = np.dtype([*TRAITS.descr, *STANDING.descr])

Facts = NDArray[np.void]
Row = tuple[int, int, float, float]


class FactKind(IntEnum):
    """What a fact tells; the number stands in the record's features, so that a new one comes last."""

    WISH = 0
    REFUSED = 1
    HISTORY = 2
    HELD = 3
    DENIED = 4
    LANGUAGE = 5
    TEXT_LANGUAGE = 6
    WANTED_KIND = 7
    WANTED_SHIFT = 8
    REFUSED_SHIFT = 9
    HOURS = 10
    EDUCATION_LEVEL = 11
    TASK = 12
    WISHED_TASK = 13
    REFUSED_KIND = 14


@lru_cache(maxsize=100_000)
def code(*key: str) -> int:
    """The number of a key: 64 bits of a hash, so that two of the taxonomy's share one as good as never."""
    return int.from_bytes(hashlib.blake2b("\0".join(key).encode("utf-8", "replace"), digest_size=8).digest(), "little")


def codes(keys: Iterable[str]) -> NDArray[np.uint64]:
    """The numbers of several keys."""
    return np.array([code(key) for key in keys], np.uint64)


def facts_of(profile: CandidateProfile) -> Facts:
    """The rows of a profile, in its order."""
    return np.array(list(_rows(profile)), FACT)


def person_of(profile: CandidateProfile, standing: Standing) -> NDArray[np.void]:
    """What everybody has one of: traits and, for the rules alone, standing; insured is -1 where it is not known."""
    latitude, longitude = profile.position or (NONE, NONE)
    given = (profile.availability, latitude, longitude, profile.max_commute_km)
    insured = -1 if standing.insured is None else int(standing.insured)
    traits = (NONE if one is None else float(one) for one in given)
    ages = age_bounds(standing.age_group)
    return np.array([(*traits, standing.cv_approved, standing.match_category, insured, *ages)], PERSON)


def _rows(profile: CandidateProfile) -> Iterator[Row]:
    for what, named in (
        (FactKind.WISH, profile.wishes),
        (FactKind.REFUSED, profile.refused),
        (FactKind.HISTORY, profile.history),
    ):
        yield from (_occupation(what, one) for one in named)
    yield from (_qualification(FactKind.HELD, one) for one in profile.held)
    yield from (_qualification(FactKind.DENIED, one) for one in profile.denied)
    for what, shown in ((FactKind.TASK, profile.tasks), (FactKind.WISHED_TASK, profile.wished_tasks)):
        yield from ((what, code(one.task), one.share, NONE) for one in shown)
    for name, level in profile.languages.items():
        yield FactKind.LANGUAGE, code(name), float(LEVELS.get(level, LEVEL_IF_UNSAID)), NONE
    if profile.hours or profile.hours_a_week:
        yield FactKind.HOURS, code(profile.hours or ""), *(profile.hours_a_week or (NONE, NONE))
    for what, keys in (
        (FactKind.TEXT_LANGUAGE, (profile.text_language,)),
        (FactKind.WANTED_KIND, profile.wanted_kinds),
        (FactKind.REFUSED_KIND, profile.refused_kinds),
        (FactKind.WANTED_SHIFT, profile.wanted_shifts),
        (FactKind.REFUSED_SHIFT, profile.refused_shifts),
        (FactKind.EDUCATION_LEVEL, filter(None, (profile.education_level,))),
    ):
        yield from ((what, code(key), NONE, NONE) for key in keys)


def _occupation(what: FactKind, named: Named) -> Row:
    return what, code(named.occupation), named.score, NONE if named.years is None else named.years


def _qualification(what: FactKind, found: Qualification) -> Row:
    last_day = NONE if found.valid_to is None else float(found.valid_to)
    return what, code(found.kind, found.key), float(KIND_NUMBERS[found.kind]), last_day
