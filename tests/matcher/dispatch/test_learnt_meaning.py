"""Titles that no list has lean to where their neighbours in meaning lie."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from indexer.embedding.cache import CachedEmbedder
from matcher.dispatch.fitting_meaning import learn_plane
from matcher.dispatch.learnt_meaning import load_learnt_meaning, save_learnt_meaning
from taxonomy.catalog import Catalog


def test_a_plane_parts_what_lies_apart_and_says_nothing_of_what_lies_between() -> None:
    drawn = np.random.default_rng(2)
    trades = np.repeat([0, 1], 50)
    vectors = drawn.normal(scale=0.01, size=(100, 3)) + 0.5
    vectors[:, 1] += np.where(trades == 1, 0.1, -0.1)

    plane = learn_plane(vectors, trades, np.ones(100), 2)
    leaning = np.array([[0.5, 0.6, 0.5], [0.5, 0.5, 0.5]]) @ plane[:-1] + plane[-1]

    assert leaning[0, 1] - leaning[0, 0] > 2
    assert abs(leaning[1, 1] - leaning[1, 0]) < 0.5


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


def test_planes_are_kept_by_trade(tmp_path: Path, catalog: Catalog, embedder: CachedEmbedder) -> None:
    save_learnt_meaning(("a", "b"), "model/1", np.arange(12.0).reshape(2, 3, 2), tmp_path / "planes.npz")

    with np.load(tmp_path / "planes.npz") as table:
        assert str(table["space"]) == "model"
        assert table["planes"].shape == (2, 3, 2)
    swapped = load_learnt_meaning(("ny", "sosu"), embedder.name, embedder.dimensions)
    assert not swapped.planes[:, :, 0].any()
    assert swapped.planes[:, :, 1].any()
