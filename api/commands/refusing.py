"""What a command that writes one thing says when it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from api.commands.files import NothingDoneError
from indexer.engines.contract import SearchUnavailableError
from indexer.intake import IntakeError
from indexer.records.errors import RecordError


@contextmanager
def told_errors() -> Iterator[None]:
    """Errors in the words of the command line."""
    try:
        yield
    except IntakeError as error:
        raise NothingDoneError(" ".join(f"{one.problem} {one.fix}" for one in error.problems)) from error
    except (RecordError, SearchUnavailableError) as error:
        raise NothingDoneError(str(error)) from error
