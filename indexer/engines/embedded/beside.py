"""Work done in another thread while the one that needs it does something else."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Beside(Generic[Result]):
    """A result that another thread works out; where none has begun by then, whoever asks for it does."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._begun = _threads().submit(work)

    def result(self) -> Result:
        """What the work gave, or the error that it raised."""
        return self._work() if self._begun.cancel() else self._begun.result()


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="search")
