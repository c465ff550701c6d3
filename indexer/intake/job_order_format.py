"""Job orders in the public format: checked and read, and written back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from indexer.intake.checks import choice, identifier, in_turn, text
from indexer.intake.danish_checks import cvr, day, email, moment, phone, postcode
from indexer.intake.job_order import Contact, JobOrder, OrderType, Shift
from indexer.intake.json_form import without_defaults
from indexer.intake.number_checks import number, whole_number
from indexer.intake.problems import FieldProblem
from indexer.intake.shapes import ITEM_LIMIT, SHORT_LIMIT, TEXT_LIMIT, Shape, list_of

MOST_POSITIONS = 10_000
HOURS_IN_A_WEEK = 168

# Addresses of the job shop and of the form for new orders: an order of such an id could not be reached.
ADDRESSES = frozenset({"search", "suggest", "stream", "ny"})
_is_identifier = identifier(SHORT_LIMIT)


def _order_id(field: str, value: object, problems: list[FieldProblem]) -> None:
    _is_identifier(field, value, problems)
    if isinstance(value, str) and value in ADDRESSES:
        problems.append(FieldProblem(field, "Id'et er optaget: det er navnet på en side.", "Giv ordren et andet id."))


_short = text(SHORT_LIMIT, may_be_empty=True)

CONTACT_SHAPE = Shape(
    required={}, optional={"name": _short, "phone": in_turn(_short, phone), "email": in_turn(_short, email)}
)

JOB_ORDER_SHAPE = Shape(
    required={
        "id": _order_id,
        "title": text(SHORT_LIMIT),
        "text": text(TEXT_LIMIT),
        "order_type": choice(OrderType),
        "positions": whole_number(1, MOST_POSITIONS),
        "postcode": postcode,
    },
    optional={
        "employer": _short,
        "cvr": cvr,
        "city": _short,
        "hours_per_week": number(0, HOURS_IN_A_WEEK, above_low=True),
        "shift": choice(Shift),
        "start": day,
        "deadline": day,
        "must_have": list_of(text(ITEM_LIMIT)),
        "nice_to_have": list_of(text(ITEM_LIMIT)),
        "contact": CONTACT_SHAPE,
        "received_at": moment,
        "source": _short,
        "public_text": text(TEXT_LIMIT, may_be_empty=True),
    },
)


def read_job_order(mapping: object) -> JobOrder:
    """The job order that a parsed JSON object describes; raises IntakeError with every problem it has."""
    return job_order_from_mapping(JOB_ORDER_SHAPE.refuse_problems(mapping))


def job_order_from_mapping(mapping: Mapping[str, Any]) -> JobOrder:
    """The job order in a mapping that was checked before, such as one from the record."""
    given = {name: value for name, value in mapping.items() if value is not None}
    for name, convert in _CONVERSIONS.items():
        if name in given:
            given[name] = convert(given[name])
    return JobOrder(**given)


def job_order_to_mapping(order: JobOrder) -> dict[str, object]:
    """The order in the public format, ready for JSON; reading it again gives an equal order."""
    return without_defaults(order)


def _contact(value: Mapping[str, Any]) -> Contact:
    return Contact(**{name: part for name, part in value.items() if part is not None})


_CONVERSIONS: dict[str, Callable[[Any], object]] = {
    "order_type": OrderType,
    "hours_per_week": float,
    "shift": Shift,
    "start": date.fromisoformat,
    "deadline": date.fromisoformat,
    "must_have": tuple,
    "nice_to_have": tuple,
    "contact": _contact,
    "received_at": datetime.fromisoformat,
}
