"""A CV as search and ranking may see it: its words about work, not about the person."""

from __future__ import annotations

from dataclasses import replace

from indexer.intake.cv import Cv
from taxonomy.neutral.texts import without_personal_details


def neutral_cv(cv: Cv) -> Cv:
    """The CV with spaces in place of what its texts tell about the person (taxonomy/neutral/).

    Every other word keeps its place, so that quotes can be found in the CV as it was written.
    """
    return replace(
        cv,
        headline=without_personal_details(cv.headline),
        text=without_personal_details(cv.text),
        experience=tuple(replace(job, title=without_personal_details(job.title)) for job in cv.experience),
        education=tuple(map(without_personal_details, cv.education)),
        skills=tuple(map(without_personal_details, cv.skills)),
        licences=tuple(map(without_personal_details, cv.licences)),
        desired_jobs=tuple(map(without_personal_details, cv.desired_jobs)),
    )
