"""Many candidates' numbers, as codec.py writes them: facts at hand, passages fetched when asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.codec import PASSAGE, ends, numbers_of, passage_sizes
from matcher.candidates.fact_columns import FactsOfMany, begins_of, columns_of
from matcher.candidates.facts import FACT, PERSON, Facts
from matcher.candidates.passage_terms import HIGHS, PassageTerms
from matcher.candidates.profile import Candidate

Buffer = bytes | memoryview
Fetch = Callable[[NDArray[np.intp], Sequence[int]], Sequence[Buffer]]  # by their places, so many bytes of each

FRONT = np.dtype(
    [
        ("form", "<u2"),
        ("passages", "<u2"),
        ("dimensions", "<u2"),
        ("terms", "<u4"),
        ("facts", "<u4"),
        ("person", PERSON),
    ]
)  # HEAD and what everybody has one of


@dataclass(frozen=True, slots=True)
class LaidPassages:
    """The passages of many people side by side, as profile.py has those of one."""

    kinds: NDArray[np.uint8]
    vectors: NDArray[np.int8]
    scales: NDArray[np.float32]
    years: NDArray[np.float32]
    terms: PassageTerms
    term_lengths: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Packed:
    """n people; `fronts` is what each has one of, shape (n,), and `fetch` gives the passages of some."""

    ids: tuple[str, ...]
    fronts: NDArray[np.void]
    facts: FactsOfMany
    fetch: Fetch

    def __len__(self) -> int:
        """How many people."""
        return len(self.ids)

    def of_rows(self, rows: NDArray[np.intp]) -> Packed:
        """The people of those rows alone."""
        ids = tuple([self.ids[row] for row in rows.tolist()])
        return Packed(
            ids,
            self.fronts.take(rows),
            self.facts.of_rows(rows),
            lambda mine, sizes: self.fetch(rows.take(mine), sizes),
        )

    def laid_passages(self) -> LaidPassages:
        """Everybody's passages."""
        dimensions = int(self.fronts["dimensions"][0]) if len(self) else 1
        bounds = _bounds(self.fronts)
        held = self.fetch(np.arange(len(self)), bounds[-1])
        each, vectors, low = (
            b"".join([one[start:end] for one, start, end in zip(held, *between, strict=True)])
            for between in pairwise(bounds)
        )
        rows = np.frombuffer(each, PASSAGE)
        return LaidPassages(
            kinds=rows["kind"].copy(),
            vectors=np.frombuffer(vectors, np.int8).reshape(-1, dimensions),
            scales=rows["scale"].copy(),
            years=rows["years"].copy(),
            terms=PassageTerms(np.frombuffer(low, np.uint16), rows["terms"].reshape(-1, HIGHS)),
            term_lengths=rows["length"].copy(),
        )


def _bounds(fronts: NDArray[np.void]) -> list[list[int]]:
    """Where each array of the passages begins, and where the last ends, for everybody."""
    counts = (fronts[name].astype(np.int64) for name in ("passages", "dimensions", "terms"))
    sizes = np.stack([np.zeros(len(fronts), np.int64), *passage_sizes(*counts)])
    found: list[list[int]] = np.cumsum(sizes, axis=0).tolist()
    return found


def packed(ids: Sequence[str], numbers: Sequence[bytes]) -> Packed:
    """People whose numbers are all at hand."""
    cuts = [ends(one).facts for one in numbers]

    def fetch(rows: NDArray[np.intp], sizes: Sequence[int]) -> list[Buffer]:
        return [numbers[row][cuts[row] :][:size] for row, size in zip(rows.tolist(), sizes, strict=True)]

    fronts, facts = fronts_and_facts(numbers, cuts)
    columns, by_sort = columns_of(facts, fronts["facts"])
    return Packed(tuple(ids), fronts, FactsOfMany(columns, begins_of(fronts["facts"]), by_sort), fetch)


def fronts_and_facts(numbers: Sequence[bytes], cuts: Sequence[int]) -> tuple[NDArray[np.void], Facts]:
    """What everybody has one of, and all facts behind each other; `cuts` is where each one's facts end."""
    front = FRONT.itemsize
    facts = b"".join([one[front:cut] for one, cut in zip(numbers, cuts, strict=True)])
    return np.frombuffer(b"".join([one[:front] for one in numbers]), FRONT), np.frombuffer(facts, FACT)


def packed_candidates(candidates: Sequence[Candidate]) -> Packed:
    """The candidates, in the order given."""
    return packed([found.id for found in candidates], [numbers_of(found) for found in candidates])
