"""The board of orders: those that wait for KVS first, then those whose deadline or start comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from types import MappingProxyType

from api.wiring import Components
from indexer.intake.job_order import JobOrder
from indexer.records.order_board import BoardQuestion, BoardState
from indexer.records.owners import OrderOwner

A_PAGE = 50
# In the address of the page, and what people are told.
STANDINGS: Mapping[str, BoardState] = MappingProxyType(
    {
        "venter": BoardState.AWAITS_DECISION,
        "aaben": BoardState.OPEN,
        "udloebet": BoardState.EXPIRED,
        "lukket": BoardState.CLOSED,
    }
)
LABELS: Mapping[BoardState, str] = MappingProxyType(
    {
        BoardState.AWAITS_DECISION: "Venter på, at KVS afgør",
        BoardState.OPEN: "Åbne ordrer",
        BoardState.EXPIRED: "Fristen er gået",
        BoardState.CLOSED: "Lukkede ordrer",
    }
)


@dataclass(frozen=True, slots=True)
class BoardLine:
    """An order on the board with who has it; None for one that was imported a moment ago."""

    order: JobOrder
    owner: OrderOwner | None
    received: datetime
    expired: bool


@dataclass(frozen=True, slots=True)
class Board:
    """A page of the board by standing, how many orders were asked for, and numbers to choose by."""

    groups: Sequence[tuple[BoardState, Sequence[BoardLine]]]
    total: int
    page: int
    pages: int
    by_department: Mapping[str, int]
    by_standing: Mapping[BoardState, int]

    @property
    def in_progress(self) -> int:
        """How many are not closed."""
        return sum(count for standing, count in self.by_standing.items() if standing != BoardState.CLOSED)


def board(components: Components, question: BoardQuestion, page: int) -> Board:
    """The page of the board, from 1."""
    with components.database.reading() as record:
        counts = record.order_board.counts(question.on, question.words)
        total = sum(count for key, count in counts.items() if _is_asked(key, question))
        pages = max(1, -(-total // A_PAGE))
        page = min(page, pages)
        listed = record.order_board.page(question, (page - 1) * A_PAGE, A_PAGE)
        ids = [order_id for order_id, _ in listed]
        orders, owners = record.job_orders.get_many(ids), record.routes.owners.get_many(ids)
    lines = {
        order_id: BoardLine(
            order=stored.value,
            owner=owners.get(order_id),
            received=stored.value.received_at or stored.created_at,
            expired=not stored.value.is_open(question.on),
        )
        for order_id, stored in orders.items()
    }
    groups = [(key, [lines[one] for one, _ in found]) for key, found in groupby(listed, key=lambda pair: pair[1])]
    return Board(
        groups, total, page, pages, _by_department(counts, question), _by_standing(counts, question.department)
    )


def _is_asked(key: tuple[str, BoardState], question: BoardQuestion) -> bool:
    department, standing = key
    here = not question.department or department == question.department
    if question.standing is not None:
        return here and standing == question.standing
    return here and (bool(question.words) or standing != BoardState.CLOSED)


def _by_department(counts: Mapping[tuple[str, BoardState], int], asked: BoardQuestion) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for key, count in counts.items():
        if _is_asked(key, replace(asked, department="")):
            found[key[0]] += count
    return found


def _by_standing(counts: Mapping[tuple[str, BoardState], int], department: str) -> Mapping[BoardState, int]:
    found: Counter[BoardState] = Counter()
    for (one, standing), count in counts.items():
        if not department or one == department:
            found[standing] += count
    return found
