"""JSON Lines in: one value a line, each bad line refused with its number, its field and the fix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import BinaryIO, Generic, TypeVar

from indexer.intake.identity import HasId
from indexer.intake.json_object import UnsoundJsonError, parse_line
from indexer.intake.problems import FieldProblem, IntakeError
from indexer.intake.raw_lines import RawLine, raw_lines

Value = TypeVar("Value", bound=HasId)


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """One problem of one line, lines counted from 1; `field` is empty when the line as a whole is the problem."""

    number: int
    field: str
    problem: str
    fix: str

    def __str__(self) -> str:
        return f"linje {self.number}: {FieldProblem(self.field, self.problem, self.fix)}"


@dataclass(slots=True)
class Progress:
    """How far a file has been read."""

    lines: int = 0
    bytes: int = 0
    refused: int = 0


class JsonLines(Generic[Value]):
    """The sound values of a file, in its order, holding one line at a time; an id that comes again is refused.

    `read` makes a value of parsed JSON or raises IntakeError; `refused` is told every problem of every bad line.
    """

    def __init__(
        self,
        source: BinaryIO | Iterable[bytes],
        read: Callable[[object], Value],
        refused: Callable[[RefusedLine], None] | None = None,
    ) -> None:
        self.progress = Progress()
        self._source, self._read, self._refused = source, read, refused
        self._first_lines: dict[int, int] = {}

    def __iter__(self) -> Iterator[Value]:
        for line in raw_lines(self._source):
            self.progress.lines, self.progress.bytes = line.number, line.end
            if line.blank:
                continue
            try:
                yield self._value(line)
            except IntakeError as error:
                self.progress.refused += 1
                for problem in error.problems:
                    self._refuse(line.number, problem)

    def _value(self, line: RawLine) -> Value:
        try:
            value = self._read(parse_line(line))
        except UnsoundJsonError as error:
            raise IntakeError((error.problem,)) from error
        first = self._first_lines.setdefault(_fingerprint(value.id), line.number)
        if first != line.number:
            problem = f"Samme id står allerede på linje {first}."
            raise IntakeError((FieldProblem("id", problem, "Giv hver linje sit eget id, eller slet den ene."),))
        return value

    def _refuse(self, number: int, problem: FieldProblem) -> None:
        if self._refused is not None:
            self._refused(RefusedLine(number, problem.field, problem.problem, problem.fix))


def _fingerprint(record_id: str) -> int:
    # Eight bytes an id keep a file of millions in memory; two ids of a million share them once in 40 million files.
    return int.from_bytes(blake2b(record_id.encode(), digest_size=8).digest(), "big")
