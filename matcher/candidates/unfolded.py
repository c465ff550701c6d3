"""A CV that came as one long text, with what its headings tell apart: title, jobs, education, skills."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from indexer.intake.cv import Cv, Experience
from taxonomy.catalog import Catalog
from taxonomy.reading.cvs.headings import EDUCATION, EXPERIENCE, OTHER, PAPERS, PROFILE, SKILLS
from taxonomy.reading.cvs.past_jobs import past_jobs, prose_of, title_in
from taxonomy.reading.cvs.sections import Sections, sections_of
from taxonomy.reading.reader import TextReader, reader_of

_CONTACT = re.compile(r"[@:\d]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ADDRESS, _IN_SENTENCE = 3, 5  # digits that are no years, and more: house, postcode, telephone
SHORTEST_PROSE = 8  # words; shorter lines above the first heading are name, address and title


class Unfolded(NamedTuple):
    """A CV with its lists filled, and how many characters of its text come before what was done in past jobs."""

    cv: Cv
    own: int


def unfolded(cv: Cv, catalog: Catalog, written: date | None = None) -> Unfolded:
    """The CV with its lists filled from the headings of its text; as it is where it lists jobs or has no headings."""
    if cv.experience or not (found := sections_of(cv.text)):
        return Unfolded(cv, len(cv.text))
    reader = reader_of(catalog)
    about = " ".join(
        (cv.headline, *(line for line in found.head if not _CONTACT.search(line)), *found.lines.get(PROFILE, ()))
    )
    named = past_jobs(found.lines.get(EXPERIENCE, ()), about, reader, written)
    jobs = [(title, years) for title, years in named if title]
    own = _own_words(found)
    filled = replace(
        cv,
        headline=_headline(cv.headline, found, jobs[0][0] if jobs else "", reader),
        text="\n".join((own, *prose_of(found.lines.get(EXPERIENCE, ())))).strip("\n"),
        experience=tuple(Experience(title, years=years) for title, years in jobs),
        education=(*cv.education, *found.items(EDUCATION)),
        skills=(*cv.skills, *found.items(SKILLS, PAPERS)),
    )
    return Unfolded(filled, len(own))


def _headline(given: str, found: Sections, last_job: str, reader: TextReader) -> str:
    """The title that the headline or the lines above the first heading name; else the last job's."""
    above = (line for line in (given, *found.head) if len(line.split()) < SHORTEST_PROSE and not _CONTACT.search(line))
    named = (title_in(line, reader) for line in above)
    return next(filter(None, named), None) or last_job or given


def _own_words(found: Sections) -> str:
    """What the person says now: no name, address or list, and nothing of past jobs."""
    lines = (*filter(_is_prose, found.head), *found.lines.get(PROFILE, ()), *found.lines.get(OTHER, ()))
    return "\n".join(line for line in lines if not line or any(map(str.isalpha, line))).strip()


def _is_prose(line: str) -> bool:
    digits = sum(map(str.isdigit, _YEAR.sub("", line)))
    return (
        len(line.split()) >= SHORTEST_PROSE
        and "@" not in line
        and digits < (_IN_SENTENCE if line.endswith(".") else _ADDRESS)
    )
