"""A CV as ranking and finding may see it: its words about work, not about the person."""

from __future__ import annotations

from dataclasses import replace

from indexer.intake.cv import Cv
from taxonomy.neutral import without_person


def neutral_cv(cv: Cv) -> Cv:
    """The CV with spaces in place of what its texts say of name, age, sex, family, origin, health, benefit and gaps.

    Every other word keeps its place, so that quotes can be found in the CV as it was written.
    """
    return replace(
        cv,
        headline=without_person(cv.headline),
        text=without_person(cv.text),
        experience=tuple(replace(job, title=without_person(job.title)) for job in cv.experience),
        education=tuple(map(without_person, cv.education)),
        skills=tuple(map(without_person, cv.skills)),
        licences=tuple(map(without_person, cv.licences)),
        desired_jobs=tuple(map(without_person, cv.desired_jobs)),
    )
