"""Titles that no list has lean to where their neighbours in meaning lie."""

from __future__ import annotations

import numpy as np

from indexer.embedding.cache import CachedEmbedder
from matcher.dispatch.learnt_meaning import load_learnt_meaning
from taxonomy.catalog import Catalog


def test_a_title_that_no_list_has_leans_as_its_neighbours(catalog: Catalog, embedder: CachedEmbedder) -> None:
    trades = tuple(catalog.trades)
    meaning = load_learnt_meaning(trades, embedder.name, embedder.dimensions)
    titles = ["sælger af brugte pianoer", "natlig omsorg for svagelige", "reparatør af rulletrapper"]

    chosen = [trades[int(meaning.lean(np.stack([one, one]))[0].argmax())] for one in embedder.queries(titles)]

    assert chosen == ["butik_handel_kontor", "sosu", "industri_lager_transport_service"]


def test_another_models_space_has_no_planes_but_another_runtime_of_the_same_model_has(embedder: CachedEmbedder) -> None:
    other = load_learnt_meaning(("sosu",), "en anden model", 8)
    same = load_learnt_meaning(("sosu",), embedder.name.partition("/")[0] + "/andet", embedder.dimensions)

    assert not other.lean(np.ones((2, 8))).any()
    assert same.planes.any()


def test_a_trade_that_no_plane_was_learnt_for_has_no_leaning(embedder: CachedEmbedder) -> None:
    swapped = load_learnt_meaning(("ny", "sosu"), embedder.name, embedder.dimensions)

    assert not swapped.planes[:, :, 0].any()
    assert swapped.planes[:, :, 1].any()
