"""A general demand that a special one of the same order covers: "svendebrev" beside "udlært elektriker"."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.findings import Requirement
from taxonomy.reading.vocabulary import includes
from taxonomy.reading.word_sets import word_set

_GENERAL = frozenset(key.replace("_", " ") for key in word_set("generals", "keys"))


def without_covered(requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """The requirements without the general ones that a special one covers, at least as strongly meant."""
    return tuple(found for found in requirements if found.key not in _GENERAL or not _covered(found, requirements))


def _covered(general: Requirement, requirements: Sequence[Requirement]) -> bool:
    if general.excluded or general.group is not None:
        return False
    return any(
        other.kind is general.kind and other.key != general.key and not other.excluded
        and (other.hard or not general.hard) and general.key in includes(other.kind, other.key)
        for other in requirements
    )  # fmt: skip
