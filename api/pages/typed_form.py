"""A submitted form: what was typed, for which revision, and the page that shows its problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from api.errors import problem_of
from api.http.dependencies import raw_body
from api.http.refusals import UnsoundBodyError
from api.pages.rendering import render
from indexer.intake import FieldProblem, IntakeError
from indexer.records.errors import RevisionConflictError

Typed = Annotated[bytes, Depends(raw_body)]
Refusal = IntakeError | RevisionConflictError
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
    return [FormProblem(one.field, labels.get(one.field, ""), f"{one.problem} {one.fix}") for one in found]


def told(error: Exception) -> str:
    """What is wrong and how it is mended, in one text."""
    found = error.problems if isinstance(error, IntakeError) else ()
    return " ".join(f"{one.problem} {one.fix}" for one in found) or str(error)


def form_page(
    request: Request,
    template: str,
    typed: Mapping[str, str],
    error: Refusal | None,
    *,
    labels: Mapping[str, str],
    problems: Sequence[FormProblem],
    **values: object,
) -> HTMLResponse:
    """The form with what was typed; after an error its problems by field, or that the order was changed meanwhile."""
    return render(
        request,
        template,
        values,
        status=problem_of(error).status if error else 200,
        typed=typed,
        problems=problems,
        by_field={one.field: one for one in reversed(problems)},
        conflict=str(error) if isinstance(error, RevisionConflictError) else "",
        labels=labels,
    )
