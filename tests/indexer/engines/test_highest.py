"""The highest numbers are found exactly, however the numbers lie."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from indexer.engines.embedded.highest import Highest, highest

MANY = 50_000
CHANCE = np.random.default_rng(7)
STANDING = CHANCE.standard_normal(MANY)


@pytest.mark.parametrize("margin", [0.0, 0.25])
@pytest.mark.parametrize("most", [1, 20, 700, 4_000, MANY - 1, MANY])
@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param(STANDING, id="drawn"),
        pytest.param(np.sort(STANDING), id="rising"),
        pytest.param(STANDING.astype(np.float32), id="short"),
        pytest.param(np.zeros(MANY), id="all alike"),
        pytest.param(np.where(np.arange(MANY) % 31 == 1, STANDING + 100, STANDING), id="high where no sample falls"),
        pytest.param(np.where(np.arange(MANY) % 31 == 0, STANDING + 100, STANDING), id="high where samples fall"),
        pytest.param(np.where(STANDING > 0, -np.inf, STANDING), id="half of them out"),
    ],
)
def test_those_within_the_margin_of_the_last_are_found(numbers: NDArray[np.float64], most: int, margin: float) -> None:
    lowest = np.sort(numbers)[-most] - numbers.dtype.type(margin)

    assert np.array_equal(highest(numbers, most, margin), np.flatnonzero(numbers >= lowest))


@pytest.mark.parametrize("deepest", [4_000, 2_000, MANY])
@pytest.mark.parametrize("margin", [0.0, 0.25])
def test_more_and_more_asked_for_are_those_that_each_alone_would_find(deepest: int, margin: float) -> None:
    asked = Highest(STANDING, margin, deepest)

    for most in (1, 750, 2_000):
        assert np.array_equal(asked.places(most), highest(STANDING, most, margin))
