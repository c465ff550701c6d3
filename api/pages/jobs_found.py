"""A page of the open jobs found: hits with the words marked, facets to narrow by, ways to the other pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlencode

from api import labels
from api.http.job_answers import FacetValue, facet_values
from api.http.job_highlights import job_highlights
from api.http.job_query import DEEPEST
from api.http.public_job import PUBLIC, public_job
from api.pages.excerpts import excerpt, marked
from api.wiring import Components
from indexer.intake.json_form import JsonObject
from matcher.open_jobs.faces import OpenJob
from matcher.open_jobs.nearest import middle
from matcher.open_jobs.questions import RADIUS_KM, JobQuestion
from matcher.open_jobs.search import JobAnswer
from taxonomy.catalog import Catalog
from taxonomy.places import distance_km, places

A_PAGE = 20
CHOICES_SHOWN = 8  # of a facet, besides those chosen
FACETS = ("trade", "occupation", "order_type", "hours", "shift", "municipality")
MEANT = 3  # other words offered where no job has those given
DAYS = "published_days"
PERIODS: Mapping[str, str] = MappingProxyType(
    {"1": "i dag eller i går", "3": "de seneste 3 dage", "7": "de seneste 7 dage", "30": "de seneste 30 dage"}
)
AS_WORDS = ("towns", "words")
Pairs = Sequence[tuple[str, str]]
Job = JsonObject  # the public job with every field, None where the order is silent


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, with the address that chooses it or no longer does; None where jobs are not counted."""

    label: str
    count: int | None
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """What the jobs found can be narrowed by."""

    label: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class FoundJobs:
    """A page of the jobs found, what was understood of the words, and ways to the other pages."""

    answer: JobAnswer
    hits: Sequence[Job]
    facets: Sequence[Facet]
    understood: Sequence[str]
    place: str
    towns: Sequence[str]
    radius: float
    everywhere: str
    first: int
    last: int
    previous: str
    next: str
    deepest: int
    meant: Sequence[Choice]


def jobs_found(components: Components, question: JobQuestion, given: Pairs) -> FoundJobs:
    """What the question finds; `given` are the fields of the address. Raises SearchUnavailableError."""
    answer = components.jobs.search(question)
    values = facet_values(answer.facets, components.catalog)
    towns = [town.name for town in question.towns]
    placed = {"offset", "radius_km", "postcode"}
    everywhere = [pair for pair in given if pair[0] not in placed and pair != ("sort", "distance")]
    return FoundJobs(
        answer=answer,
        hits=[_hit(job_shown(components, job), answer.sought, question) for job, _ in answer.hits],
        facets=[*(_facet(name, values.get(name, ()), given, components.catalog) for name in FACETS), _periods(given)],
        understood=[components.catalog.occupations[found.occupation].label for found in answer.understood],
        place=places()[question.postcode].name if question.postcode else " / ".join(towns),
        towns=towns,
        radius=question.radius_km or RADIUS_KM,
        everywhere=_address([*everywhere, AS_WORDS] if towns else everywhere),
        first=question.offset + 1,
        last=question.offset + len(answer.hits),
        previous=_page(given, question.offset - A_PAGE) if question.offset else "",
        next=next_page(given, question.offset, answer.total),
        deepest=DEEPEST if answer.total > DEEPEST else 0,
        meant=_meant(components, question, given) if answer.by_meaning or not answer.total else (),
    )


def _meant(components: Components, question: JobQuestion, given: Pairs) -> list[Choice]:
    """Words like those that no job has, each with the address that searches for it instead."""
    others = [pair for pair in given if pair[0] not in {"q", "offset"}]
    found = components.jobs.suggest(question.words)[:MEANT]
    return [Choice(one.text, one.count, chosen=False, address=_address([("q", one.text), *others])) for one in found]


def job_shown(components: Components, job: OpenJob) -> Job:
    """The public job with every field."""
    return {**dict.fromkeys(PUBLIC), **public_job(job, components.catalog)}


def _hit(job: Job, sought: Sequence[str], question: JobQuestion) -> Job:
    """The job with its title and a stretch of its text in pieces, the words sought marked, and how far away it is."""
    spans: dict[str, list[tuple[int, int]]] = {"title": [], "text": []}
    for one in job_highlights(job, sought):
        spans.get(one.field, []).append((one.start, one.end))
    title, text = str(job["title"]), str(job["text"])
    shown = {"title_pieces": marked(title, spans["title"]), "excerpt": excerpt(text, spans["text"])}
    return {**job, **shown, "when": labels.SHIFTS.get(str(job["shift"]), ""), "km": _km(job, question)}


def _km(job: Job, question: JobQuestion) -> float | None:
    """Kilometres in a straight line from the one place that is searched near."""
    return distance_km(question.near, middle(places()[str(job["postcode"])])) if question.near else None


def _facet(name: str, values: Sequence[FacetValue], given: Pairs, catalog: Catalog) -> Facet:
    """The commonest values, and those chosen also where no job has them: what was chosen can be taken away."""
    shown = [one for place, one in enumerate(values) if place < CHOICES_SHOWN or (name, one.value) in given]
    known, found = labels.facet_labels(catalog, name), {one.value for one in values}
    gone = [value for key, value in given if key == name and value not in found]
    shown += [FacetValue(value, known.get(value, value), 0) for value in gone]
    return Facet(labels.FACETS[name], [_choice(name, one.value, one.label, one.count, given) for one in shown])


def _periods(given: Pairs) -> Facet:
    """How long ago a job was published at most; one is chosen in place of another."""
    others = [pair for pair in given if pair[0] != DAYS]
    chosen = [pair for pair in given if pair[0] == DAYS]
    return Facet(
        "Opslået",
        [
            _choice(DAYS, days, label, None, given if (DAYS, days) in chosen else others)
            for days, label in PERIODS.items()
        ],
    )


def _choice(name: str, value: str, label: str, count: int | None, given: Pairs) -> Choice:
    return Choice(label, count, (name, value) in given, _toggled(given, name, value))


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
