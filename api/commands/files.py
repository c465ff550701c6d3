"""Reading and writing the files of the command line; bad lines are named, the good ones go through."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, TypeVar

import click

from indexer.intake.identity import HasId
from indexer.intake.json_lines import JsonLines, RefusedLine

Value = TypeVar("Value", bound=HasId)

ALL_DONE, SOME_REFUSED, NOTHING_DONE = 0, 1, 2


class NothingDoneError(click.ClickException):
    """Nothing could be done; the message says why and what to do."""

    exit_code = NOTHING_DONE

    def format_message(self) -> str:
        """The message as people read it."""
        return self.message

    def show(self, file: object = None) -> None:  # noqa: ARG002
        """Print the message on standard error."""
        click.echo(f"Fejl: {self.message}", err=True)


class Refusals:
    """Counts refused lines and tells each on standard error or in a file."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file.open("w", encoding="utf-8") if file else None
        self._lines: set[int] = set()

    def add(self, refused: RefusedLine) -> None:
        """One problem of one line."""
        self._lines.add(refused.number)
        click.echo(str(refused), file=self._file or sys.stderr)

    @property
    def count(self) -> int:
        """How many lines were refused."""
        return len(self._lines)

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file:
            self._file.close()


def read_values(path: str, read: Callable[[object], Value], refusals: Refusals) -> list[Value]:
    """Every good value of a JSON Lines file; the bad lines go to `refusals`."""
    with opened(path) as file:
        return list(JsonLines(file, read, refusals.add))


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file, or standard input for "-"; NothingDoneError names a file that cannot be read."""
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed below; only the opening may fail here
    except OSError as error:
        raise NothingDoneError(f"Filen {path} kan ikke læses: {error.strerror}.") from error
    with file:
        yield file


def write_lines(path: str, lines: Iterable[Mapping[str, object]]) -> int:
    """Write the lines to the file or standard output; returns how many. A file appears whole or not at all."""
    if path == "-":
        return _write(sys.stdout, lines)
    unfinished = Path(f"{path}.ufærdig")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            written = _write(file, lines)
        unfinished.replace(path)
    except OSError as error:
        raise NothingDoneError(f"Filen {path} kan ikke skrives: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return written


def finish(done: int, refusals: Refusals) -> None:
    """End the command with the status that tells scripts how it went."""
    refusals.close()
    if refusals.count:
        sys.exit(SOME_REFUSED if done else NOTHING_DONE)


def _write(file: TextIO, lines: Iterable[Mapping[str, object]]) -> int:
    written = 0
    for line in lines:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
        written += 1
    return written
