"""Every error that people may meet, and what is answered: status, what is wrong, and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from api import refusals
from indexer.engines.contract import SearchUnavailableError
from indexer.intake import FieldProblem, IntakeError
from indexer.records.errors import (
    RecordNotFoundError,
    RecordUnavailableError,
    RevisionConflictError,
    SchemaNotAtHeadError,
)
from matcher.lifecycles.orders import OrderClosedError
from matcher.lifecycles.table import MoveNotAllowedError
from matcher.proposals.proposing import AlreadyProposedError, RuledOutError
from matcher.replaying.as_of import DayToComeError, OrderNotThenError
from matcher.replaying.recreating import ListNotFoundError

RETRY_AFTER = {"Retry-After": "5"}  # seconds; an index that was restarted answers sooner, a rebuilt one later

# Error -> status, title, headers. The error's own text is the detail: it is Danish and says what to do.
ANSWERS: Mapping[type[Exception], tuple[HTTPStatus, str, Mapping[str, str]]] = {
    IntakeError: (HTTPStatus.UNPROCESSABLE_ENTITY, "Felter skal rettes", {}),
    RevisionConflictError: (HTTPStatus.PRECONDITION_FAILED, "Posten er ændret imens", {}),
    RecordNotFoundError: (HTTPStatus.NOT_FOUND, "Findes ikke", {}),
    ListNotFoundError: (HTTPStatus.NOT_FOUND, "Findes ikke", {}),
    OrderNotThenError: (HTTPStatus.NOT_FOUND, "Findes ikke", {}),
    DayToComeError: (HTTPStatus.NOT_FOUND, "Findes ikke", {}),
    AlreadyProposedError: (HTTPStatus.CONFLICT, "Allerede foreslået", {}),
    RuledOutError: (HTTPStatus.CONFLICT, "Kan ikke foreslås", {}),
    OrderClosedError: (HTTPStatus.CONFLICT, "Ordren er lukket", {}),
    MoveNotAllowedError: (HTTPStatus.CONFLICT, "Ikke muligt nu", {}),
    SearchUnavailableError: (HTTPStatus.SERVICE_UNAVAILABLE, "Søgningen er ude af drift", RETRY_AFTER),
    RecordUnavailableError: (HTTPStatus.SERVICE_UNAVAILABLE, "Arkivet kan ikke bruges nu", RETRY_AFTER),
    SchemaNotAtHeadError: (HTTPStatus.SERVICE_UNAVAILABLE, "Arkivet skal opgraderes", {}),
    refusals.UnsoundBodyError: (HTTPStatus.BAD_REQUEST, "Ugyldig JSON", {}),
    refusals.BodyTooLargeError: (
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "Indholdet er for stort",
        {"Connection": "close"},
    ),
    refusals.NotJsonError: (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Ikke JSON", {}),
    refusals.ForeignRequestError: (HTTPStatus.FORBIDDEN, "Afvist", {}),
    refusals.UnsoundAddressError: (HTTPStatus.BAD_REQUEST, "Ugyldig adresse", {}),
    refusals.IfMatchMissingError: (HTTPStatus.PRECONDITION_REQUIRED, "If-Match mangler", {}),
    refusals.IdempotencyKeyReusedError: (HTTPStatus.UNPROCESSABLE_ENTITY, "Nøglen er brugt", {}),
    refusals.QueryError: (HTTPStatus.UNPROCESSABLE_ENTITY, "Parametre skal rettes", {}),
    refusals.JobNotOpenError: (HTTPStatus.NOT_FOUND, "Findes ikke", {}),
    refusals.CursorTooOldError: (HTTPStatus.GONE, "Ændringerne kendes ikke længere", {}),
    refusals.CursorAheadError: (HTTPStatus.GONE, "Ændringerne kendes ikke længere", {}),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One answer that says what is wrong and what to do."""

    status: int
    title: str
    detail: str
    errors: tuple[FieldProblem, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    type: str = "about:blank"  # nothing more than its status says


def problem_of(error: Exception) -> Problem:
    """The problem for an error of the table."""
    status, title, headers = next(ANSWERS[kind] for kind in type(error).__mro__ if kind in ANSWERS)
    problems = error.problems if isinstance(error, IntakeError | refusals.RefusalError) else ()
    detail = "Ret felterne, og send igen." if isinstance(error, IntakeError) else str(error)
    return Problem(status, title, detail, problems, headers, problem_type(type(error)))


def problem_type(kind: type[Exception]) -> str:
    """What programs tell the problem by: AlreadyProposedError is urn:jobformidling:problem:already-proposed."""
    known = next(one for one in kind.__mro__ if one in ANSWERS)
    words = re.findall("[A-Z][a-z]*", known.__name__.removesuffix("Error"))
    return f"urn:jobformidling:problem:{'-'.join(words).lower()}"
