"""CVs that nobody has changed for long: the centre says how long, and who is proposed for an open place stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from indexer.records.database import Database
from indexer.records.errors import RecordNotFoundError, RevisionConflictError
from matcher.lifecycles.proposals import OPEN


def outdated_cvs(database: Database, since: datetime) -> dict[str, int]:
    """The CVs that nobody has changed since the moment, id and revision; without people in open proposals."""
    with database.reading() as record:
        proposed = record.proposals.counts(OPEN)
        return {cv_id: at for cv_id, at in record.cvs.unchanged_since(since).items() if cv_id not in proposed}


def erase_outdated(
    database: Database, found: Mapping[str, int], *, actor: str, progress: Callable[[int], None] | None = None
) -> int:
    """Erase those of the CVs that are still as they were found and not proposed since; returns how many."""
    erased = 0
    for done, (cv_id, revision) in enumerate(found.items(), start=1):
        erased += _erase(database, cv_id, revision, actor)
        if progress:
            progress(done)
    return erased


def _erase(database: Database, cv_id: str, revision: int, actor: str) -> bool:
    """Erase one, in a transaction of its own: whoever takes in an order meanwhile waits for no more than that."""
    try:
        with database.transaction(actor, "opbevaringsfrist") as record:
            if record.proposals.counts(OPEN, [cv_id]):
                return False
            record.cvs.erase(cv_id, revision)
    except (RecordNotFoundError, RevisionConflictError):
        return False
    return True
