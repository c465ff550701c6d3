"""A demand that the text gives as one of several is one of several in the list of demands too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from taxonomy.reading.findings import Requirement, RequirementKind
from taxonomy.reading.moods.meanings import NICE_TO_HAVE

TRAINING = frozenset({RequirementKind.EDUCATION, RequirementKind.AUTHORISATION})
Groups = Mapping[int, Sequence[Requirement]]


def joined(requirements: Sequence[Requirement], offered: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """The requirements, each hard one that some group names as a member of that group, which is then hard itself.

    `offered` are the groups of titles of which the order would take any, demanded by nobody until one of them is.
    """
    groups = _grouped([*requirements, *offered])
    chosen = {
        place: number
        for place, found in enumerate(requirements)
        if _is_single(found) and found.hard and (number := _group_with(found, groups, requirements)) is not None
    }
    if not chosen:
        return tuple(requirements)
    hard = frozenset(chosen.values())
    kept = [
        _settled(found, chosen.get(place, _softly_named(found, groups, hard)), hard)
        for place, found in enumerate(requirements)
    ]
    named = {(one.group, one.kind, one.key) for one in kept}
    kept += [
        replace(one, hard=True)
        for one in offered
        if one.group in hard and (one.group, one.kind, one.key) not in named
    ]  # fmt: skip
    return tuple(kept)


def _grouped(requirements: Sequence[Requirement]) -> Groups:
    found: dict[int, list[Requirement]] = {}
    for one in requirements:
        if one.group is not None and one.quote.field != NICE_TO_HAVE:
            found.setdefault(one.group, []).append(one)
    return found


def _is_single(found: Requirement) -> bool:
    return found.group is None and not found.excluded and found.quote.field != NICE_TO_HAVE


def _group_with(found: Requirement, groups: Groups, requirements: Sequence[Requirement]) -> int | None:
    """The first group with the same; "dansk/engelsk" beside both as demands says no more than that both are asked."""
    singles = {(one.kind, one.key) for one in requirements if _is_single(one) and one.hard}
    for number, members in groups.items():
        both = found.kind not in TRAINING and all((one.kind, one.key) in singles for one in members)
        if not both and any(_same(found, one) for one in members):
            return number
    return None


def _same(found: Requirement, other: Requirement) -> bool:
    return (found.kind, found.key) == (other.kind, other.key)


def _softly_named(found: Requirement, groups: Groups, hard: frozenset[int]) -> int | None:
    """ "SSA er også fint": the wish in the text is the other way to meet the demand."""
    if not _is_single(found):
        return found.group
    return next((number for number in sorted(hard) if any(_same(found, one) for one in groups[number])), None)


def _settled(found: Requirement, number: int | None, hard: frozenset[int]) -> Requirement:
    return replace(found, group=number, hard=found.hard or number in hard)
