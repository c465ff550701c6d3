"""Type-ahead over a field's values: the words of all values are kept in order, who holds them is counted each time."""

from __future__ import annotations

import threading

import numpy as np

from indexer.engines.contract import Beginning, Suggestion
from indexer.engines.embedded.holding import Holding
from indexer.engines.vocabulary import Vocabulary, suggestions

_NEWEST = 256  # values put in order at every question; when there are more, all are put in order once


class Suggesting:
    """The vocabularies of one folder's fields; safe from several threads."""

    def __init__(self) -> None:
        self._known: dict[int, Vocabulary] = {}
        self._lock = threading.Lock()

    def suggest(self, beginning: Beginning, holding: Holding) -> tuple[Suggestion, ...]:
        """The answer to a beginning that has been checked."""
        columns, field = holding.columns, holding.layout.value_number[beginning.field]
        values, entries = columns.values[field], columns.entries[field]
        passes = holding.passing(tuple(beginning.filters))
        counts = np.bincount(entries.codes[np.flatnonzero(passes[entries.slots])], minlength=len(values))
        known = self._vocabulary(field, values)
        first = known.going_on(beginning.typed, counts[: len(known)], beginning.limit)
        newest = Vocabulary(values[len(known) : len(counts)])
        later = newest.going_on(beginning.typed, counts[len(known) :], beginning.limit)
        chosen = [*first, *(len(known) + number for number in later)]
        return suggestions(beginning, {values[number]: int(counts[number]) for number in chosen})

    def _vocabulary(self, field: int, values: list[str]) -> Vocabulary:
        with self._lock:
            known = self._known.get(field)
            if known is None or len(values) - len(known) > _NEWEST:
                known = self._known[field] = Vocabulary(list(values))
            return known
