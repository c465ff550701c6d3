"""A stream cut into lines, none of which is ever held in memory beyond the limit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

LINE_LIMIT = 1_000_000  # bytes; a longer line is a file without line breaks rather than a CV
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_NOTHING = b" \t\r\n"


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line counted from 1; `end` is the number of bytes up to and with it. One `too_long` comes without content."""

    number: int
    content: bytes
    end: int
    too_long: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read."""
        return not self.content and not self.too_long


def raw_lines(source: BinaryIO | Iterable[bytes]) -> Iterator[RawLine]:
    """The lines of a binary stream or of an iterable of lines, without a byte order mark and blanks at the ends."""
    end = 0
    for number, (content, length) in enumerate(_measured(source), start=1):
        end += length
        if number == 1:
            content = content.removeprefix(_BYTE_ORDER_MARK)  # noqa: PLW2901
        if length > LINE_LIMIT:
            yield RawLine(number, b"", end, too_long=True)
        else:
            yield RawLine(number, content.strip(_NOTHING), end)


def _measured(source: BinaryIO | Iterable[bytes]) -> Iterator[tuple[bytes, int]]:
    readline: Callable[[int], bytes] | None = getattr(source, "readline", None)
    if readline is None:
        yield from ((line, len(line)) for line in source)
        return
    while line := readline(LINE_LIMIT + 1):
        yield line, len(line) + _skip_rest(line, readline)


def _skip_rest(line: bytes, readline: Callable[[int], bytes]) -> int:
    skipped = 0
    while len(line) >= LINE_LIMIT and not line.endswith(b"\n"):
        line = readline(LINE_LIMIT)
        skipped += len(line)
    return skipped
