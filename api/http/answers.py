"""Answers that carry a revision as ETag, and answers kept under the caller's idempotency key."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Header
from fastapi.responses import JSONResponse

from api.refusals import IdempotencyKeyReusedError
from indexer.records.database import Database
from indexer.records.stored import Change

REMEMBERED = timedelta(days=7)  # longer than anybody retries a request
_LOCKS = tuple(threading.Lock() for _ in range(64))  # two requests under one key wait for each other

IdempotencyKey = Annotated[
    str | None, Header(min_length=1, max_length=100, description="The same key and body again: the same answer.")
]


@dataclass(frozen=True, slots=True)
class WriteAnswer:
    """What is answered to a write: status, content, and the revision for the ETag."""

    status: int
    content: Mapping[str, Any]
    revision: int

    def response(self) -> JSONResponse:
        """The answer as HTTP gives it."""
        return JSONResponse(self.content, self.status, {"ETag": etag(self.revision)})


def etag(revision: int) -> str:
    """The revision as an ETag."""
    return f'"{revision}"'


def written(change: Change, content: Mapping[str, Any], revision: int) -> WriteAnswer:
    """The answer to a write: 201 for what is new, else 200."""
    return WriteAnswer(HTTPStatus.CREATED if change is Change.CREATED else HTTPStatus.OK, content, revision)


def answer_once(
    database: Database, actor: str, scope: str, key: str | None, request: str, work: Callable[[], WriteAnswer]
) -> WriteAnswer:
    """The answer kept under the key, else that of `work`, which is then kept; raises IdempotencyKeyReusedError.

    `work` must be safe to run twice: it is run again if the program ends before its answer is kept.
    """
    if key is None:
        return work()
    kept_key = f"{scope} {key}"
    with _LOCKS[hash(kept_key) % len(_LOCKS)]:
        if kept := _kept(database, kept_key, request):
            return kept
        forget_old_answers(database, datetime.now(UTC).date())  # before the work: if it fails, nothing was done
        answer = work()
        with database.transaction(actor, "husk svar") as record:
            if record.answered_requests.find(kept_key, request) is None:
                record.answered_requests.add(kept_key, request, _to_text(answer))
        return answer


@lru_cache(maxsize=1)
def forget_old_answers(database: Database, day: date) -> None:
    """Forget answers that nobody asks for again; asked twice on a day, the second time costs nothing."""
    with database.transaction("system", "glem gamle svar") as record:
        record.answered_requests.prune(datetime.combine(day, time(), UTC) - REMEMBERED)


def _kept(database: Database, key: str, request: str) -> WriteAnswer | None:
    with database.reading() as record:
        found = record.answered_requests.find(key, request)
    if found is None:
        return None
    if not found.same_request:
        raise IdempotencyKeyReusedError
    kept = json.loads(found.answer)
    return WriteAnswer(kept["status"], kept["content"], kept["revision"])


def _to_text(answer: WriteAnswer) -> str:
    plain = {"status": int(answer.status), "content": answer.content, "revision": answer.revision}
    return json.dumps(plain, ensure_ascii=False)
