"""What the lifecycles of orders and proposals share: moves by a table, as they are sent, and steps as they are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from indexer.intake import FieldProblem
from indexer.intake.json_form import JsonObject
from indexer.records.errors import RecordError
from indexer.records.order_steps import OrderStep
from indexer.records.proposals import ProposalStep
from matcher.json_input import object_of, reason_of, reason_problems, refuse

State = TypeVar("State", bound=StrEnum)


class MoveNotAllowedError(RecordError):
    """What is to move cannot go to that state from where it stands."""


@dataclass(frozen=True, slots=True)
class Moved(Generic[State]):
    """The state that something goes to, and why."""

    state: State
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Lifecycle(Generic[State]):
    """States with what people call them, which may follow which, and those that need a reason with how to give it."""

    of: str  # as a sentence begins: Ordren, Forslaget
    it: str  # Den, Det
    states: type[State]
    labels: Mapping[str, str]
    next: Mapping[State, Sequence[State]]
    needs_reason: Mapping[State, str]

    def refuse_move(self, now: State, wanted: State) -> None:
        """Raise MoveNotAllowedError unless the table has the move."""
        if wanted in self.next[now]:
            return
        may = ", ".join(self._told(state) for state in self.next[now])
        raise MoveNotAllowedError(
            f"{self.of} er {self.labels[now]} og kan ikke blive {self.labels[wanted]}. {self.it} kan blive: {may}."
        )

    def read_move(self, value: object) -> Moved[State]:
        """The move as it is sent; raises IntakeError that names every unsound field."""
        states = [state.value for state in self.states]
        plain = object_of(value, ("state", "reason"), f'{{"state": "{states[1]}"}}')
        problems = reason_problems(plain)
        if plain.get("state") not in states:
            problems.append(FieldProblem("state", "Tilstanden findes ikke.", f"Vælg {', '.join(states)}."))
        elif (fix := self.needs_reason.get(self.states(str(plain["state"])))) and not reason_of(plain):
            problems.append(FieldProblem("reason", "Begrundelsen mangler.", fix))
        refuse(problems)
        return Moved(self.states(str(plain["state"])), reason_of(plain))

    def _told(self, state: State) -> str:
        label = self.labels[state]
        return label if label == state else f"{label} ({state})"


def history(steps: Iterable[OrderStep | ProposalStep]) -> list[JsonObject]:
    """Every step in its public form."""
    return [
        {"state": one.state, "reason": one.reason, "by": one.noted_by, "at": one.noted_at.isoformat()} for one in steps
    ]
