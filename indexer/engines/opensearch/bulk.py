"""Many changes in few requests: retries a busy cluster, and lets no refused document hold up the others."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from msgspec.json import encode

from indexer.engines.opensearch.cluster import BUSY, PASSING, Answer, Cluster
from indexer.engines.opensearch.errors import (
    OpenSearchBlockedError,
    OpenSearchBusyError,
    OpenSearchDownError,
    OpenSearchIndexMissingError,
    PoisonDocumentsError,
)
from indexer.engines.opensearch.index_form import Json

BYTES_AT_ONCE = 2_000_000  # far below the cluster's own limit of 100 MB, and no strain on a small heap
REQUESTS_AT_ONCE = 3  # one for each node of the smallest cluster worth having
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 3.2  # seconds, doubled each time
PATIENCE = 30.0  # seconds of waiting in one call before the changes are left for the next attempt
_NEWER_HELD = 409


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One document as it shall stand from a sequence on."""

    id: str
    sequence: int
    fields: Json

    def lines(self) -> str:
        """Its two lines of a bulk request; the cluster itself refuses a change older than what it holds."""
        action = {"index": {"_id": self.id, "version": self.sequence, "version_type": "external_gte"}}
        return f"{json.dumps(action)}\n{_written(self.fields)}\n"


def write(cluster: Cluster, index: str, changes: Sequence[DocumentChange]) -> None:
    """Apply all changes durably; those older than what the index holds change nothing.

    Raises PoisonDocumentsError with the documents the cluster refused once all others are in, and
    SearchUnavailableError when it takes no changes now; some may be in already.
    """
    portions = list(_portions(changes))
    if len(portions) == 1:
        poison = _write(cluster, index, portions[0])
    else:
        with ThreadPoolExecutor(REQUESTS_AT_ONCE, thread_name_prefix="bulk") as senders:
            poison = [one for refused in senders.map(partial(_write, cluster, index), portions) for one in refused]
    if poison:
        raise PoisonDocumentsError(poison)


def _write(cluster: Cluster, index: str, lines: dict[str, str]) -> list[str]:
    poison: list[str] = []
    pause, waited = FIRST_PAUSE, 0.0
    while lines:
        again, refused = _tried(cluster, index, lines)
        poison += refused
        if not again:
            break
        if waited >= PATIENCE:
            raise OpenSearchBusyError
        time.sleep(pause)
        waited, pause = waited + pause, min(pause * 2, LONGEST_PAUSE)
        lines = {one: lines[one] for one in again}
    return poison


def _tried(cluster: Cluster, index: str, lines: dict[str, str]) -> tuple[list[str], list[str]]:
    """Ids to send again later, and ids that the cluster refuses."""
    try:
        # The name must be an alias that is there: the cluster must never make an index of its own.
        answer = cluster.change("POST", f"/{index}/_bulk", "".join(lines.values()), require_alias="true")
    except OpenSearchBusyError:
        return list(lines), []
    again, refused = [], []
    for one, status, kind in _outcomes(answer):
        if status == BUSY or status in PASSING:
            again.append(one)
        elif status == 404:
            raise OpenSearchIndexMissingError(index)
        elif kind.endswith("block_exception"):
            raise OpenSearchBlockedError
        elif status >= 500:
            raise OpenSearchDownError
        elif status >= 400 and status != _NEWER_HELD:
            refused.append(one)
    return again, refused


def _outcomes(answer: Answer) -> Iterator[tuple[str, int, str]]:
    if answer["errors"]:
        for item in answer["items"]:
            outcome = item["index"]
            yield outcome["_id"], outcome["status"], outcome.get("error", {}).get("type", "")


def _portions(changes: Sequence[DocumentChange]) -> Iterator[dict[str, str]]:
    portion: dict[str, str] = {}
    size = 0
    for change in changes:
        lines = change.lines()
        if portion and size + len(lines) > BYTES_AT_ONCE:
            yield portion
            portion, size = {}, 0
        portion[change.id] = lines
        size += len(lines)
    if portion:
        yield portion


def _written(fields: Json) -> str:
    """As JSON by msgspec, which writes the vector's numbers, half of a document's cost here, in a tenth of the time."""
    try:
        return encode(fields).decode()
    except UnicodeEncodeError:  # a half of a letter in the id
        return json.dumps(fields, separators=(",", ":"))
