"""Finds occupations by what somebody types: type-ahead, inflected titles, parts of words, typing errors."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate

from rapidfuzz import process
from rapidfuzz.distance import OSA

from taxonomy.catalog import Catalog
from taxonomy.language import fold, normalise
from taxonomy.reading.reader import reader_of

LONGEST = 80  # characters; what is typed beyond that is no title
LATER_WORDS_FROM, WITHIN_FROM, SPELT_FROM, TWO_SLIPS_FROM = 2, 3, 4, 8  # letters; with fewer nearly everything is found
_LATER_WORD = re.compile(r"(?<=[\W_])[^\W_]")


class Way(IntEnum):
    """How a title was found, the surest first."""

    SAME = 0
    INFLECTED = 1
    BEGINS = 2
    WORD_BEGINS = 3
    WITHIN = 4
    READ = 5
    SPELT = 6


@dataclass(frozen=True, slots=True)
class TitleHit:
    """An occupation with the title of it that was found, and how."""

    occupation: str
    title: str
    way: Way


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    """A title, sortable: preferred labels before other titles before English ones, short before long."""

    rank: int
    length: int
    folded: str
    title: str
    occupation: str


class TitleSearch:
    """All Danish and English titles of a catalog; a search costs a few milliseconds and reads no file."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._reader = reader_of(catalog)
        self._entries = sorted(_entries(catalog))
        self._labels = {entry.occupation: row for row, entry in enumerate(self._entries) if entry.rank == 0}
        titles = [(entry.folded, row) for row, entry in enumerate(self._entries)]
        self._titles = sorted(titles)
        # People may also begin with a later word: "sundhedsass" for "social- og sundhedsassistent".
        self._later = sorted((folded[at:], row) for folded, row in titles for at in _later_words(folded))
        # Searching one long text is ten times as fast as searching thousands of short ones.
        self._joined = "\n".join(folded for folded, _ in titles)
        self._ends = list(accumulate(len(folded) + 1 for folded, _ in titles))
        self._beginning = lru_cache(maxsize=1_000)(self._cut_to)

    def search(self, typed: str, top: int = 10) -> list[TitleHit]:
        """The occupations that best fit what was typed, each once; ties in a fixed order; none for no letters."""
        begun = fold(normalise(typed))[:LONGEST]
        if not any(letter.isalnum() for letter in begun):
            return []
        best: dict[str, tuple[Way, int]] = {}
        for ways, wanted in ((self._begun, top), (self._read, top), (self._within, top), (self._spelt, 1)):
            for way, row in ways(begun) if len(best) < wanted else ():
                found = self._entries[row].occupation
                best[found] = min(best.get(found, (way, row)), (way, row))
        ranked = sorted(best.items(), key=lambda pair: pair[1])[:top]
        return [TitleHit(found, self._entries[row].title, way) for found, (way, row) in ranked]

    def _begun(self, begun: str) -> Iterator[tuple[Way, int]]:
        for folded, row in _from(self._titles, begun):
            yield (Way.SAME if folded == begun else Way.BEGINS), row
        if len(begun) >= LATER_WORDS_FROM:
            for _, row in _from(self._later, begun):
                yield Way.WORD_BEGINS, row

    def _read(self, begun: str) -> Iterator[tuple[Way, int]]:
        """Titles that reading finds: inflected, joined, cut short, or among other words."""
        words = self._reader.cut(begun)
        for title in self._reader.found_titles(words):
            whole = title.first == 0 and title.last == len(words) - 1
            for meant in title.meant:
                yield (Way.INFLECTED if whole else Way.READ), self._labels[meant.occupation]

    def _within(self, begun: str) -> Iterator[tuple[Way, int]]:
        at = self._joined.find(begun) if len(begun) >= WITHIN_FROM else -1
        while at >= 0:
            row = bisect_right(self._ends, at)
            yield Way.WITHIN, row
            at = self._joined.find(begun, self._ends[row])

    def _spelt(self, begun: str) -> Iterator[tuple[Way, int]]:
        """Titles that begin nearly like this."""
        if len(begun) < SPELT_FROM:
            return
        slips = 2 if len(begun) >= TWO_SLIPS_FROM else 1
        # The first letter is seldom the wrong one; without it there would be ten times as much to compare.
        starts, rows = self._beginning(begun[0], len(begun))
        near = process.extract(begun, starts, scorer=OSA.distance, score_cutoff=slips, limit=None)
        nearest = min((distance for _, distance, _ in near), default=0)
        for _, distance, at in near:
            if distance == nearest:
                for row in rows[at]:
                    yield Way.SPELT, row

    def _cut_to(self, first: str, length: int) -> tuple[list[str], list[list[int]]]:
        """The titles with that first letter, cut to a length, and the rows that each stands for."""
        cut: dict[str, list[int]] = {}
        for folded, row in _from(self._titles, first):
            cut.setdefault(folded[:length], []).append(row)
        return list(cut), list(cut.values())


def _from(texts: Sequence[tuple[str, int]], begun: str) -> Iterator[tuple[str, int]]:
    """The sorted texts that begin so."""
    for at in range(bisect_left(texts, (begun,)), len(texts)):
        if not texts[at][0].startswith(begun):
            return
        yield texts[at]


def _entries(catalog: Catalog) -> Iterator[_Entry]:
    for occupation in catalog.occupations.values():
        ranked = dict.fromkeys(occupation.english_titles, 2) | dict.fromkeys(occupation.titles, 1)
        for title, rank in (ranked | {occupation.label: 0}).items():
            folded = fold(title)
            yield _Entry(rank, len(folded), folded, title, occupation.id)


def _later_words(folded: str) -> Iterator[int]:
    return (match.start() for match in _LATER_WORD.finditer(folded))
