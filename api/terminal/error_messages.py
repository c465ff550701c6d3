"""Turns errors into the command line's messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from api.terminal.files import NothingDoneError, StoppedError
from indexer.embedding.errors import ModelMissingError
from indexer.engines.contract import SearchUnavailableError
from indexer.intake import IntakeError
from indexer.records.errors import RecordError
from taxonomy.os_reasons import reason


@contextmanager
def errors_as_messages() -> Iterator[None]:
    """Errors of every layer as one Danish sentence and an exit status."""
    try:
        yield
    except IntakeError as error:
        raise NothingDoneError(" ".join(f"{one.problem} {one.fix}" for one in error.problems)) from error
    except UnicodeEncodeError as error:  # a name in another encoding than the terminal's; what files hold is checked
        raise NothingDoneError("Et ord i kommandoen er ikke UTF-8. Skriv det igen i en terminal med UTF-8.") from error
    except KeyboardInterrupt as stop:
        raise StoppedError("Afbrudt.") from stop
    except (RecordError, SearchUnavailableError, ModelMissingError) as error:
        raise NothingDoneError(str(error)) from error
    except BrokenPipeError:
        raise  # whoever reads along has seen enough
    except OSError as error:
        what = f"{error.filename} kan ikke bruges" if error.filename else "Noget kunne ikke læses eller skrives"
        raise NothingDoneError(f"{what}: {reason(error)}.") from error
