"""Type-ahead over a field's values: all of them are fetched with their counts and kept for a moment."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping

from indexer.engines.contract import Beginning, Filter, Suggestion
from indexer.engines.vocabulary import Vocabulary, suggestions

KEPT_SECONDS = 5.0  # a person types on; another order's title may come a moment later
_MOST_KEPT = 8  # fields and filters asked for at the same time
PrefixQuery = tuple[str, tuple[Filter, ...]]
Counted = Callable[[str, tuple[Filter, ...]], Mapping[str, int]]


class Suggesting:
    """The values of fields as they were a moment ago, and anew when `forget` was called; safe from several threads."""

    def __init__(self, counted: Counted) -> None:
        self._counted = counted
        self._kept: OrderedDict[PrefixQuery, tuple[float, Mapping[str, int], Vocabulary]] = OrderedDict()
        self._lock = threading.Lock()

    def suggest(self, beginning: Beginning) -> tuple[Suggestion, ...]:
        """The answer to a validated beginning; raises SearchUnavailableError."""
        held, known = self._of(beginning.field, beginning.filters)
        return suggestions(beginning, held, known)

    def forget(self) -> None:
        """Something was written that the next question must know."""
        with self._lock:
            self._kept.clear()

    def _of(self, field: str, filters: tuple[Filter, ...]) -> tuple[Mapping[str, int], Vocabulary]:
        with self._lock:
            found = self._kept.get((field, filters))
        if found is None or time.monotonic() - found[0] > KEPT_SECONDS:
            began, held = time.monotonic(), self._counted(field, filters)
            found = began, held, Vocabulary(list(held))
            with self._lock:
                self._kept[field, filters] = found
                while len(self._kept) > _MOST_KEPT:
                    self._kept.popitem(last=False)
        return found[1], found[2]
