"""Whether an order asks for a higher education, whatever its title says: "kommunikationsmedarbejder, cand.mag."."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.concepts import EducationLevel
from taxonomy.reading.findings import Requirement, RequirementKind
from taxonomy.reading.job_titles.titles import DEGREES
from taxonomy.reading.requirements.vocabulary import load_vocabulary

ASKED, WISHED = 1.0, 0.5  # a degree that would be nice says half as much; judgement


def degree_asked(requirements: Sequence[Requirement]) -> float:
    """How much the demands ask for a higher education: from 0 to 1; 0 where a shorter one will do as well."""
    educations = [one for one in requirements if one.kind is RequirementKind.EDUCATION and not one.excluded]
    asked = [one for one in educations if _level(one) in DEGREES and not _shorter_will_do(one, educations)]
    return max((ASKED if one.hard else WISHED for one in asked), default=0.0)


def _shorter_will_do(degree: Requirement, educations: Sequence[Requirement]) -> bool:
    return degree.group is not None and any(
        one.group == degree.group and _level(one) not in DEGREES for one in educations
    )


def _level(education: Requirement) -> EducationLevel | None:
    entry = load_vocabulary().get((RequirementKind.EDUCATION, education.key))
    return entry.level if entry else None
