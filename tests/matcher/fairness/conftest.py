"""The real ranking for all counterfactuals."""

from __future__ import annotations

import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.ranking.score import Scorer
from tests.matcher.laws.ranking import Ranking


@pytest.fixture(scope="session")
def ranking(scorer: Scorer, embedder: CachedEmbedder) -> Ranking:
    return Ranking(scorer, embedder)
