"""What the workplace itself gives, pays or does: "kursus tages efter ansættelsen", "clearance is arranged by us"."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.cue import HARD, WAIVED
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.thing import Thing
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_GIVING = word_set("provision", "giving")
_GIVEN = word_set("provision", "given")
_HELPING = word_set("provision", "helping")
_BY_US = word_set("provision", "by_us")
_OWN = word_set("provision", "own")
_AHEAD = 5  # words between the verb and who gives or when
# Attests are asked of everybody, whoever sends for them.
_ALWAYS_ASKED = RequirementKind.CRIMINAL_RECORD


def provided(words: Sequence[Word], found: Sequence[Thing], meant: Sequence[str | None]) -> list[str | None]:
    """The meanings; what is said to be given and not asked of anybody is waived."""
    return [
        WAIVED if meaning in {None, HARD} and thing.kind is not _ALWAYS_ASKED and _is_given(words, thing) else meaning
        for thing, meaning in zip(found, meant, strict=True)
    ]


def _is_given(words: Sequence[Word], thing: Thing) -> bool:
    clause = words[thing.last].clause
    behind = [word.key for word in words[thing.last + 1 : thing.last + 3 + _AHEAD] if word.clause == clause]
    while behind and behind[0] in _HELPING:
        behind = behind[1:]
    if not behind or behind[0] not in _GIVING | _GIVEN or _OWN.intersection(behind):
        return False
    return bool(_BY_US.intersection(behind[1 : 1 + _AHEAD])) or (behind[0] in _GIVEN and len(behind) == 1)
