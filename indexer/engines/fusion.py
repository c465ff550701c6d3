"""Reciprocal rank fusion: one list from several, by place and not by score."""

from __future__ import annotations

from collections.abc import Sequence

RANK_CONSTANT = 60  # Cormack, Clarke and Büttcher 2009; the usual value, the same in OpenSearch


def fuse(rankings: Sequence[Sequence[str]], constant: int = RANK_CONSTANT) -> list[tuple[str, float]]:
    """Ids with the sum of 1 / (constant + rank) over the lists they stand in, best first; ties by id."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, found in enumerate(ranking, start=1):
            scores[found] = scores.get(found, 0.0) + 1.0 / (constant + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
