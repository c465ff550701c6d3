"""One demand of a correction in its public form, checked against what can be demanded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from indexer.intake import FieldProblem, IntakeError, unknown_fields
from indexer.intake.checks import text
from matcher.json_input import refuse
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.orders.correcting import DemandKey, DemandSet
from taxonomy.reading.requirements.ages import MAXIMUM, MINIMUM
from taxonomy.reading.requirements.language_names import CEFR, NATIVE
from taxonomy.reading.requirements.vocabulary import key_today, load_vocabulary

_OWN_WORDS = frozenset({RequirementKind.SKILL, RequirementKind.EXPERIENCE})  # keys may be the caller's own words
_LONGEST_KEY = 100  # characters
_is_key = text(_LONGEST_KEY, one_line=True)
_KNOWN = frozenset({"kind", "key", "level", "hard", "excluded"})
_LEVELS = (*CEFR, NATIVE)


def demand_key(plain: Mapping[str, object]) -> DemandKey:
    """The kind and key that name a demand; raises IntakeError."""
    kind, key = str(plain.get("kind", "")), plain.get("key")
    if kind not in list(RequirementKind):
        raise IntakeError((FieldProblem("kind", "Kravets art er ukendt.", f"Brug {', '.join(RequirementKind)}."),))
    if not isinstance(key, str) or not key.strip() or len(key) > _LONGEST_KEY:
        raise IntakeError((FieldProblem("key", "Kravet mangler sin nøgle.", "Skriv nøglen, som `read` viser den."),))
    problems: list[FieldProblem] = []
    _is_key("key", key, problems)
    refuse(problems)
    return RequirementKind(kind), key_today(RequirementKind(kind), key.strip())


def demand_set(plain: Mapping[str, object]) -> DemandSet:
    """The demand; raises IntakeError that names every unsound field."""
    kind, key = demand_key(plain)
    refuse(tuple(_problems(kind, key, plain)))
    level = plain.get("level")
    return DemandSet(
        kind, key, None if level is None else str(level), bool(plain.get("hard", True)), plain.get("excluded") is True
    )


def _problems(kind: RequirementKind, key: str, plain: Mapping[str, object]) -> Iterator[FieldProblem]:
    yield from unknown_fields(plain, sorted(_KNOWN))
    for name in ("hard", "excluded"):
        if not isinstance(plain.get(name, False), bool):
            yield FieldProblem(name, "Feltet er ikke sandt eller falsk.", "Skriv true eller false.")
    if not _is_known(kind, key):
        yield FieldProblem("key", "Nøglen er ukendt.", "Skriv nøglen, som ordforrådet har den.")
    if not _is_level(kind, plain.get("level")):
        yield FieldProblem(
            "level", "Niveauet kan ikke bruges.", "Skriv A1 til C2 eller modersmål, år eller alder i tal."
        )


def is_in_own_words(kind: RequirementKind, key: str) -> bool:
    """Whether the key is the caller's own words and none of the vocabulary's."""
    return kind in _OWN_WORDS and (kind, key) not in load_vocabulary()


def _is_known(kind: RequirementKind, key: str) -> bool:
    if kind is RequirementKind.AGE:
        return key in {MINIMUM, MAXIMUM}
    return kind in _OWN_WORDS or (kind, key) in load_vocabulary()


def _is_level(kind: RequirementKind, level: object) -> bool:
    if kind is RequirementKind.AGE:
        return isinstance(level, str | int) and str(level).isdecimal() and len(str(level)) <= 2
    if level is None:
        return True
    if kind is RequirementKind.LANGUAGE:
        return level in _LEVELS
    return kind is RequirementKind.EXPERIENCE and str(level).isdecimal() and len(str(level)) <= 2
