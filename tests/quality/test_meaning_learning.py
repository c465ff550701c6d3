"""Learning the directions that ranking compares texts along."""

from __future__ import annotations

import numpy as np

from indexer.embedding.directions import along
from taxonomy.catalog import load_catalog
from tests.quality.fit_meaning import Pairs, learn, of_occupations, of_orders

JOBS, TELLING, LOUD = 80, 6, 6


def test_what_is_told_of_one_job_comes_to_lie_nearer() -> None:
    chance = np.random.default_rng(1)
    telling = chance.normal(size=(JOBS, TELLING))
    asked, found = (
        np.hstack([telling, 2 * chance.normal(size=(JOBS, LOUD)) + middle]).astype(np.float32) for middle in (1, -1)
    )

    learnt = learn([Pairs(asked, found, [([at], [at]) for at in range(JOBS)])], TELLING + LOUD)

    before = _first(asked - asked.mean(axis=0), found - found.mean(axis=0))
    turned = along(asked, learnt.asked, learnt.along), along(found, learnt.found, learnt.along)
    assert _first(*turned) > before


def _first(asked: np.ndarray, found: np.ndarray) -> float:
    """The share of what is asked that lies nearest to its own."""
    asked, found = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (asked, found))
    return float(((asked @ found.T).argmax(axis=1) == np.arange(JOBS)).mean())


def test_it_is_learnt_from_thousands_of_orders_and_from_every_occupation() -> None:
    (texts, wholes), (titles, told) = of_orders(), of_occupations(load_catalog())

    assert len(texts.jobs) == len(wholes.jobs) > 2000
    assert len(titles.jobs) == len(told.jobs) == len(load_catalog().occupations)
    assert all(max(found) < len(told.found) for _, found in told.jobs)
