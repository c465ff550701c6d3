"""A page of the open jobs found: hits with the words marked, facets to narrow by, ways to the other pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from api import labels
from api.http.job_answers import FacetValue, facet_values
from api.http.job_highlights import job_highlights
from api.http.job_query import DEEPEST
from api.http.public_job import PUBLIC, public_job
from api.pages.excerpts import excerpt, marked
from api.wiring import Components
from indexer.intake.job_order import JobOrder
from indexer.intake.json_form import JsonObject
from indexer.records.stored import Stored
from matcher.job_questions import RADIUS_KM, JobQuestion
from matcher.jobs import JobAnswer
from taxonomy.places import places

A_PAGE = 20
CHOICES_SHOWN = 8  # of a facet, besides those chosen
FACETS = ("trade", "occupation", "order_type", "hours", "shift")
AS_WORDS = ("towns", "words")
Pairs = Sequence[tuple[str, str]]
Job = JsonObject  # the public job with every field, None where the order is silent


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, with the address that chooses it or no longer does."""

    label: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """What the jobs found can be narrowed by."""

    label: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the jobs found, what was understood of the words, and ways to the other pages."""

    answer: JobAnswer
    hits: Sequence[Job]
    facets: Sequence[Facet]
    understood: Sequence[str]
    place: str
    towns: Sequence[str]
    radius: float
    towns_as_words: str
    first: int
    last: int
    previous: str
    next: str
    deepest: int


def jobs_found(components: Components, question: JobQuestion, given: Pairs) -> Found:
    """What the question finds; `given` are the fields of the address. Raises SearchUnavailableError."""
    answer = components.jobs.search(question)
    values = facet_values(answer.facets, components.catalog)
    towns = [town.name for town in question.towns]
    everywhere = [pair for pair in given if pair[0] not in {"offset", "radius_km"}]
    return Found(
        answer=answer,
        hits=[_hit(job_shown(components, stored), answer.sought) for stored, _ in answer.hits],
        facets=[Facet(labels.FACETS[name], _choices(name, values.get(name, ()), given)) for name in FACETS],
        understood=[components.catalog.occupations[found.occupation].label for found in answer.understood],
        place=places()[question.postcode].name if question.postcode else " / ".join(towns),
        towns=towns,
        radius=question.radius_km or RADIUS_KM,
        towns_as_words=_address([*everywhere, AS_WORDS]),
        first=question.offset + 1,
        last=question.offset + len(answer.hits),
        previous=_page(given, question.offset - A_PAGE) if question.offset else "",
        next=next_page(given, question.offset, answer.total),
        deepest=DEEPEST if answer.total > DEEPEST else 0,
    )


def job_shown(components: Components, stored: Stored[JobOrder]) -> Job:
    """The public job with every field."""
    return {**dict.fromkeys(PUBLIC), **public_job(stored, components.catalog)}


def _hit(job: Job, sought: Sequence[str]) -> Job:
    """The job with its title and a stretch of its text in pieces, the words sought marked."""
    spans: dict[str, list[tuple[int, int]]] = {"title": [], "text": []}
    for one in job_highlights(job, sought):
        spans.get(one.field, []).append((one.start, one.end))
    title, text = str(job["title"]), str(job["text"])
    return {**job, "title_pieces": marked(title, spans["title"]), "excerpt": excerpt(text, spans["text"])}


def _choices(name: str, values: Sequence[FacetValue], given: Pairs) -> list[Choice]:
    """The commonest values of a facet and those chosen."""
    return [
        Choice(one.label, one.count, (name, one.value) in given, _toggled(given, name, one.value))
        for place, one in enumerate(values)
        if place < CHOICES_SHOWN or (name, one.value) in given
    ]


def _toggled(given: Pairs, name: str, value: str) -> str:
    kept = [pair for pair in given if pair[0] != "offset" and pair != (name, value)]
    return _address(kept if (name, value) in given else [*kept, (name, value)])


def next_page(given: Pairs, offset: int, total: int) -> str:
    """The address of the page after the one from that offset on; empty where there is none that can be shown."""
    return _page(given, offset + A_PAGE) if offset + A_PAGE < min(total, DEEPEST) else ""


def _page(given: Pairs, offset: int) -> str:
    kept = [pair for pair in given if pair[0] != "offset"]
    return _address([*kept, ("offset", str(offset))] if offset > 0 else kept)


def _address(pairs: Pairs) -> str:
    return f"/jobs?{urlencode(pairs)}" if pairs else "/jobs"
