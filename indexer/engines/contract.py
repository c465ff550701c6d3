"""What every search engine offers; analysed tokens and concept ids go in, never raw Danish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One record as the engine knows it.

    `sequence` is the place of the change in the index queue; a later one replaces an earlier one, never the reverse.
    `tokens` per text field, already analysed. `keywords` are exact values to filter and count by. `numbers` to filter
    and sort by. `position` is (latitude, longitude) in degrees. `vector` is of unit length or None.
    """

    id: str
    sequence: int
    tokens: Mapping[str, tuple[str, ...]]
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    position: tuple[float, float] | None = None
    vector: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True)
class CollectionSchema:
    """The fields of one collection of documents; a document or query with another field is refused by name."""

    name: str
    token_fields: Mapping[str, float]  # field -> how many times a word in it counts; engines may round to whole numbers
    keyword_fields: tuple[str, ...]
    number_fields: tuple[str, ...]
    dimensions: int


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The keyword field holds at least one of the values."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """The keyword field holds none of the values."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The number field lies within the bounds, both included; a missing number passes only if `or_missing`."""

    field: str
    low: float | None = None
    high: float | None = None
    or_missing: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """The position lies within `km` of the point, straight line on the globe; a missing position does not pass."""

    latitude: float
    longitude: float
    km: float


Filter = AnyOf | NoneOf | Between | Within


@dataclass(frozen=True, slots=True)
class Sort:
    """Order the hits by a number field instead of by relevance; missing numbers come last."""

    field: str
    descending: bool = True


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What to find.

    `words` are analysed tokens with weights, sought in every text field. `keywords` are (field, value, weight): a
    document that holds the value gets the weight added to its lexical score, such as an occupation and its neighbours.
    `vector` asks for meaning. Words and meaning are searched each on its own, `depth` deep, and fused by reciprocal
    rank (engines/fusion.py). With neither: everything that passes `filters`, by `sort` or by id. Without `counted` the
    answer is faster, and its total may be less than what matches but never less than what is found. Pages (`offset`,
    `limit`) go on to the end of what matches; they stay as they were while their documents are written again and others
    come and go behind them. What comes or goes before a page moves it: who wants a whole copy asks the record's queue.
    """

    words: tuple[tuple[str, float], ...] = ()
    keywords: tuple[tuple[str, str, float], ...] = ()
    vector: NDArray[np.float32] | None = None
    filters: tuple[Filter, ...] = ()
    offset: int = 0
    limit: int = 20
    depth: int = 500
    sort: Sort | None = None
    facets: tuple[str, ...] = ()
    counted: bool = True


class SearchHit(NamedTuple):
    """One document found, with its places (from 1) in the lists it was found by and its fused score.

    `sequence` is that of the version found, None where the engine does not tell it.
    """

    id: str
    score: float
    lexical_rank: int | None = None
    dense_rank: int | None = None
    sequence: int | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The page of hits asked for, how many matched in all, and the facet counts (value -> documents, most first).

    With words or keywords `total` counts the documents that hold any of them and pass the filters, with a vector
    besides those of the `depth` nearest that hold none; with a vector alone, those that pass and have a vector. Facets
    count what passes the filters and, where words or keywords are given, holds any of them.
    """

    hits: tuple[SearchHit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What somebody has typed so far, to be completed by values of a keyword field; only documents that pass count."""

    field: str
    typed: str
    filters: tuple[Filter, ...] = ()
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value of a keyword field and how many documents that pass the filters hold it."""

    value: str
    count: int


class SearchUnavailableError(Exception):
    """The engine cannot answer now; the record is safe and intake goes on."""


class UnknownFieldError(ValueError):
    """A document or query names a field that the collection does not have."""


class SearchEngine(Protocol):
    """One collection's index; every implementation passes tests/contracts."""

    def put(self, documents: Sequence[SearchDocument]) -> None:
        """Add or replace by id, durably and visible to the next search; an older sequence than held changes nothing."""

    def delete(self, ids: Iterable[tuple[str, int]]) -> None:
        """Remove (id, sequence) pairs, durably; an unknown id is no error."""

    def search(self, query: SearchQuery) -> SearchResult:
        """Answer from everything put before this call."""

    def search_deeper(self, query: SearchQuery, depths: Sequence[int]) -> Iterator[tuple[SearchHit, ...]]:
        """What `search` finds with each depth in turn as `depth` and `limit`, and no look before found.

        Ends with the look that finds fewer than its depth. Each is made only when it is asked for; where searching has
        a time limit, all of them share one.
        """

    def suggest(self, beginning: Beginning) -> tuple[Suggestion, ...]:
        """Completions: values where each typed word begins some word, in any order and any spelling of å, æ, ø.

        Values that begin as typed come first, then the most frequent, then by spelling. Where none matches as typed,
        one typing error is forgiven in every word of four letters or more, except in its first letter. Nothing typed
        suggests nothing.
        """

    def filling(self) -> AbstractContextManager[None]:
        """A context for bulk loading an index that nobody searches yet; puts inside it may be faster.

        What they add need be durable and visible only once the block has ended without an error.
        """

    def applied(self) -> int:
        """The highest queue sequence up to which every change is durably in the index; 0 when empty."""

    def mark_applied(self, sequence: int) -> None:
        """Remember durably that everything up to `sequence` is in; the caller has put or deleted it all."""

    def sequences(self) -> Mapping[str, int]:
        """Every id held with its sequence, for `index check`."""

    def verify(self) -> None:
        """Check everything stored; raises SearchUnavailableError when it is no longer what was put."""

    def close(self) -> None:
        """Release files and threads; safe to call twice."""
