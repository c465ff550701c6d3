"""What the workplace itself gives, pays or does: "kursus tages efter ansættelsen", "clearance is arranged by us"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.reading.cue import HARD, SOFT, WAIVED
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, clause_start
from taxonomy.reading.thing import Meant, Thing

_GIVING = word_set("provision", "giving")
_GIVEN = word_set("provision", "given")
_HELPING = word_set("provision", "helping")
_BY_US = word_set("provision", "by_us")
_NEGATORS = word_set("negation", "negators")
_OWN = word_set("provision", "own")
_DEMANDING = word_set("provision", "demanding")
_DOERS = word_set("provision", "doers")
_MODAL = word_set("provision", "modal")
_HAS, _SOUGHT = "har", frozenset({"han", "hun", "de"})
_TRIED = frozenset({"proevet", "siddet", "arbejdet", "haft", "staaet"})
_IT = frozenset({"det", "den", "dem", "dette", "it"})
_PASSIVE = "es"
_DEFINITE = ("en", "et", "erne", "ene", "ens", "ets", "ernes", "enes")
_BEFORE = 2  # words before what is put first: "et sådant kursus"
_CAN_BE_GIVEN = frozenset({None, HARD, SOFT, "asked"})
_AHEAD = 5  # words between the verb and who gives or when
# Attests are asked of everybody, whoever sends for them.
_ALWAYS_ASKED = RequirementKind.CRIMINAL_RECORD


def provided(words: Sequence[Word], found: Sequence[Meant]) -> list[Meant]:
    """The findings; what is said to be given and not asked of anybody is waived."""
    return [
        replace(one, meaning=WAIVED)
        if one.meaning in _CAN_BE_GIVEN
        and one.thing.kind is not _ALWAYS_ASKED
        and _is_given(words, one.thing, one.meaning)
        else one
        for one in found
    ]


def _is_given(words: Sequence[Word], thing: Thing, meaning: str | None) -> bool:
    clause = words[thing.last].clause
    behind = [word for word in words[thing.last + 1 : thing.last + 3 + _AHEAD] if word.clause == clause]
    if not behind:
        behind = _taken_up(words, thing)
    while behind and behind[0].key in _HELPING:
        behind = behind[1:]
    keys = [word.key for word in behind]
    # "Rokker vi ikke ved": a denied verb gives nothing.
    if not keys or _DEMANDING.intersection(keys) or (meaning == HARD and not _NEGATORS.isdisjoint(keys)):
        return False
    # "Kurset betaler foreningen gerne" is no wish, "lønnes gerne" may be one.
    return _by_others(words, thing, behind) or (meaning != SOFT and _passive(keys))


def _taken_up(words: Sequence[Word], thing: Thing) -> list[Word]:
    """ "Tysk, det ordner Hans": what a clause that takes the thing up by a pronoun says of it."""
    start = thing.last + 1
    if start >= len(words) or words[start].sentence != words[thing.last].sentence or words[start].key not in _IT:
        return []
    return [word for word in words[start + 1 : start + 3 + _AHEAD] if word.clause == words[start].clause]


def _passive(keys: Sequence[str]) -> bool:
    """ "Tages efter ansættelsen", "is arranged by us", "gives"."""
    if _OWN.intersection(keys):
        return False
    if keys[0].endswith(_PASSIVE) and keys[1:2] == ["af"] and len(keys) > 2:
        return True  # "håndteres af hovedentreprenøren"
    if keys[0] not in _GIVING | _GIVEN:
        return False
    return bool(_BY_US.intersection(keys[1 : 1 + _AHEAD])) or (keys[0] in _GIVEN and len(keys) == 1)


def _by_others(words: Sequence[Word], thing: Thing, behind: Sequence[Word]) -> bool:
    """ "Kørekort har vi selv", "kurset betaler firmaet": put first, with who does it behind the verb."""
    if len(behind) < 2 or thing.first - clause_start(words, thing.first) > _BEFORE:
        return False
    verb, doer = behind[0].key, behind[1]
    if verb == _HAS and doer.key in _SOUGHT and any(word.key in _TRIED for word in behind[2:]):
        return False  # "fjernvarme har han gerne prøvet"
    if doer.key in _DOERS and doer.text != "i":  # "kreditor i Business Central": in, not you
        return verb in _GIVING or (verb.endswith("r") and verb not in _MODAL)
    definite = doer.key.endswith(_DEFINITE)
    return verb in _GIVING and (definite or doer.text[0].isupper())
