"""Vectors along learnt directions."""

from __future__ import annotations

import numpy as np

from indexer.embedding.directions import along

RANDOM = np.random.default_rng(20261124)
VECTORS = RANDOM.normal(size=(200, 384)).astype(np.float32)
MIDDLE, DIRECTIONS = RANDOM.normal(size=384).astype(np.float32), RANDOM.normal(size=(384, 192))


def test_a_text_has_the_same_vector_whatever_texts_stand_beside_it() -> None:
    together = along(VECTORS, MIDDLE, DIRECTIONS)

    for size in (1, 3, 7):
        apart = [along(VECTORS[at : at + size], MIDDLE, DIRECTIONS) for at in range(0, len(VECTORS), size)]
        assert np.array_equal(np.concatenate(apart), together)


def test_the_vector_of_an_empty_text_stays_zero_and_others_are_unit_long() -> None:
    turned = along(np.stack([np.zeros(384, np.float32), VECTORS[0]]), MIDDLE, DIRECTIONS)

    assert not turned[0].any()
    assert np.isclose(np.linalg.norm(turned[1]), 1)
