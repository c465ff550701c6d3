"""A submitted form: what was typed, for which revision, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends

from api.http.dependencies import raw_body
from api.problems import problem_of
from api.refusals import UnsoundBodyError
from indexer.intake import FieldProblem, IntakeError
from indexer.records.errors import RevisionConflictError

Typed = Annotated[bytes, Depends(raw_body)]
Refusal = IntakeError | RevisionConflictError
NOTHING: Mapping[str, str] = MappingProxyType({})
MOST_FIELDS = 60
REVISION_DIGITS = 9


@dataclass(frozen=True, slots=True)
class FormProblem:
    """What is wrong at one field of the form."""

    field: str
    label: str
    text: str


def typed_values(body: bytes, most: int = MOST_FIELDS) -> dict[str, str]:
    """What was typed, by field; UnsoundBodyError when it is no form, or one of more than `most` fields."""
    try:
        found = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=most, errors="strict")
    except ValueError as error:
        problem = FieldProblem("", "Formularen kan ikke læses.", "Hent siden igen, og prøv én gang til.")
        raise UnsoundBodyError(problem) from error
    # Browsers send lines as CRLF; the record keeps lines as everybody else writes them.
    return {name: values[-1].replace("\r\n", "\n") for name, values in found.items()}


def seen_revision(typed: Mapping[str, str]) -> int:
    """The revision that stood when the form was shown; 0, which no record ever has, where the form names none."""
    said = typed.get("revision", "")
    return int(said) if said.isdecimal() and len(said) <= REVISION_DIGITS else 0


def problems_at(labels: Mapping[str, str], error: Refusal | None) -> list[FormProblem]:
    """What the error finds wrong, at the form's fields; nothing for a conflict."""
    found = error.problems if isinstance(error, IntakeError) else ()
    # One of several values is wrong at the field that holds them all.
    at = [(one.field.partition("[")[0], f"{one.problem} {one.fix}") for one in found]
    return [FormProblem(field, labels.get(field, ""), text) for field, text in at]


def told(error: Exception) -> str:
    """What is wrong and how it is mended, in one text."""
    found = error.problems if isinstance(error, IntakeError) else ()
    return " ".join(f"{one.problem} {one.fix}" for one in found) or str(error)


@dataclass(frozen=True, slots=True)
class Form:
    """A form with what was typed; after an error its problems by field, or that the order was changed meanwhile."""

    labels: Mapping[str, str]
    typed: Mapping[str, str]
    problems: Sequence[FormProblem] = ()
    conflict: str = ""
    status: int = HTTPStatus.OK

    @property
    def by_field(self) -> Mapping[str, FormProblem]:
        """The first problem of each field."""
        return {one.field: one for one in reversed(self.problems)}

    @property
    def refused(self) -> bool:
        """Whether what was typed could not be kept."""
        return bool(self.problems or self.conflict)


def form_after(
    error: Refusal | None,
    labels: Mapping[str, str],
    typed: Mapping[str, str],
    problems: Sequence[FormProblem] | None = None,
) -> Form:
    """The form as it is shown after the error or none; `problems` where the form words them itself."""
    return Form(
        labels=labels,
        typed=typed,
        problems=problems_at(labels, error) if problems is None else problems,
        conflict=str(error) if isinstance(error, RevisionConflictError) else "",
        status=problem_of(error).status if error else HTTPStatus.OK,
    )
