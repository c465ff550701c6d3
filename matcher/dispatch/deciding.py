"""A person decides where an order goes: the decision in its public form, checked, and kept against later routes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from indexer.intake import FieldProblem, IntakeError, unknown_fields
from indexer.records.database import Database
from indexer.records.errors import RevisionConflictError
from indexer.records.owners import OrderOwner
from indexer.records.record import Record
from matcher.dispatch.router import UNDECIDED
from matcher.json_input import LONGEST_OF_AN_ORDER, reason_problems
from taxonomy.catalog import Catalog

Plain = Mapping[str, object]
FIELDS = ("department", "trade", "reason")


@dataclass(frozen=True, slots=True)
class Decision:
    """The department that gets the order, the trade it is of (None for no trade), and why."""

    department: str
    trade: str | None
    reason: str


def read_decision(plain: object, catalog: Catalog, on: date) -> Decision:
    """The decision for that day; raises IntakeError that names every unsound field."""
    if not isinstance(plain, dict):
        fix = 'Send et objekt: {"department": "JKM", "trade": "industri_lager_transport_service", "reason": "…"}.'
        raise IntakeError((FieldProblem("", "Afgørelsen er ikke et objekt.", fix),))
    if problems := tuple(_problems(plain, catalog, on)):
        raise IntakeError(problems)
    trade = plain.get("trade")
    return Decision(str(plain["department"]), None if trade is None else str(trade), str(plain["reason"]).strip())


class DecidedMeanwhileError(RevisionConflictError):
    """Somebody else decided since the order was looked at; their decision stands."""

    def __init__(self, order_id: str, revision: int) -> None:
        super().__init__(order_id, revision, revision)
        self.args = (f"En anden har afgjort {order_id}, siden siden blev vist. Se afgørelsen, før der afgøres igen.",)


def _problems(plain: Plain, catalog: Catalog, on: date) -> Iterator[FieldProblem]:
    yield from unknown_fields(plain, FIELDS)
    departments, trades = [found.key for found in catalog.departments_on(on)], list(catalog.trades)
    if plain.get("department") not in departments:
        yield FieldProblem("department", "Afdelingen findes ikke.", f"Vælg {', '.join(departments)}.")
    if plain.get("trade") not in (None, *trades):
        yield FieldProblem("trade", "Fagområdet findes ikke.", f"Vælg {', '.join(trades)}, eller udelad feltet.")
    if not str(plain.get("reason") or "").strip():
        fix = f"Skriv med højst {LONGEST_OF_AN_ORDER} tegn, hvorfor ordren skal ligge der."
        yield FieldProblem("reason", "Begrundelsen mangler.", fix)
    else:
        yield from reason_problems(plain, LONGEST_OF_AN_ORDER)


def decide(
    database: Database, order_id: str, decision: Decision, *, actor: str, expected_revision: int, seen: str = ""
) -> OrderOwner:
    """Give the order to the department, or back to KVS, for whose decision it then waits.

    RecordNotFoundError; RevisionConflictError when the order has changed, DecidedMeanwhileError when the decisions
    `seen` (see `decisions_seen`) are no longer all; without them the newest decision wins.
    """
    with database.transaction(actor, "afgør fordeling") as record:
        standing = record.job_orders.require(order_id).revision
        if standing != expected_revision:
            raise RevisionConflictError(order_id, expected_revision, standing)
        if seen and seen != decisions_seen(record, order_id):
            raise DecidedMeanwhileError(order_id, standing)
        what = decision.trade, decision.department, actor, decision.reason
        return record.routes.decide(order_id, *what, sent_back=decision.department == UNDECIDED)


def decisions_seen(record: Record, order_id: str) -> str:
    """What tells, when somebody decides, that nobody has decided since."""
    return str(len(record.routes.decisions(order_id)))
