"""Turns records into search documents; the only place that names index fields."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.documents.hidden_contacts import HIDDEN, hide_contact
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

FORM = "6"  # raised when documents change form: the index then asks for a rebuild
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
    numbers = {"match_category": float(cv.match_category)}
    if cv.availability:
        numbers["availability"] = float(cv.availability.toordinal())
    return SearchDocument(
        id=cv.id,
        sequence=stored.sequence,
        tokens={
            "wishes": analyse(comparable(". ".join((*cv.desired_jobs, cv.headline)))),
            "history": analyse(comparable(". ".join(job.title for job in cv.experience))),
            "skills": analyse(comparable(". ".join((*cv.skills, *cv.education, *cv.licences)))),
            "text": analyse(comparable(cv.text)),
        },
        keywords={
            "occupation": tuple(sorted(set(occupations))),
            "held": tuple(sorted(set(held))),
            "status": ("godkendt" if cv.cv_approved else "ikke_godkendt",),
            "hours": (cv.hours.value,) if cv.hours else (),
            "language": (language,),
            "task": tuple(sorted(set(tasks))),
            "kind": tuple(sorted(set(kinds))),
        },
        numbers=numbers,
        position=(place.latitude, place.longitude) if place else None,
        vector=vector,
    )


def job_order_document(
    stored: Stored[JobOrder],
    *,
    trade: str | None,
    occupations: Iterable[str],
    shifts: Iterable[str],
    hours_per_week: float | None,
    vector: Vectors,
    closed: bool = False,
) -> SearchDocument:
    """The document of a job order with what was read out of it; one that is closed has no day left to be open on."""
    order = stored.value
    place = places().get(order.postcode)
    numbers = {
        "published": (order.received_at or stored.created_at).timestamp(),
        "positions": float(order.positions),
    }
    if order.deadline or closed:
        numbers["deadline"] = float(order.deadline.toordinal()) if order.deadline and not closed else 0.0
    return SearchDocument(
        id=order.id,
        sequence=stored.sequence,
        tokens={
            "title": _words(order, order.title),
            "text": _words(order, order.text, order.public_text or ""),
            "demands": _words(order, *order.must_have, *order.nice_to_have),
            "employer": _words(order, order.employer),
        },
        keywords={
            "trade": (trade,) if trade else (),
            "occupation": tuple(sorted(set(occupations))),
            "order_type": (order.order_type.value,),
            "shift": tuple(shifts),
            "hours": (hours_word(hours_per_week),) if hours_per_week else (),
            "postcode": (order.postcode,),
            "municipality": place.municipalities if place else (),
            "town": _towns(order),
            "positions": (str(order.positions),),
            "title": _title_shown(order),
        },
        numbers=numbers,
        position=(place.latitude, place.longitude) if place else None,
        vector=vector,
    )


def _words(order: JobOrder, *texts: str) -> tuple[str, ...]:
    """The words that everybody may find the order by: no ways to reach a person."""
    return analyse(hide_contact(". ".join(texts), order.contact).replace(HIDDEN, " "))


def _towns(order: JobOrder) -> tuple[str, ...]:
    named = towns_in("\n".join((order.title, order.text, order.city)))
    return tuple(sorted({*towns_near(order.postcode), *(one.town.key for one in named)}))


def _title_shown(order: JobOrder) -> tuple[str, ...]:
    """The title, unless it is long or holds contact details, since it is shown to the public."""
    title = " ".join(order.title.split())
    tells = hide_contact(title, order.contact) != title
    return () if tells or len(title) > LONGEST_TITLE else (title,)


def hours_word(hours_per_week: float) -> str:
    """Full time or part time, as citizens search for it."""
    return "deltid" if hours_per_week < PART_TIME_UNDER else "fuldtid"
