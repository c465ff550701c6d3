"""Virksomheder: the companies that orders name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select

from indexer.batches import batches
from indexer.intake.job_order import JobOrder
from indexer.records.tables import employers, job_orders
from indexer.records.unit_of_work import UnitOfWork
from indexer.records.upsert import upsert
from taxonomy.language import fold

_CVR_BEGUN = re.compile(r"(?:DK)?[ -]?((?:\d ?){2,8})", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Employer:
    """A company, known by its CVR number or, where that is not given, by its name."""

    key: str
    cvr: str
    name: str
    created_at: datetime
    changed_at: datetime


def employer_key(order: JobOrder) -> str | None:
    """What the order's company is known by, None when the order names none."""
    if order.cvr:
        return f"cvr:{order.cvr}"
    name = " ".join(order.employer.casefold().split())
    return f"navn:{name}" if name else None


def as_sought(name: str) -> str:
    """The words of a name, each behind a space, in one spelling: " cafe sol" for "Café  Sol"."""
    return "".join(f" {fold(word)}" for word in name.split())


class Employers:
    """Made from orders; nobody registers a company by hand."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def find(self, typed: str, limit: int) -> list[Employer]:
        """The companies whose CVR number begins so, or whose name has words that do, by name; nothing for no words."""
        if not typed.strip():
            return []
        page = select(*_SHOWN).where(_is_named(typed)).order_by(employers.c.sought, employers.c.key)
        return [Employer(*row) for row in self._work.connection.execute(page.limit(limit))]

    def learn_from(self, orders: Iterable[JobOrder]) -> None:
        """Take up the companies that the orders name; the name last written is the one that counts."""
        named = {key: order for order in orders if (key := employer_key(order))}
        known = self._known(list(named))
        rows = [self._row(key, order, known.get(key)) for key, order in named.items()]
        changed = [row for row in rows if row["key"] not in known or known[str(row["key"])].name != row["name"]]
        upsert(self._work.connection, employers, changed)

    def forget_unnamed(self) -> None:
        """Delete the companies that no order names any more: a company of one person is that person."""
        named = exists().where(job_orders.c.employer_key == employers.c.key)
        self._work.connection.execute(delete(employers).where(~named))

    def _row(self, key: str, order: JobOrder, known: Employer | None) -> dict[str, object]:
        name = order.employer or (known.name if known else "")
        created_at = known.created_at if known else self._work.at
        times = {"created_at": created_at, "changed_at": self._work.at}
        return {"key": key, "cvr": order.cvr, "name": name, "sought": as_sought(name), **times}

    def _known(self, keys: Sequence[str]) -> dict[str, Employer]:
        found = {}
        for part in batches(keys):
            rows = self._work.connection.execute(select(*_SHOWN).where(employers.c.key.in_(part)))
            found.update({row.key: Employer(*row) for row in rows})
        return found


_SHOWN = [employers.c[field.name] for field in fields(Employer)]


def _is_named(typed: str) -> ColumnElement[bool]:
    named = and_(*(employers.c.sought.contains(f" {fold(word)}", autoescape=True) for word in typed.split()))
    if number := _CVR_BEGUN.fullmatch(typed.strip()):  # "24" may begin a name too
        return or_(employers.c.cvr.startswith(number[1].replace(" ", ""), autoescape=True), named)
    return named
