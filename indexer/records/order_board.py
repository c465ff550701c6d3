"""The orders as a coordinator works them: what must be decided first, then what is most urgent."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import IntEnum

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from indexer.intake.job_order import Contact, JobOrder
from indexer.records.json_text import to_json
from indexer.records.proposal_tables import proposal_steps
from indexer.records.proposals import stands_in
from indexer.records.tables import OPEN_STATE, job_orders, order_owners
from indexer.records.unit_of_work import UnitOfWork


class BoardState(IntEnum):
    """What an order waits for, in the order in which they are worked."""

    AWAITS_DECISION = 0
    OPEN = 1
    EXPIRED = 2  # past its deadline, and nobody has said what became of it
    CLOSED = 3


@dataclass(frozen=True, slots=True)
class BoardQuestion:
    """Which orders are asked for; without departments or standings all of those not closed.

    Orders asked for by words hold all of them, in what was said, the company, the person to call or the order's id;
    closed ones are among them.
    """

    on: date
    department: str = ""
    standing: BoardState | None = None
    words: tuple[str, ...] = ()


FIELDS = tuple(field.name for kind in (JobOrder, Contact) for field in fields(kind))
_EIGHT_DIGITS = re.compile(r"(?:\+45|0045)?([0-9]{8})")
_NEVER = "9999"  # of no deadline and no start: after every day


class OrderBoard:
    """Reads orders by standing, then deadline (else start), those received first before others."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def page(self, question: BoardQuestion, offset: int, limit: int) -> list[tuple[str, BoardState]]:
        """Ids with standings of the orders asked for."""
        standing, found = _standing(question.on), job_orders.c
        due = func.coalesce(found.deadline, found.starts, _NEVER)
        received = func.coalesce(found.received_at, found.created_at)
        asked = _asked(select(found.id, standing.label("standing")), standing, question)
        page = asked.order_by(standing, due, received, found.id).offset(offset).limit(limit)
        return [(row.id, BoardState(row.standing)) for row in self._work.connection.execute(page)]

    def unanswered(self, on: date, before: datetime, states: Collection[str]) -> list[str]:
        """Orders in time on the day, received before the moment, with no proposal in the states; oldest first."""
        received = func.coalesce(job_orders.c.received_at, job_orders.c.created_at)
        proposed = select(proposal_steps.c.order_id).where(*stands_in(states))
        waiting = (_standing(on).in_((int(BoardState.AWAITS_DECISION), int(BoardState.OPEN))), received < before)
        asked = select(job_orders.c.id).select_from(_ORDERS).where(*waiting, job_orders.c.id.not_in(proposed))
        return list(self._work.connection.execute(asked.order_by(received, job_orders.c.id)).scalars())

    def counts(self, on: date, words: Sequence[str] = ()) -> Mapping[tuple[str, BoardState], int]:
        """Number of orders that hold the words by department and standing; "" for those without a department yet."""
        department, standing = func.coalesce(order_owners.c.department, ""), _standing(on)
        each = select(department, standing, func.count()).select_from(_ORDERS).where(*map(_holds, words))
        grouped = each.group_by(department, standing)
        return {(row[0], BoardState(row[1])): row[2] for row in self._work.connection.execute(grouped)}


_ORDERS = job_orders.outerjoin(order_owners, order_owners.c.order_id == job_orders.c.id)


def _standing(on: date) -> ColumnElement[int]:
    return case(
        (job_orders.c.state != OPEN_STATE, int(BoardState.CLOSED)),
        (order_owners.c.awaits_decision, int(BoardState.AWAITS_DECISION)),
        (job_orders.c.deadline < on.isoformat(), int(BoardState.EXPIRED)),
        else_=int(BoardState.OPEN),
    )


def _asked(
    orders: Select[tuple[str, int]], standing: ColumnElement[int], question: BoardQuestion
) -> Select[tuple[str, int]]:
    wanted = [_holds(word) for word in question.words]
    if question.standing is not None:
        wanted.append(standing == int(question.standing))
    elif not question.words:
        wanted.append(standing != int(BoardState.CLOSED))
    if question.department:
        wanted.append(order_owners.c.department == question.department)
    return orders.select_from(_ORDERS).where(*wanted)


def _holds(word: str) -> ColumnElement[bool]:
    # SQLite knows no capital Æ, Ø and Å.
    spellings = dict.fromkeys((word, word.lower(), word.upper(), word.capitalize()))
    content = _values_beside(word)
    held = [content.icontains(to_json(one)[1:-1], autoescape=True) for one in spellings]
    if number := _EIGHT_DIGITS.fullmatch(word):  # as a telephone shows it, of "20 30 40 50" that was written down
        held.append(func.replace(content, " ", "").contains(number[1]))
    return or_(func.lower(job_orders.c.id) == word.lower(), *held)


def _values_beside(word: str) -> ColumnElement[str]:
    """What orders say, without the names of the fields that hold the word, such as "start"."""
    content: ColumnElement[str] = job_orders.c.content
    for name in FIELDS:
        if word.lower() in name:
            content = func.replace(content, f'"{name}":', "")
    return content
