"""Turns records into search documents; the only place that names index fields."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.documents.hidden_contacts import HIDDEN
from indexer.documents.neutral_cv import neutral_cv
from indexer.embedding.contract import Vectors
from indexer.engines.contract import CollectionSchema, SearchDocument
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored
from taxonomy.language import analyse
from taxonomy.neutral.texts import comparable
from taxonomy.places import places
from taxonomy.towns import towns_in, towns_near

FORM = "7"  # of CVs' documents; raised when they change form: the index then asks for a rebuild
JOB_ORDERS_FORM = "3"  # of job orders' documents; a rebuild for them reads no CV again
LONGEST_TITLE = 100  # characters of a title that is worth suggesting
PART_TIME_UNDER = 32.0  # hours a week


def cv_schema(dimensions: int) -> CollectionSchema:
    """The fields of the collection of CVs; wishes weigh most, as in the ranking."""
    return CollectionSchema(
        name="cvs",
        token_fields={"wishes": 3.0, "history": 1.5, "skills": 1.5, "text": 1.0},
        keyword_fields=("occupation", "held", "status", "hours", "language", "task", "kind"),
        number_fields=("availability", "match_category"),
        dimensions=dimensions,
    )


def job_order_schema(dimensions: int) -> CollectionSchema:
    """The fields of the collection of job orders, as the public search knows them."""
    return CollectionSchema(
        name="job_orders",
        token_fields={"title": 3.0, "text": 1.0, "demands": 1.0, "employer": 0.5},
        keyword_fields=(
            *("trade", "occupation", "order_type", "shift", "hours", "postcode", "municipality", "positions"),
            "town",  # near it, or named in its words
            "title",  # as people read it, for type-ahead
        ),
        number_fields=("published", "deadline", "positions"),
        dimensions=dimensions,
    )


def cv_document(
    stored: Stored[Cv],
    *,
    occupations: Iterable[str],
    held: Iterable[str],
    tasks: Iterable[str],
    kinds: Iterable[str],
    language: str,
    vector: Vectors,
) -> SearchDocument:
    """The document of a CV; `occupations` are wished for or worked in, `held` are keys of qualifications.

    `tasks` are done or wished for, `kinds` are the kinds of order that are wished for.
    """
    cv = neutral_cv(stored.value)
    place = places().get(cv.postcode)
    return SearchDocument(
        id=cv.id,
        sequence=stored.sequence,
        tokens=_cv_tokens(cv),
        keywords={
            "occupation": tuple(sorted(set(occupations))),
            "held": tuple(sorted(set(held))),
            "status": ("godkendt" if cv.cv_approved else "ikke_godkendt",),
            "hours": (cv.hours.value,) if cv.hours else (),
            "language": (language,),
            "task": tuple(sorted(set(tasks))),
            "kind": tuple(sorted(set(kinds))),
        },
        numbers=_cv_numbers(cv),
        position=(place.latitude, place.longitude) if place else None,
        vector=vector,
    )


def _cv_tokens(cv: Cv) -> dict[str, tuple[str, ...]]:
    return {
        "wishes": analyse(comparable(". ".join((*cv.desired_jobs, cv.headline)))),
        "history": analyse(comparable(". ".join(job.title for job in cv.experience))),
        "skills": analyse(comparable(". ".join((*cv.skills, *cv.education, *cv.licences)))),
        "text": analyse(comparable(cv.text)),
    }


def _cv_numbers(cv: Cv) -> dict[str, float]:
    numbers = {"match_category": float(cv.match_category)}
    if cv.availability:
        numbers["availability"] = float(cv.availability.toordinal())
    return numbers


def job_order_document(
    shown: Stored[JobOrder],
    *,
    trade: str | None,
    occupations: Iterable[str],
    shifts: Iterable[str],
    vector: Vectors,
    closed: bool = False,
) -> SearchDocument:
    """The document of a job order `shown` as everybody may read it, with what was read out of it.

    Nothing else is searched by the public, so that nobody can guess at the words of a note. An order that is closed
    has no day left to be open on.
    """
    order = shown.value
    place = places().get(order.postcode)
    return SearchDocument(
        id=order.id,
        sequence=shown.sequence,
        tokens={
            "title": _words(order.title),
            "text": _words(order.text),
            "demands": _words(*order.must_have, *order.nice_to_have),
            "employer": _words(order.employer),
        },
        keywords={
            "trade": (trade,) if trade else (),
            "occupation": tuple(sorted(set(occupations))),
            "order_type": (order.order_type.value,),
            "shift": tuple(shifts),
            "hours": (hours_word(order.hours_per_week),) if order.hours_per_week else (),
            "postcode": (order.postcode,),
            "municipality": place.municipalities if place else (),
            "town": _towns(order),
            "positions": (str(order.positions),),
            "title": _title_shown(order),
        },
        numbers=_order_numbers(shown, closed),
        position=(place.latitude, place.longitude) if place else None,
        vector=vector,
    )


def _order_numbers(shown: Stored[JobOrder], closed: bool) -> dict[str, float]:
    order = shown.value
    numbers = {
        "published": (order.received_at or shown.created_at).timestamp(),
        "positions": float(order.positions),
    }
    if order.deadline or closed:
        numbers["deadline"] = float(order.deadline.toordinal()) if order.deadline and not closed else 0.0
    return numbers


def _words(*texts: str) -> tuple[str, ...]:
    return analyse(". ".join(texts).replace(HIDDEN, " "))


def _towns(order: JobOrder) -> tuple[str, ...]:
    named = towns_in("\n".join((order.title, order.text, order.city)))
    return tuple(sorted({*towns_near(order.postcode), *(one.town.key for one in named)}))


def _title_shown(order: JobOrder) -> tuple[str, ...]:
    """The title, unless it is long or held a way to reach a person."""
    title = " ".join(order.title.split())
    return () if HIDDEN in title or len(title) > LONGEST_TITLE else (title,)


def hours_word(hours_per_week: float) -> str:
    """Full time or part time, as citizens search for it."""
    return "deltid" if hours_per_week < PART_TIME_UNDER else "fuldtid"
