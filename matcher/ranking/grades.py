"""How well something is proved, from the best to the worst, and how people say what was asked for."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from taxonomy.reading.findings import Requirement, RequirementKind

ANY_EXPERIENCE = "erfaring"  # the order says no more than that: experience with what it seeks

# What names no education but a sort of them: whoever has completed any of those levels has it.
LEVELS_OF_EDUCATIONS = {
    "videregående uddannelse": ("kort", "mellemlang", "lang"),
    "erhvervsuddannelse": ("faglaert",),
}


class Grade(StrEnum):
    """From the best to the worst."""

    PROVED = "proved"
    LIKELY = "likely"
    UNKNOWN = "unknown"
    SHORT = "short"
    MISSING = "missing"
    EXCLUDED = "excluded"


GRADES = tuple(Grade)
PROVED, LIKELY, UNKNOWN, SHORT, MISSING, EXCLUDED = range(len(GRADES))
GradeIndices = NDArray[np.int8]  # indices into GRADES, one a person


class GradedDemand(NamedTuple):
    """The best grade among the alternatives of one demand, with the CV's words where there are any."""

    requirement: Requirement
    grade: Grade
    evidence: str = ""


def demand_label(demand: GradedDemand) -> str:
    """What is demanded, as people say it."""
    return requirement_label(demand.requirement)


def requirement_label(requirement: Requirement) -> str:
    """What is asked for, as people say it."""
    if requirement.kind == RequirementKind.LANGUAGE and requirement.level:
        return f"{requirement.key} på {requirement.level}"
    if requirement.kind == RequirementKind.EXPERIENCE:
        years = f"{requirement.level} års erfaring" if requirement.level else "erfaring"
        return years if requirement.key == ANY_EXPERIENCE else f"{years} med {requirement.key}"
    return requirement.key
