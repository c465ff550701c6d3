"""Waives what people need only want: "vil prøve lagerarbejde" and "lyst til telefonsalg" demand no skill.

A learner wants the training itself: "vil være kok" rules out those who are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from taxonomy.reading.findings import OrderReading, Requirement, RequirementKind, TextField
from taxonomy.reading.requirements.vocabulary import education_level

# Wishes show who wants it, and ranking weighs them anyway; those who already know it may even be overqualified.
WANTED_ALREADY_WEIGHED = frozenset({RequirementKind.SKILL, RequirementKind.EDUCATION})
BEFORE = 60  # characters within which such a phrase may precede what is wanted, in the same clause
_WANTING = re.compile(
    r"\b(?:(?<!vi )(?<!jeg )vil (?:\w+ )?(?:prøve|lære|arbejde|uddannes?)|lyst til|interesse(?:ret)? (?:for|i)|"
    r"kan lide|motiveret for|mod på|brænder for|overvejer|nysgerrig på|"
    r"wants? to (?:try|learn|work)|interest(?:ed)? in)\b(?P<between>[^,.;:!?\n]*)$",
    re.IGNORECASE,
)
# Said of a learner and of nobody else: "de vil have en uddannet kok" asks an ordinary job for one.
_LEARNING = re.compile(
    r"\b(?:vil(?: gerne)? (?:være|blive|have|ha|tage)|(?<!afsluttet )(?<!bestået )uddannelsen?(?: som| til)?)\b"
    r"(?P<between>[^,.;:!?\n]*)$",
    re.IGNORECASE,
)
TRAININGS = frozenset({"faglaert", "kort", "mellemlang", "lang"})  # levels; a foundation course is asked for
# "Lyst til og erfaring med salg" asks for both, "vil ikke arbejde med" for the contrary.
_MORE = re.compile(
    r"\b(?:ikke|erfaring|kendskab|viden|uddannet|skal|har|kan|not|experience|knowledge|must)\b", re.IGNORECASE
)


def without_wanted(reading: OrderReading, fields: Iterable[TextField], *, trains: bool = False) -> OrderReading:
    """The reading with everything waived that people need only want; an order that `trains` rules out who has it."""
    texts = {(field.name, field.index): field.text for field in fields}

    def before(found: Requirement) -> str:
        text = texts.get((found.quote.field, found.quote.index), "")
        return text[max(0, found.quote.start - BEFORE) : found.quote.start]

    told = (*reading.requirements, *reading.waived) if trains else ()
    learned = [found for found in told if _is_learned(found, before(found))]
    wanted = [*learned, *(found for found in reading.requirements if _is_wanted(found, before(found)))]
    kept = (found for found in reading.requirements if found not in wanted)
    ruled_out = {found.key: replace(found, hard=True, group=None, excluded=True) for found in learned}
    return replace(
        reading,
        requirements=(*kept, *ruled_out.values()),
        waived=(*reading.waived, *dict.fromkeys(wanted)),
    )


def _is_wanted(found: Requirement, before: str) -> bool:
    if found.excluded or found.kind not in WANTED_ALREADY_WEIGHED:
        return False
    return _says(_WANTING, before)


def _is_learned(found: Requirement, before: str) -> bool:
    training = found.kind is RequirementKind.EDUCATION and education_level(found.key) in TRAININGS
    return training and not found.excluded and (_says(_WANTING, before) or _says(_LEARNING, before))


def _says(wording: re.Pattern[str], before: str) -> bool:
    said = wording.search(before)
    return said is not None and not _MORE.search(said["between"])
