"""PATCH requests: the revision they were made from, and merging what they change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import Header

from api.refusals import IfMatchMissingError
from indexer.intake import FieldProblem, IntakeError
from indexer.records.errors import RevisionConflictError

IfMatch = Annotated[str | None, Header(description="The ETag that the correction was made from.")]


def require_match(if_match: str | None, record_id: str, revision: int) -> None:
    """Refuse unless the header names the current revision; a weak tag never does (RFC 9110, 13.1.1)."""
    if if_match is None or not if_match.strip():
        raise IfMatchMissingError
    tags = {tag.strip() for tag in if_match.split(",")}
    if not tags & {"*", f'"{revision}"', str(revision)}:
        given = next((tag.strip('"') for tag in tags if tag.strip('"').isdecimal()), "0")
        raise RevisionConflictError(record_id, int(given[:9]), revision)


def merged(standing: Mapping[str, object], patch: object, record_id: str) -> dict[str, object]:
    """The current fields with the patch merged in (RFC 7396: null removes); the id cannot change."""
    if not isinstance(patch, dict):
        fix = 'Send et objekt med de felter, der skal rettes: {"positions": 3}.'
        raise IntakeError((FieldProblem("", "Rettelsen er ikke et objekt.", fix),))
    if patch.get("id", record_id) != record_id:
        problem = "Id kan ikke rettes."
        raise IntakeError((FieldProblem("id", problem, "Udelad feltet, eller opret posten under det nye id."),))
    return _merged(standing, patch)


def _merged(standing: Mapping[str, object], patch: Mapping[str, object]) -> dict[str, object]:
    found = dict(standing)
    for name, value in patch.items():
        if value is None:
            found.pop(name, None)
        elif isinstance(value, dict):
            before = found.get(name)
            found[name] = _merged(before if isinstance(before, dict) else {}, value)
        else:
            found[name] = value
    return found
