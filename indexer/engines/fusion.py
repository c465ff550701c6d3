"""Reciprocal rank fusion: merges ranked lists by rank, not by score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from types import MappingProxyType

from indexer.engines.contract import SearchHit, SearchQuery

RANK_CONSTANT = 60  # Cormack, Clarke and Büttcher 2009; the usual value, the same in OpenSearch

NOT_TOLD: Mapping[str, int] = MappingProxyType({})


def fuse(rankings: Sequence[Sequence[str]], constant: int = RANK_CONSTANT) -> list[tuple[str, float]]:
    """Ids with the sum of 1 / (constant + rank) over the lists they stand in, best first; ties by id."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, found in enumerate(ranking, start=1):
            scores[found] = scores.get(found, 0.0) + 1.0 / (constant + rank)
    # Sorting keeps what is equal in its order, also in reverse: best first, ties by id.
    return [(found, scores[found]) for found in sorted(sorted(scores), key=scores.__getitem__, reverse=True)]


def fused_page(
    query: SearchQuery,
    by_words: Sequence[str] | None,
    by_meaning: Sequence[str],
    sequences: Mapping[str, int] = NOT_TOLD,
) -> tuple[SearchHit, ...]:
    """The requested page of what was found by words (None: not searched) and by meaning, best first.

    `sequences` are those of the versions found, where the engine knows them. What ranks below `depth` in the list by
    words comes last, so that pages never overlap.
    """
    words = by_words or ()
    depth = query.depth if by_meaning and by_words is not None else len(words) or len(by_meaning)
    ranked = fuse([words[:depth], by_meaning])
    found = {one for one, _ in ranked}
    ranked += [
        (one, 1.0 / (RANK_CONSTANT + rank))
        for rank, one in enumerate(words[depth:], start=depth + 1)
        if one not in found
    ]
    lexical, dense = dict(zip(words, count(1), strict=False)), dict(zip(by_meaning, count(1), strict=False))
    page = ranked[query.offset : query.offset + query.limit]
    ids = [one for one, _ in page]
    scores = [score for _, score in page]
    places = (map(known.get, ids) for known in (lexical, dense, sequences))
    return tuple(map(SearchHit, ids, scores, *places))
