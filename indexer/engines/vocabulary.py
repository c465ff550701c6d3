"""Completes what somebody types with values of a field, forgiving one typing error; the same for every engine."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import Beginning, Suggestion
from indexer.engines.slips import within_a_slip
from taxonomy.language import fold, words

SHORTEST_WITH_SLIP = 4  # letters; a slip in fewer makes another word
_BEHIND = "\uffff"  # sorts behind every letter
Numbers = NDArray[np.int64]


class Vocabulary:
    """The words of some values, sorted; immutable.

    A value completes what was typed when each typed word begins one of its words, in any order.
    """

    def __init__(self, values: Sequence[str]) -> None:
        self._size = len(values)
        self._spelling = np.empty(len(values), np.int64)  # the value's place in the order of values
        self._spelling[sorted(range(len(values)), key=values.__getitem__)] = np.arange(len(values))
        pairs = sorted(
            (word, place, number)
            for number, value in enumerate(values)
            for place, word in enumerate(dict.fromkeys(map(fold, words(value))))
        )
        self._words = [word for word, _, _ in pairs]
        self._owners = np.array([number for _, _, number in pairs], np.int64)
        self._is_first = np.array([place == 0 for _, place, _ in pairs], np.bool_)

    def __len__(self) -> int:
        return self._size

    def going_on(self, typed: str, counts: Numbers, most: int) -> list[int]:
        """Numbers of the completions with a count: those that begin as typed first, then by count, then by spelling.

        Typing errors are forgiven only where nothing matches as typed. `counts` is by number of value.
        """
        asked = [fold(word) for word in words(typed)]
        if not asked:
            return []
        found = self._ordered(asked, [self._ranges_as_typed(word) for word in asked], counts, most)
        return found or self._ordered(asked, [self._ranges_within_a_slip(word) for word in asked], counts, most)

    def _ordered(
        self, asked: Sequence[str], ranges: Sequence[Sequence[tuple[int, int]]], counts: Numbers, most: int
    ) -> list[int]:
        passing = counts[: self._size] > 0
        begun = np.zeros(self._size, np.bool_)
        for place in range(len(asked)):
            held = np.zeros(self._size, np.bool_)
            for start, end in ranges[place]:
                owners = self._owners[start:end]
                held[owners] = True
                if place == 0:
                    begun[owners[self._is_first[start:end]]] = True
            passing &= held
        return self._best(np.flatnonzero(passing), begun, counts, most)

    def _ranges_as_typed(self, word: str) -> list[tuple[int, int]]:
        start, end = bisect_left(self._words, word), bisect_left(self._words, word + _BEHIND)
        return [(start, end)] if start < end else []

    def _ranges_within_a_slip(self, word: str) -> list[tuple[int, int]]:
        spelt = [word, *within_a_slip(word)] if len(word) >= SHORTEST_WITH_SLIP else [word]
        return [found for one in spelt for found in self._ranges_as_typed(one)]

    def _best(self, numbers: Numbers, begun: NDArray[np.bool_], counts: Numbers, most: int) -> list[int]:
        """The first numbers in order, without sorting all: one typed letter may match a hundred thousand."""
        if not len(numbers) or not most:
            return []
        worth = counts[numbers] + begun[numbers] * (int(counts.max()) + 1)
        if len(numbers) > most:
            # One number that orders by worth, then by spelling; counts stay far below 2^31.
            joined = worth * self._size - self._spelling[numbers]
            kept = np.argpartition(joined, len(joined) - most)[len(joined) - most :]
            numbers, worth = numbers[kept], worth[kept]
        order = np.lexsort((self._spelling[numbers], -worth))
        return [int(number) for number in numbers[order]]


def suggestions(
    beginning: Beginning, held: Mapping[str, int], known: Vocabulary | None = None
) -> tuple[Suggestion, ...]:
    """The answer from values and how many documents hold each; `known` is their vocabulary, if already made."""
    values = list(held)
    counts = np.fromiter(held.values(), np.int64, len(held))
    numbers = (known or Vocabulary(values)).going_on(beginning.typed, counts, beginning.limit)
    return tuple(Suggestion(values[number], held[values[number]]) for number in numbers)
