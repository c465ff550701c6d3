"""Who did or saw what of one record, for those who supervise: the audit trail, and the lists somebody stood in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from indexer.intake.json_form import JsonObject
from indexer.records.audit_trail import Act
from indexer.records.database import Database
from indexer.records.errors import RecordNotFoundError
from indexer.records.record import Record
from indexer.records.stored import RecordKind

IN_A_LIST = "list"  # beside the acts of the trail: the CV stood in a list that was given out


@dataclass(frozen=True, slots=True)
class Use:
    """One act on the record: when, by whom, what, why; `order` and `list_number` where it was a place in a list."""

    at: datetime
    actor: str
    act: str
    purpose: str
    revision: int | None
    order: str = ""
    list_number: int | None = None


def uses(database: Database, kind: RecordKind, record_id: str, *, actor: str) -> list[Use]:
    """Every act on the record, oldest first; the look itself is noted. RecordNotFoundError where nothing was done."""
    with database.reading() as record:
        found = [
            Use(line.at, line.actor, line.action, line.purpose, line.revision)
            for line in record.audit_trail.of_record(kind, record_id)
        ]
        if kind is RecordKind.CV:
            found.extend(_in_lists(record, record_id))
    if not found:
        raise RecordNotFoundError(kind, record_id)
    with database.transaction(actor, "tilsyn") as record:
        record.audit_trail.note(Act.TRAIL_SEEN, kind, record_id)
    return sorted(found, key=lambda use: use.at)


def use_to_mapping(use: Use) -> JsonObject:
    """The act in its public form."""
    plain: JsonObject = {"at": use.at.isoformat(), "by": use.actor, "act": use.act, "purpose": use.purpose}
    plain["revision"] = use.revision
    return plain if use.list_number is None else {**plain, "order": use.order, "list": use.list_number}


def _in_lists(record: Record, cv_id: str) -> Iterator[Use]:
    """The lists in which the person stood, whenever somebody asked; the trail has such a list under its order."""
    lists = record.ranked_lists
    places = {given.list_number: given for given in lists.places_of_cv(cv_id)}
    for order_id in {given.order_id for given in places.values()}:
        for line in record.audit_trail.of_record(RecordKind.JOB_ORDER, order_id):
            if line.action != Act.RANKED:
                continue
            # Whoever asks again for what they were given last is given the same list.
            for number in lists.numbers_of_order(order_id, until=line.at)[:1]:
                if given := places.get(number):
                    revision = given.place.cv_revision
                    yield Use(line.at, line.actor, IN_A_LIST, line.purpose, revision, order_id, number)
