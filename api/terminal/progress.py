"""Progress bars on standard error when it is a terminal, nothing otherwise."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

Value = TypeVar("Value")
Tell = Callable[[int], None]


@contextmanager
def bar(label: str, length: int) -> Iterator[Tell]:
    """A progress bar; call what it yields with how much of `length` is done so far."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden) as shown:
        done = 0

        def tell(now: int) -> None:
            nonlocal done
            shown.update(now - done)
            done = now

        yield tell


def counted(values: Sequence[Value], label: str) -> Iterator[Value]:
    """The values one by one, with a bar."""
    with bar(label, len(values)) as tell:
        for number, value in enumerate(values, start=1):
            yield value
            tell(number)
