"""The tasks that a CV shows and those that it asks for: by its own words, and by what its jobs usually hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from indexer.intake.cv import Cv
from matcher.candidates.profile import TaskShown
from taxonomy.catalog import Catalog
from taxonomy.reading.cvs.doing import DONE, told_of
from taxonomy.reading.findings import CvReading
from taxonomy.reading.moods.referring import WISHED
from taxonomy.reading.reader import TextReader, reader_of
from taxonomy.tasks.of_occupations import usual_tasks
from taxonomy.tasks.reading import bundled_task_reader
from taxonomy.tasks.vocabulary import bundled_tasks

USUAL_IN_JOB = 0.6  # what a job's title makes likely against what the person says; judgement, checked in the fit
USUAL_IN_WISH = 0.7
SHORT, LONG = 0.5, 5.0  # what a job held a few weeks counts, and the years from which it counts fully
YEARS_IF_UNSAID = 1.0
TITLES = 2  # occupations that one title is taken to name


def tasks_done(cv: Cv, reading: CvReading, catalog: Catalog) -> tuple[TaskShown, ...]:
    """The tasks shown, each once where it is shown best; a job counts by its years, never by its place in the list."""
    said = _told(cv, reader_of(catalog), DONE)
    skilled = (found for skill in cv.skills for found in (*_said(skill, 1.0), *_by_skill(skill)))
    held = (found for job in cv.experience for found in _said(job.title, _tenure(job.years)))
    usual = (
        TaskShown(task, USUAL_IN_JOB * _tenure(job.years) * mention.score, job.title)
        for job in reading.history
        for mention in job.occupations[:TITLES]
        for task in usual_tasks(catalog, mention.occupation)
    )
    return _best((*said, *skilled, *held, *usual))


def tasks_wished(cv: Cv, reading: CvReading, catalog: Catalog) -> tuple[TaskShown, ...]:
    """The tasks asked for: named among the jobs wanted or as a wish, or usual in an occupation that is wanted."""
    said = (found for wish in cv.desired_jobs for found in _said(wish, 1.0))
    told = _told(cv, reader_of(catalog), WISHED)
    usual = (
        TaskShown(task, USUAL_IN_WISH * mention.score, mention.quote.text)
        for mention in reading.wishes
        for task in usual_tasks(catalog, mention.occupation)
    )
    return _best((*said, *told, *usual))


def _said(text: str, share: float) -> Iterator[TaskShown]:
    for found in bundled_task_reader().find(text):
        yield TaskShown(found.task, share, text[found.start : found.end])


def _told(cv: Cv, reader: TextReader, what: str) -> Iterator[TaskShown]:
    """The tasks that headline and text tell so: who would like to work with IT has not done so."""
    told = (found for text in (cv.headline, cv.text) for found in _tasks_told(text, reader))
    yield from (TaskShown(task, 1.0, quote) for task, quote, said in told if said == what)


@lru_cache(maxsize=8)  # what is done and what is wished for are asked of one CV after the other
def _tasks_told(text: str, reader: TextReader) -> list[tuple[str, str, str]]:
    """Task, words and what is told of it."""
    found = bundled_task_reader().find(text)
    told = told_of(text, [(one.start, one.end) for one in found], reader)
    return [(one.task, text[one.start : one.end], said) for one, said in zip(found, told, strict=True)]


def _by_skill(skill: str) -> Iterator[TaskShown]:
    """A skill that belongs to a task shows it, under whatever name."""
    for task in bundled_tasks().values():
        if skill in task.skills:
            yield TaskShown(task.key, 1.0, skill)


def _tenure(years: float | None) -> float:
    known = YEARS_IF_UNSAID if years is None else years
    return SHORT + (1 - SHORT) * min(known, LONG) / LONG


def _best(shown: Iterable[TaskShown]) -> tuple[TaskShown, ...]:
    """One a task, in the alphabet's order, so that the order of the CV's lists makes no difference."""
    best: dict[str, TaskShown] = {}
    for one in shown:
        kept = best.get(one.task)
        if kept is None or (one.share, kept.quote) > (kept.share, one.quote):
            best[one.task] = one
    return tuple(best[task] for task in sorted(best))
