"""Reads and writes the public form of a looked-up case file, checked field by field."""

from __future__ import annotations

from datetime import date

from indexer.intake import FieldProblem
from indexer.intake.danish_checks import cvr, day
from indexer.intake.json_form import JsonObject
from indexer.records.case_lookups import CaseFacts, CaseLookup
from matcher.json_input import object_of, refuse

FIELDS = ("protected", "employers", "away", "away_until")


def read_case(value: object) -> CaseFacts:
    """What a case tells; what is left out is no. Raises IntakeError that names every unsound field."""
    plain = object_of(value, FIELDS, '{"employers": ["99999918"], "away_until": "2027-01-31"}')
    problems = [
        FieldProblem(name, "Feltet er hverken sandt eller falsk.", "Skriv true eller false.")
        for name in ("protected", "away")
        if not isinstance(plain.get(name, False), bool)
    ]
    employers, until = _employers(plain.get("employers"), problems), plain.get("away_until")
    if until is not None:
        day("away_until", until, problems)
    refuse(problems)
    away_until = date.fromisoformat(str(until)) if until is not None else None
    return CaseFacts(
        protected=plain.get("protected") is True,
        employers=employers,
        away=plain.get("away") is True or away_until is not None,
        away_until=away_until,
    )


def case_to_mapping(found: CaseLookup) -> JsonObject:
    """What the case told when it was last looked up."""
    who = {"by": found.looked_up_by, "at": found.looked_up_at.isoformat()}
    return {"cv": found.cv_id, **facts_to_mapping(found.facts), "revision": found.revision, **who}


def facts_to_mapping(facts: CaseFacts) -> JsonObject:
    """What a case told."""
    return {
        "protected": facts.protected,
        "employers": list(facts.employers),
        "away": facts.away,
        "away_until": facts.away_until.isoformat() if facts.away_until else None,
    }


def _employers(value: object, problems: list[FieldProblem]) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        problems.append(FieldProblem("employers", "Feltet er ikke en liste.", 'Skriv "employers": ["99999918"].'))
        return ()
    for place, one in enumerate(value):
        cvr(f"employers[{place}]", one, problems)
    return tuple(dict.fromkeys(str(one) for one in value if one))
