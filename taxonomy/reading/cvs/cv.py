"""Reading a CV: wishes, history, what is held and what is not, languages, shifts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from taxonomy.catalog import Catalog
from taxonomy.language import text_language
from taxonomy.reading.cvs.availability import available_from
from taxonomy.reading.cvs.distance import commute_km
from taxonomy.reading.cvs.holdings import education_level_of, holdings
from taxonomy.reading.cvs.hours import cv_hours
from taxonomy.reading.cvs.languages import cv_languages
from taxonomy.reading.cvs.reader import CvReader
from taxonomy.reading.cvs.surroundings import settled_title, settled_wishes
from taxonomy.reading.cvs.time import time_spans
from taxonomy.reading.cvs.wishes import Wishes, wishes
from taxonomy.reading.cvs.work import told_beside
from taxonomy.reading.findings import CvReading, Held, JobHeld, OccupationMention, RequirementKind, TextField
from taxonomy.reading.job_titles.mentions import mentions
from taxonomy.reading.job_titles.workplaces import implied_mentions
from taxonomy.reading.reader import TextReader, reader_of

_NO_LANGUAGES: Mapping[str, str] = MappingProxyType({})


def read_cv(
    *,
    headline: str,
    text: str,
    catalog: Catalog,
    experience: Sequence[tuple[str, float | None]] = (),
    education: Sequence[str] = (),
    skills: Sequence[str] = (),
    licences: Sequence[str] = (),
    languages: Mapping[str, str] = _NO_LANGUAGES,
    desired_jobs: Sequence[str] = (),
    past: str = "",
    written: date | None = None,
) -> CvReading:
    """All that is understood of a CV's words; never fails on any text.

    `experience` holds titles and years; `past` tells only of what was done in these jobs. What goes on and days without
    a year count from the day that it was `written`.
    """
    reader = CvReader(reader_of(catalog))
    jobs, desired = _listed("experience", [title for title, _ in experience]), _listed("desired_jobs", desired_jobs)
    own = (TextField("headline", headline), TextField("text", text))
    papers, skilled = _listed("licences", licences), _listed("skills", skills)
    around = [*papers, *skilled, *own]
    history = tuple(
        _job(job, years, [*jobs, *around], reader, catalog, written)
        for job, (_, years) in zip(jobs, experience, strict=True)
    )
    sought: Wishes = wishes(*own, desired, reader, _occupations(history), written)
    held, denied = holdings(
        [*papers, *_listed("education", education), *skilled, *own, TextField("text", past)],
        reader,
        [headline, *(title for title, _ in experience), *education],
    )
    prose = [words for one in own for words in reader.blocks(one.text)]
    return CvReading(
        wishes=tuple(settled_wishes(sought.wished, [*desired, *jobs, *around], catalog)),
        refused=sought.refused,
        history=(*history, *told_beside(history, sought.told)),
        held=_proved(held, sought.wished),
        denied=denied,
        languages=cv_languages(languages, held),
        wanted_shifts=sought.wanted_shifts,
        refused_shifts=sought.refused_shifts,
        education_level=education_level_of(held, education),
        text_language=text_language(f"{headline}. {text} {past}"),
        wanted_kinds=sought.wanted_kinds,
        refused_kinds=sought.refused_kinds,
        hours_per_week=cv_hours([*prose, *(words for one in desired_jobs for words in reader.blocks(one))]),
        available_from=available_from(prose, written),
        max_commute_km=commute_km(prose),
    )


def _occupations(jobs: Sequence[JobHeld]) -> frozenset[str]:
    return frozenset(mention.occupation for job in jobs for mention in job.occupations)


def _proved(held: Sequence[Held], wished: Sequence[OccupationMention]) -> tuple[Held, ...]:
    """What is held but the skills that only a job wished for names: "vil gerne arbejde i et bageri"."""
    named = [one.quote for one in wished if one.quote.field == "text"]
    return tuple(
        one
        for one in held
        if one.kind is not RequirementKind.SKILL
        or one.quote.field != "text"
        or not any(quote.start <= one.quote.start and one.quote.end <= quote.end for quote in named)
    )


def _listed(name: str, texts: Sequence[str]) -> list[TextField]:
    return [TextField(name, text, index) for index, text in enumerate(texts)]


def _job(
    title: TextField,
    years: float | None,
    fields: Sequence[TextField],
    reader: TextReader,
    catalog: Catalog,
    written: date | None,
) -> JobHeld:
    words = reader.cut(title.text)
    named = mentions(title, words, reader.found_titles(words)) or implied_mentions(title, words, reader.occupations)
    occupations = settled_title(title, fields, named, catalog)
    time = next(iter(time_spans(words, written)), None)  # "Truckfører 2016-2023"
    if time is None:
        return JobHeld(title.text, occupations, years)
    return JobHeld(title.text, occupations, time.years if years is None else years, time.until)
