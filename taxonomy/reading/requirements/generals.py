"""What an order says once more in other words: "svendebrev" beside "udlært elektriker", a skill beside experience."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.findings import Requirement, RequirementKind
from taxonomy.reading.requirements.vocabulary import includes
from taxonomy.reading.text.word_sets import word_set

_GENERAL = frozenset(key.replace("_", " ") for key in word_set("generals", "keys"))


def without_covered(requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """The requirements without the general ones that a special one covers, at least as strongly meant."""
    return tuple(found for found in requirements if found.key not in _GENERAL or not _covered(found, requirements))


def said_once(requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """The requirements without a skill beside experience with the same, of which the stricter one stays."""
    strict = {
        kind: {one.key: one.hard for one in sorted(requirements, key=_is_hard) if _is_single(one, kind)}
        for kind in (RequirementKind.SKILL, RequirementKind.EXPERIENCE)
    }
    skills, practised = strict[RequirementKind.SKILL], strict[RequirementKind.EXPERIENCE]
    both = skills.keys() & practised.keys()
    weaker = {
        (RequirementKind.EXPERIENCE if skills[key] and not practised[key] else RequirementKind.SKILL, key)
        for key in both
    }
    return tuple(one for one in requirements if one.excluded or one.group is not None or not _is_any(one, weaker))


def only_mentioned(mentioned: Sequence[Requirement], asked: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """What is mentioned and nowhere asked for, as a skill or as experience."""
    keys = {one.key for one in asked}
    return tuple(one for one in mentioned if one.key not in keys)


def _is_hard(found: Requirement) -> bool:
    return found.hard


def _is_single(found: Requirement, kind: RequirementKind) -> bool:
    return found.kind is kind and not found.excluded and found.group is None


def _is_any(found: Requirement, weaker: set[tuple[RequirementKind, str]]) -> bool:
    """Among the weaker; years of experience that are asked for say more than a skill does."""
    practised = found.kind is RequirementKind.EXPERIENCE and found.level is not None
    return not practised and (found.kind, found.key) in weaker


def _covered(general: Requirement, requirements: Sequence[Requirement]) -> bool:
    if general.excluded or general.group is not None:
        return False
    return any(
        other.kind is general.kind and other.key != general.key and not other.excluded
        and (other.hard or not general.hard) and general.key in includes(other.kind, other.key)
        for other in requirements
    )  # fmt: skip
