"""The same orders find the same people in the embedded engine and in a cluster, however many shards it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from indexer.documents.fields import cv_schema
from indexer.embedding.cache import CachedEmbedder
from indexer.engines.contract import (
    AnyOf,
    Between,
    CollectionSchema,
    SearchDocument,
    SearchEngine,
    SearchQuery,
    SearchResult,
)
from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.opensearch import OpenSearchEngine
from indexer.engines.opensearch.index_form import index_body
from indexer.records.stored import Stored
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.indexing import Documents
from matcher.orders.profile import order_profile, query_texts
from matcher.retrieval.query import candidate_query
from matcher.texts.meaning import meaning_for_ranking
from taxonomy.catalog import Catalog
from tests.services import opensearch
from tests.services.reaching import reached

TOP = 20


@dataclass(frozen=True)
class Both:
    embedded: SearchEngine
    cluster: SearchEngine
    queries: tuple[SearchQuery, ...]
    documents: list[SearchDocument]
    schema: CollectionSchema


@pytest.fixture(scope="module")
def queries(catalog: Catalog, embedder: CachedEmbedder) -> tuple[SearchQuery, ...]:
    made = []
    for order in bundled_orders():
        profile = order_profile(order, catalog, embedder)
        title, text, _ = query_texts(order, profile.reading, catalog)
        made.append(replace(candidate_query(profile, title, text, catalog), limit=TOP))
    return tuple(made)


@pytest.fixture(scope="module")
def both(
    one_node: opensearch.Cluster,
    tmp_path_factory: pytest.TempPathFactory,
    catalog: Catalog,
    embedder: CachedEmbedder,
    queries: tuple[SearchQuery, ...],
) -> Iterator[Both]:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    stored = [Stored(cv, 1, now, now, number) for number, cv in enumerate(bundled_cvs(), start=1)]
    documents, _ = Documents(catalog, embedder, lambda _: {}).build_cvs(stored)
    schema = cv_schema(meaning_for_ranking(embedder).dimensions)
    embedded = EmbeddedEngine(Path(tmp_path_factory.mktemp("embedded")), schema)
    with reached(one_node) as cluster:
        engine = OpenSearchEngine(cluster, f"{cluster.address.prefix}-cvs", schema)
        for one in (embedded, engine):
            one.put(documents)
        yield Both(embedded, engine, queries, documents, schema)
    embedded.close()


def without_sequences(found: SearchResult) -> SearchResult:
    """What was found, without what an engine need not tell of it."""
    return replace(found, hits=tuple(hit._replace(sequence=None) for hit in found.hits))


def overlaps(both: Both, queries: list[SearchQuery]) -> list[float]:
    found = []
    for query in queries:
        one, other = ({hit.id for hit in engine.search(query).hits} for engine in (both.embedded, both.cluster))
        found.append(len(one & other) / max(len(one), 1))
    return found


@pytest.mark.services
def test_the_top_twenty_are_the_same(both: Both) -> None:
    shared = overlaps(both, list(both.queries))
    assert sum(shared) / len(shared) >= 0.95
    assert min(shared) >= 0.8


@pytest.mark.services
def test_words_alone_find_the_same(both: Both) -> None:
    shared = overlaps(both, [replace(query, vector=None) for query in both.queries])
    assert sum(shared) / len(shared) >= 0.95
    assert min(shared) >= 0.8


@pytest.mark.services
def test_clear_winners_stand_first_in_both(both: Both) -> None:
    for query in both.queries:
        hits = both.embedded.search(query).hits
        if hits[0].score > 1.1 * hits[1].score:
            assert both.cluster.search(query).hits[0].id == hits[0].id


@pytest.mark.services
def test_filters_pass_exactly_the_same(both: Both) -> None:
    for query in both.queries:
        occupations = tuple(occupation for _, occupation, _ in query.keywords)
        for filters in (
            (AnyOf("occupation", occupations),),
            (AnyOf("status", ("godkendt",)), Between("match_category", high=2)),
        ):
            every = SearchQuery(filters=filters, limit=10_000, facets=("occupation", "held", "language"))
            assert without_sequences(both.cluster.search(every)) == without_sequences(both.embedded.search(every))


@pytest.mark.services
@pytest.mark.parametrize("shards", [1, 7])
def test_the_number_of_shards_changes_no_list(both: Both, one_node: opensearch.Cluster, shards: int) -> None:
    with reached(one_node) as cluster:
        alias = f"{cluster.address.prefix}-cvs"
        body = index_body(both.schema)
        settings = cast("dict[str, dict[str, object]]", body["settings"])
        other = {**settings, "index": {**settings["index"], "number_of_shards": shards}}
        cluster.change("PUT", f"/{alias}-1", {**body, "settings": other, "aliases": {alias: {}}})
        engine = OpenSearchEngine(cluster, alias, both.schema)
        engine.put(both.documents)
        for query in both.queries:
            assert engine.search(query) == both.cluster.search(query)
