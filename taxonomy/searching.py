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


class MatchKind(IntEnum):
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
    kind: MatchKind


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
        self._cut_titles = lru_cache(maxsize=1_000)(self._cut_to)

    def search(self, typed: str, top: int = 10) -> list[TitleHit]:
        """The occupations that best fit what was typed, each once; ties in a fixed order; none for no letters."""
        query = fold(normalise(typed))[:LONGEST]
        if not any(letter.isalnum() for letter in query):
            return []
        best: dict[str, tuple[MatchKind, int]] = {}
        for find, wanted in (
            (self._by_beginning, top),
            (self._by_reading, top),
            (self._by_part, top),
            (self._by_spelling, 1),
        ):
            for kind, row in find(query) if len(best) < wanted else ():
                found = self._entries[row].occupation
                best[found] = min(best.get(found, (kind, row)), (kind, row))
        ranked = sorted(best.items(), key=lambda pair: pair[1])[:top]
        return [TitleHit(found, self._entries[row].title, kind) for found, (kind, row) in ranked]

    def _by_beginning(self, query: str) -> Iterator[tuple[MatchKind, int]]:
        for folded, row in _from(self._titles, query):
            yield (MatchKind.SAME if folded == query else MatchKind.BEGINS), row
        if len(query) >= LATER_WORDS_FROM:
            for _, row in _from(self._later, query):
                yield MatchKind.WORD_BEGINS, row

    def _by_reading(self, query: str) -> Iterator[tuple[MatchKind, int]]:
        """Titles that reading finds: inflected, joined, cut short, or among other words."""
        words = self._reader.cut(query)
        for title in self._reader.found_titles(words):
            whole = title.first == 0 and title.last == len(words) - 1
            for meant in title.meant:
                yield (MatchKind.INFLECTED if whole else MatchKind.READ), self._labels[meant.occupation]

    def _by_part(self, query: str) -> Iterator[tuple[MatchKind, int]]:
        at = self._joined.find(query) if len(query) >= WITHIN_FROM else -1
        while at >= 0:
            row = bisect_right(self._ends, at)
            yield MatchKind.WITHIN, row
            at = self._joined.find(query, self._ends[row])

    def _by_spelling(self, query: str) -> Iterator[tuple[MatchKind, int]]:
        """Titles that begin nearly like this."""
        if len(query) < SPELT_FROM:
            return
        slips = 2 if len(query) >= TWO_SLIPS_FROM else 1
        # The first letter is seldom the wrong one; without it there would be ten times as much to compare.
        starts, rows = self._cut_titles(query[0], len(query))
        near = process.extract(query, starts, scorer=OSA.distance, score_cutoff=slips, limit=None)
        nearest = min((distance for _, distance, _ in near), default=0)
        for _, distance, at in near:
            if distance == nearest:
                for row in rows[at]:
                    yield MatchKind.SPELT, row

    def _cut_to(self, first: str, length: int) -> tuple[list[str], list[list[int]]]:
        """The titles with that first letter, cut to a length, and the rows that each stands for."""
        cut: dict[str, list[int]] = {}
        for folded, row in _from(self._titles, first):
            cut.setdefault(folded[:length], []).append(row)
        return list(cut), list(cut.values())


def _from(texts: Sequence[tuple[str, int]], query: str) -> Iterator[tuple[str, int]]:
    """The sorted texts that begin so."""
    for at in range(bisect_left(texts, (query,)), len(texts)):
        if not texts[at][0].startswith(query):
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
