"""What everybody may read of an order: not a caller's words as they were noted down, only what was read out of them.

The title is the caller's own as long as it tells of no person.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from indexer.documents.hidden_contacts import hide_contact
from indexer.intake.job_order import Contact, JobOrder, Shift
from indexer.records.stored import Stored
from matcher.open_jobs.demands import demands_in_words
from matcher.open_jobs.people import is_a_person, tells_of_a_person
from matcher.orders.correction_demands import is_in_own_words
from taxonomy.reading.findings import RequirementKind

FILE = Path(__file__).parent / "data" / "public_texts.toml"
WRITTEN_FOR_EVERYBODY = frozenset(tomllib.loads(FILE.read_text(encoding="utf-8"))["written_for_everybody"])
TEXTS, LISTS = ("title", "text", "employer", "city"), ("must_have", "nice_to_have")
JOBS_NAMED = 3
UNNAMED = "Ledigt job"  # the title of an order of which no job was read and whose own title tells of a person


@dataclass(frozen=True, slots=True)
class OpenJob:
    """An open order with texts that everybody may read.

    `advertised` tells that its text was written to be read; otherwise it says what was read out of a note.
    """

    order: JobOrder
    published: datetime
    occupations: tuple[str, ...]
    advertised: bool


def open_job(stored: Stored[JobOrder], read: Mapping[str, Any]) -> OpenJob:
    """The job that everybody may read, with what was `read` of the order."""
    order = stored.value
    occupations = tuple(dict.fromkeys(one["id"] for one in read.get("occupations", ())))
    published = order.received_at or stored.created_at
    return OpenJob(public_order(order, read), published, occupations, is_advertised(order))


def public_order(order: JobOrder, read: Mapping[str, Any]) -> JobOrder:
    """The order as everybody may read and search it; ways to reach a person are taken out of it."""
    shown = _with_terms(order, read.get("terms", {}))
    if order.source not in WRITTEN_FOR_EVERYBODY:
        must, nice = demands_in_words(_of_the_work(read.get("requirements", ()), order.contact))
        jobs = _named([one["label"] for one in read.get("occupations", ())])
        title = jobs or UNNAMED if tells_of_a_person(order.title, order.contact) else order.title
        employer = "" if is_a_person(order.employer, order.contact) else order.employer
        text = _said(jobs, must, nice)
        shown = replace(shown, title=title, employer=employer, must_have=must, nice_to_have=nice, text=text)
    return _without_contact(replace(shown, text=order.public_text or shown.text))


def is_advertised(order: JobOrder) -> bool:
    """Whether the order has a text that was written for everybody to read."""
    return bool(order.public_text) or order.source in WRITTEN_FOR_EVERYBODY


def _with_terms(order: JobOrder, terms: Mapping[str, Any]) -> JobOrder:
    """The order with the hours, shift and start of its words where its fields are empty."""
    shifts, start = terms.get("shifts", ()), None
    with suppress(ValueError):  # "snarest" is no day
        start = date.fromisoformat(terms.get("start") or "")
    return replace(
        order,
        hours_per_week=order.hours_per_week or terms.get("hours_per_week"),
        shift=order.shift or (Shift(shifts[0]) if len(shifts) == 1 else None),
        start=order.start or start,
    )


def _of_the_work(demands: Sequence[Mapping[str, Any]], contact: Contact) -> list[Mapping[str, Any]]:
    """The demands without those in the caller's own words that name a person: "skal kunne sammen med Mette"."""
    return [
        one
        for one in demands
        if not is_in_own_words(RequirementKind(one["kind"]), one["key"])
        or not tells_of_a_person(one.get("quote", ""), contact)
    ]


def _named(jobs: Sequence[str]) -> str:
    named = " / ".join(dict.fromkeys(jobs[:JOBS_NAMED]))
    return named[:1].upper() + named[1:]


def _said(jobs: str, must: Sequence[str], nice: Sequence[str]) -> str:
    """What was read, in sentences; nothing where nothing was."""
    sentences = (
        jobs,
        must and f"Krav: {'; '.join(must)}",
        nice and f"Gerne: {'; '.join(nice)}",
    )
    return " ".join(f"{one}." for one in sentences if one)


def _without_contact(order: JobOrder) -> JobOrder:
    texts: dict[str, Any] = {name: hide_contact(getattr(order, name), order.contact) for name in TEXTS}
    lists: dict[str, Any] = {
        name: tuple(hide_contact(one, order.contact) for one in getattr(order, name)) for name in LISTS
    }
    return replace(order, **texts, **lists, contact=Contact(), cvr="", source="", public_text=None)
