"""Pieces of work that another thread begins with while the one that needs them does something else."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Generic, TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")


class Beside(Generic[Piece, Result]):
    """The results of work on several pieces: another thread begins with the first, who asks goes on with the last."""

    def __init__(self, work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> None:
        self._work, self._pieces = work, pieces
        self._left = deque(range(len(pieces)))
        self._found: dict[int, Result] = {}
        self._begun = _threads().submit(self._do, self._left.popleft)

    def results(self) -> list[Result]:
        """What the work gave for each piece, or the first error that it raised."""
        self._do(self._left.pop)
        if not self._begun.cancel():  # busy threads may not have begun
            self._begun.result()
        return [self._found[place] for place in range(len(self._pieces))]

    def _do(self, take: Callable[[], int]) -> None:
        while self._left:
            try:
                place = take()
            except IndexError:  # the other thread took the last
                return
            self._found[place] = self._work(self._pieces[place])


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="search")
