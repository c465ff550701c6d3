"""A router over a dozen occupations: the rules of routing need no more, and their labels are soon embedded."""

from __future__ import annotations

import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.dispatch.evidence import EvidenceReader
from matcher.dispatch.router import Router
from matcher.dispatch.weighing import load_routing_weights
from taxonomy.catalog import Catalog
from tests.factories import catalog_of

OCCUPATIONS = (
    "butiksassistent",
    "bogholder",
    "kontorassistent",
    "lagermedarbejder",
    "truckfoerer",
    "lastbilchauffoer",
    "rengoeringsassistent",
    "toemrer",
    "social_og_sundhedshjaelper",
    "social_og_sundhedsassistent",
    "sygeplejerske",
    "folkeskolelaerer",
)


@pytest.fixture(scope="session")
def small_catalog(catalog: Catalog) -> Catalog:
    return catalog_of(catalog, *OCCUPATIONS)


@pytest.fixture(scope="session")
def router(small_catalog: Catalog, embedder: CachedEmbedder) -> Router:
    return Router(EvidenceReader(small_catalog, embedder), load_routing_weights())
