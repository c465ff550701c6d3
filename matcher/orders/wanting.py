"""Waives what people need only want: "vil prøve lagerarbejde" and "lyst til telefonsalg" demand no skill."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from taxonomy.reading.findings import OrderReading, Requirement, RequirementKind, TextField

# Wishes show who wants it, and ranking weighs them anyway; those who already know it may even be overqualified.
WANTED_ALREADY_WEIGHED = frozenset({RequirementKind.SKILL, RequirementKind.EDUCATION})
BEFORE = 60  # characters within which such a phrase may precede what is wanted, in the same clause
_WANTING = re.compile(
    r"\b(?:(?<!vi )(?<!jeg )vil (?:\w+ )?(?:prøve|lære|arbejde|uddannes?)|lyst til|interesse(?:ret)? (?:for|i)|"
    r"kan lide|motiveret for|mod på|brænder for|overvejer|nysgerrig på|"
    r"wants? to (?:try|learn|work)|interest(?:ed)? in)\b(?P<between>[^,.;:!?\n]*)$",
    re.IGNORECASE,
)
# "Lyst til og erfaring med salg" asks for both, "vil ikke arbejde med" for the contrary.
_MORE = re.compile(
    r"\b(?:ikke|erfaring|kendskab|viden|uddannet|skal|har|kan|not|experience|knowledge|must)\b", re.IGNORECASE
)


def without_wanted(reading: OrderReading, fields: Iterable[TextField]) -> OrderReading:
    """The reading with everything waived that people need only want."""
    texts = {(field.name, field.index): field.text for field in fields}
    wanted = [
        found
        for found in reading.requirements
        if _is_wanted(found, texts.get((found.quote.field, found.quote.index), ""))
    ]
    kept = tuple(found for found in reading.requirements if found not in wanted)
    return replace(reading, requirements=kept, waived=(*reading.waived, *wanted))


def _is_wanted(found: Requirement, text: str) -> bool:
    if found.excluded or found.kind not in WANTED_ALREADY_WEIGHED:
        return False
    said = _WANTING.search(text[max(0, found.quote.start - BEFORE) : found.quote.start])
    return said is not None and not _MORE.search(said["between"])
