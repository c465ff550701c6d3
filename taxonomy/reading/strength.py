"""Whether what is meant so, in a field of an order, is a duty or a wish."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.language_asked import is_said_how_well, is_said_of_the_person
from taxonomy.reading.meanings import ASKED, MENTIONED, MUST_HAVE, NICE_TO_HAVE
from taxonomy.reading.thing import Thing
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

# What is a duty as soon as it is named; skills and experience in running text are wishes until a word makes them more.
_HARD_WHEN_NAMED = frozenset(
    {
        RequirementKind.DRIVING_LICENCE,
        RequirementKind.CERTIFICATE,
        RequirementKind.AUTHORISATION,
        RequirementKind.EDUCATION,
        RequirementKind.AGE,
        RequirementKind.CRIMINAL_RECORD,
        RequirementKind.OWN_CAR,
    }
)
_WITH = frozenset({"med", "m", "with"})
_SEEKING = word_set("demands", "seeking")
_BECAUSE = frozenset({"da", "fordi", "idet", "eftersom"})
_SOUGHT, _ADJECTIVES = 10, 3  # words between who is sought and the experience, between "med" and it


def is_hard(field: str, words: Sequence[Word], thing: Thing, meaning: str) -> bool:
    """Whether a thing with this meaning, in this field, is demanded and not only wished for."""
    return _is_a_duty(field, thing, meaning) or _is_said_to_be_hard(field, words, thing, meaning)


def is_a_wish_still(words: Sequence[Word], thing: Thing) -> bool:
    """ "ADR, ej krav" among the wishes; "ADR er ikke et krav" is none."""
    after = thing.last + 1
    return thing.first == 0 and after < len(words) and words[after].clause != words[thing.last].clause


def _is_a_duty(field: str, thing: Thing, meaning: str) -> bool:
    if field == NICE_TO_HAVE or meaning in {"soft", "waived", MENTIONED}:
        return False
    if field == MUST_HAVE or meaning == "hard":
        return True
    said_how_well = thing.kind in {RequirementKind.LANGUAGE, RequirementKind.EXPERIENCE} and thing.level is not None
    return thing.kind in _HARD_WHEN_NAMED or said_how_well


def _is_said_to_be_hard(field: str, words: Sequence[Word], thing: Thing, meaning: str) -> bool:
    if field == NICE_TO_HAVE:
        return False
    if meaning in {"named", ASKED} and is_said_of_the_person(words, thing):
        return True
    if meaning in {"named", ASKED} and _is_said_why(words, thing):
        return True
    return (meaning == "named" and is_said_how_well(words, thing)) or (
        meaning in {"named", ASKED} and thing.kind is RequirementKind.EXPERIENCE and _is_sought_with(words, thing)
    )


def _is_said_why(words: Sequence[Word], thing: Thing) -> bool:
    """ "Engelsk, da halvdelen er turister": nobody gives a reason for what he does not need."""
    after = words[thing.last + 1] if thing.last + 1 < len(words) else None
    return after is not None and after.sentence == words[thing.last].sentence and after.key in _BECAUSE


def _is_sought_with(words: Sequence[Word], thing: Thing) -> bool:
    """ "Vi mangler en leder med erfaring fra detail": who is sought has it."""
    sentence = words[thing.first].sentence
    before = [word.key for word in words[max(0, thing.first - _SOUGHT) : thing.first] if word.sentence == sentence]
    return not _WITH.isdisjoint(before[-_ADJECTIVES:]) and not _SEEKING.isdisjoint(before)
