"""Two engines over the same documents: how much of their lists they share, and why they part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.engines.contract import AnyOf, Between, Filter, NoneOf, SearchEngine, SearchHit, SearchQuery, Within
from tests.benchmarks.figures import Figure

TOP = 20
AVERAGE, WORST = 0.95, 0.8  # shared of the first twenty
CLEAR = 1.1  # a winner's score against the second's
COPENHAGEN = (55.6761, 12.5683)
FILTERS: tuple[tuple[Filter, ...], ...] = (
    (AnyOf("status", ("godkendt",)), Between("match_category", high=1)),
    (NoneOf("hours", ("deltid",)), AnyOf("language", ("da",))),
    (Within(*COPENHAGEN, 7.5), Between("availability", low=740000, or_missing=True)),
    (AnyOf("occupation", ("lagermedarbejder", "kok", "social_og_sundhedshjaelper")),),
)


def compared(what: str, one: SearchEngine, other: SearchEngine, queries: Sequence[SearchQuery]) -> Iterator[Figure]:
    """Shared of the first twenty on average and at worst, clear winners, filters, and the reasons for what differs."""
    shared, why, winners, same_winners = [], Counter[str](), 0, 0
    for query in queries:
        mine, others = one.search(query).hits, other.search(query).hits
        shared.append(_shared(mine, others))
        why.update(_reasons(mine, others))
        if len(mine) > 1 and mine[0].score > CLEAR * mine[1].score:
            winners += 1
            same_winners += mine[0].id in {hit.id for hit in others[:TOP]}
    told = ", ".join(f"{reason} {count}" for reason, count in why.most_common()) or "nothing differs"
    yield Figure(f"{what}, first {TOP} shared over {len(queries)} orders", _mean(shared), "", AVERAGE, False, note=told)
    yield Figure(f"{what}, first {TOP} shared, worst order", min(shared), "", WORST, at_most=False)
    yield Figure(f"{what}, clear winners among both first {TOP}", same_winners, "", float(winners), at_most=False)
    yield Figure(f"{what}, filters that pass exactly the same", _equal(one, other), "", float(len(FILTERS)), False)


def _shared(mine: Sequence[SearchHit], others: Sequence[SearchHit]) -> float:
    first = {hit.id for hit in mine[:TOP]}
    return len(first & {hit.id for hit in others[:TOP]}) / max(len(first), 1)


def _reasons(mine: Sequence[SearchHit], others: Sequence[SearchHit]) -> Iterator[str]:
    """Of every document among the first of one list alone: which of the two searches placed it otherwise."""
    theirs = {hit.id: hit for hit in others}
    first = {hit.id for hit in others[:TOP]}
    for hit in mine[:TOP]:
        if hit.id not in first:
            there = theirs.get(hit.id)
            words = there is None or hit.lexical_rank != there.lexical_rank
            meaning = there is None or hit.dense_rank != there.dense_rank
            yield {(True, True): "both", (True, False): "by words", (False, True): "by meaning"}.get(
                (words, meaning), "displaced by others"
            )


def _equal(one: SearchEngine, other: SearchEngine) -> int:
    """How many of the filters both engines answer alike, in number, ids and facets."""
    equal = 0
    for filters in FILTERS:
        query = SearchQuery(filters=filters, limit=2_000, facets=("status", "hours", "language"))
        mine, others = one.search(query), other.search(query)
        equal += replace(mine, hits=_ids(mine.hits)) == replace(others, hits=_ids(others.hits))
    return equal


def _ids(hits: Sequence[SearchHit]) -> tuple[SearchHit, ...]:
    return tuple(SearchHit(hit.id, 0.0) for hit in hits)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
