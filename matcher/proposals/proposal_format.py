"""Reads and writes the public form of proposals, checked field by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.intake import FieldProblem
from indexer.intake.checks import identifier
from indexer.intake.json_form import JsonObject
from indexer.intake.shapes import SHORT_LIMIT
from indexer.records.proposals import ProposalStep
from matcher.json_input import object_of, reason_of, reason_problems, refuse
from matcher.lifecycles.proposals import NEXT, ProposalState
from matcher.lifecycles.table import history

_is_cv = identifier(SHORT_LIMIT)


@dataclass(frozen=True, slots=True)
class Proposed:
    """Who is proposed; `reason` where a person decides against the rules."""

    cv_id: str
    reason: str = ""


def read_proposal(value: object) -> Proposed:
    """The proposal; raises IntakeError that names every unsound field."""
    plain = object_of(value, ("cv", "reason"), '{"cv": "C-2001"}')
    problems = reason_problems(plain)
    if plain.get("cv") is None:
        problems.append(FieldProblem("cv", "CV'ets id mangler.", 'Skriv "cv": "C-2001".'))
    else:
        _is_cv("cv", plain["cv"], problems)
    refuse(problems)
    return Proposed(str(plain["cv"]), reason_of(plain))


def step_to_mapping(step: ProposalStep) -> JsonObject:
    """How a proposal stands and what it can become; without its reason, which no kept answer is to repeat."""
    return {
        "order": step.order_id,
        "cv": step.cv_id,
        "state": step.state,
        "revision": step.revision,
        "by": step.noted_by,
        "at": step.noted_at.isoformat(),
        "next": [state.value for state in NEXT[ProposalState(step.state)]],
    }


def proposal_to_mapping(steps: Sequence[ProposalStep]) -> JsonObject:
    """A proposal with every step of it, oldest first."""
    return {**step_to_mapping(steps[-1]), "steps": history(steps)}
