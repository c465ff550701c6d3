"""Reads and writes the files of commands; bad lines are reported, good ones go through."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO, TypeVar

import click

from indexer.intake.identity import HasId
from indexer.intake.json_lines import JsonLines, RefusedLine
from taxonomy.os_reasons import reason

Value = TypeVar("Value", bound=HasId)

SOME_REFUSED, NOTHING_DONE = 1, 2
STOPPED = 130  # what shells count an interrupt as
PACKED = {b"\x1f\x8b": "gunzip -c", b"PK": "unzip -p"}  # how a packed file begins, and what unpacks it


class NothingDoneError(click.ClickException):
    """Nothing could be done; the message says why and what to do."""

    exit_code = NOTHING_DONE

    def format_message(self) -> str:
        """The message as people read it."""
        return self.message

    def show(self, file: object = None) -> None:  # noqa: ARG002
        """Print the message on standard error."""
        click.echo(f"Fejl: {self.message}", err=True)


class StoppedError(click.ClickException):
    """Somebody stopped the command; the message says what stands."""

    exit_code = STOPPED

    def show(self, file: object = None) -> None:  # noqa: ARG002
        """Print the message on standard error, on a line after the terminal's ^C."""
        click.echo(f"\n{self.message}", err=True)


class Refusals:
    """Counts refused lines and reports each on standard error or in a file; NothingDoneError if that cannot be made."""

    def __init__(self, file: Path | None = None) -> None:
        try:
            self._file = file.open("w", encoding="utf-8") if file else None
        except OSError as error:
            raise cannot_write(str(file), error) from error
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


def refuse_overwriting(read: Iterable[str], written: Iterable[str | Path | None]) -> None:
    """NothingDoneError where a file to be written is one that is read: its lines would be gone."""
    sources = [Path(path) for path in read if Path(path).is_file()]
    for path in (Path(one) for one in written if one is not None):
        if path.is_file() and any(path.samefile(source) for source in sources):
            raise NothingDoneError(f"Filen {path} er den, der læses. Skriv til en anden.")


def read_values(path: str, read: Callable[[object], Value], refusals: Refusals) -> list[Value]:
    """Every good value of a JSON Lines file; the bad lines go to `refusals`."""
    with opened(path) as file:
        return list(JsonLines(file, read, refusals.add))


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file, or standard input for "-"; NothingDoneError names a file that cannot be read."""
    if path == "-":
        _refuse_packed(path, sys.stdin.buffer)
        yield sys.stdin.buffer
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed below; only the opening may fail here
    except OSError as error:
        raise NothingDoneError(f"Filen {path} kan ikke læses: {reason(error)}.") from error
    with file:
        _refuse_packed(path, file)
        yield file


def _refuse_packed(path: str, file: BinaryIO) -> None:
    # Read as text it would give thousands of errors about lines that are not UTF-8.
    if isinstance(file, BufferedReader) and (unpack := PACKED.get(file.peek(2)[:2])):
        name = "FIL" if path == "-" else path
        raise NothingDoneError(f"{name} er pakket. Pak den ud først, for eksempel: {unpack} {name} > udpakket.jsonl")


def cannot_write(path: str, error: OSError) -> NothingDoneError:
    """The error for a file that cannot be written."""
    why = "mappen findes ikke" if isinstance(error, FileNotFoundError) else reason(error)
    return NothingDoneError(f"Filen {path} kan ikke skrives: {why}.")


def size_of(file: BinaryIO) -> int:
    """The size of an opened file in bytes; 0 where it is not known, as for a pipe."""
    try:
        return os.fstat(file.fileno()).st_size
    except OSError:
        return 0


def write_lines(path: str, lines: Iterable[Mapping[str, object]]) -> int:
    """Write the lines to the file or standard output; returns how many. A file appears whole or not at all."""
    if path == "-":
        # JSON Lines are UTF-8 whatever the terminal is set to.
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        return _write(sys.stdout, lines)
    try:
        return _write_whole(Path(path).resolve(), lines)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise cannot_write(path, error) from error


def _write_whole(path: Path, lines: Iterable[Mapping[str, object]]) -> int:
    if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
        with path.open("w", encoding="utf-8") as file:
            return _write(file, lines)
    unfinished = path.with_name(f"{path.name}.ufærdig")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            written = _write(file, lines)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return written


def finish(done: int, refusals: Refusals) -> None:
    """End the command with the exit status that tells scripts how it went."""
    refusals.close()
    if refusals.count:
        sys.exit(SOME_REFUSED if done else NOTHING_DONE)


def _write(file: TextIO, lines: Iterable[Mapping[str, object]]) -> int:
    written = 0
    for line in lines:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
        written += 1
    return written
