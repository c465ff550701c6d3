"""Answers kept under the caller's idempotency key, so that a request sent twice does its work once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from indexer.records.json_text import content_hash
from indexer.records.tables import answered_requests
from indexer.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class AnsweredRequest:
    """An answer that was given; `same_request` tells whether it was to exactly this request."""

    answer: str
    same_request: bool


class AnsweredRequests:
    """A key is answered once; what is kept is the answer's JSON and a hash of the request."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def find(self, key: str, request: str) -> AnsweredRequest | None:
        """The answer given under the key, None when there was none."""
        table = answered_requests
        row = self._work.connection.execute(select(table).where(table.c.key == key)).one_or_none()
        if row is None:
            return None
        return AnsweredRequest(row.answer, row.request_hash == content_hash(request))

    def add(self, key: str, request: str, answer: str) -> None:
        """Remember the answer; only a hash of the request is kept."""
        self._work.require_writing()
        row = {"key": key, "request_hash": content_hash(request), "answer": answer, "answered_at": self._work.at}
        self._work.connection.execute(insert(answered_requests), [row])

    def forget(self, record_id: str) -> None:
        """Let go of every answer that names the record; such a request, sent again, does its work again."""
        self._work.require_writing()
        named = json.dumps(record_id, ensure_ascii=False)  # answers quote what was read: the order's own words
        self._work.connection.execute(
            delete(answered_requests).where(answered_requests.c.answer.contains(named, autoescape=True))
        )

    def prune(self, before: datetime) -> int:
        """Forget the answers given before the moment; returns how many."""
        self._work.require_writing()
        old = delete(answered_requests).where(answered_requests.c.answered_at < before)
        return self._work.connection.execute(old).rowcount
