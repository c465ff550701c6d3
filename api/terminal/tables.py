"""Tables and numbers as a terminal shows them."""

from __future__ import annotations

from collections.abc import Sequence

from api.formatting import danish_number


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 1) -> list[str]:
    """The rows below their head, columns in line."""
    return aligned((head, *rows), left=left)


def aligned(rows: Sequence[Sequence[str]], *, left: int = 1) -> list[str]:
    """Lines with columns in line: the first `left` ones to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [_line(row, widths, left) for row in rows]


def share(part: int, of: int) -> str:
    """97,2 %; a dash where there is nothing to share."""
    return percent(part / of) if of else "–"


def percent(value: float) -> str:
    """97,2 %."""
    return f"{danish_number(100 * value, 1)} %"


def three(value: float) -> str:
    """0,952."""
    return danish_number(value, 3)


def with_interval(value: float, interval: tuple[float, float]) -> str:
    """0,952 (0,940-0,963)."""
    return f"{three(value)} ({three(interval[0])}-{three(interval[1])})"


def _line(row: Sequence[str], widths: Sequence[int], left: int) -> str:
    cells = enumerate(zip(row, widths, strict=True))
    return "  ".join(text.ljust(width) if at < left else text.rjust(width) for at, (text, width) in cells).rstrip()


def printable(text: str) -> str:
    """What somebody wrote or chose, without signs that a terminal would act on."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
