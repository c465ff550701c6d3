"""Everything kept about one person, for that person to see: the right of access (indsigt, GDPR article 15)."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.intake import cv_to_mapping
from indexer.intake.cv import Cv
from indexer.intake.json_form import JsonObject
from indexer.records.audit_trail import Act, AuditLine
from indexer.records.case_lookups import CaseLookup
from indexer.records.database import Database
from indexer.records.errors import RecordNotFoundError
from indexer.records.proposals import ProposalStep
from indexer.records.ranked_lists import GivenPlace
from indexer.records.record import Record
from indexer.records.stored import RecordKind, Stored
from matcher.cases.case_format import facts_to_mapping
from matcher.lists.place_format import kept_place_to_mapping


@dataclass(frozen=True, slots=True)
class Insight:
    """Everything that the record keeps under one CV's id, each part newest first.

    Once the CV is erased only its places in lists that were given out and the audit trail are left.
    """

    cv_id: str
    revisions: tuple[Stored[Cv], ...]
    places: tuple[GivenPlace, ...]
    proposals: tuple[ProposalStep, ...]
    cases: tuple[CaseLookup, ...]
    acts: tuple[AuditLine, ...]


def insight(database: Database, cv_id: str, *, actor: str) -> Insight:
    """Everything kept about the person; the access itself is audited. Raises RecordNotFoundError for an unknown id."""
    with database.reading() as record:
        found = _gathered(record, cv_id)
    if not (found.revisions or found.places or found.acts):
        raise RecordNotFoundError(RecordKind.CV, cv_id)
    with database.transaction(actor, "indsigt") as record:
        record.audit_trail.note(Act.INSIGHT_GIVEN, RecordKind.CV, cv_id)
    return found


def insight_to_mapping(found: Insight) -> JsonObject:
    """What is kept, in its public form; it says when and why data was used, not by whom."""
    return {
        "cv": found.cv_id,
        "revisions": [
            {"revision": one.revision, "since": one.changed_at.isoformat(), "content": dict(cv_to_mapping(one.value))}
            for one in found.revisions
        ],
        "lists": [_place_to_mapping(one) for one in found.places],
        "proposals": [
            {"order": one.order_id, "state": one.state, "reason": one.reason, "at": one.noted_at.isoformat()}
            for one in found.proposals
        ],
        "cases": [{**facts_to_mapping(one.facts), "at": one.looked_up_at.isoformat()} for one in found.cases],
        "acts": [{"act": one.action, "purpose": one.purpose, "at": one.at.isoformat()} for one in found.acts],
    }


def _gathered(record: Record, cv_id: str) -> Insight:
    return Insight(
        cv_id,
        revisions=tuple(record.cvs.revisions(cv_id)),
        places=tuple(record.ranked_lists.places_of_cv(cv_id)),
        proposals=tuple(reversed(record.proposals.of_cv(cv_id))),
        cases=tuple(reversed(record.case_lookups.of_cv(cv_id))),
        acts=tuple(reversed(record.audit_trail.of_record(RecordKind.CV, cv_id))),
    )


def _place_to_mapping(given: GivenPlace) -> JsonObject:
    where: JsonObject = {"list": given.list_number, "order": given.order_id, "given_at": given.given_at.isoformat()}
    return {**where, **kept_place_to_mapping(given.place)}
