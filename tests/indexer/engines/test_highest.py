"""The lowest of the highest numbers is exact, however the numbers lie."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from indexer.engines.embedded.highest import least_of_highest

MANY = 50_000
CHANCE = np.random.default_rng(7)
STANDING = CHANCE.standard_normal(MANY)


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
def test_it_is_that_of_all_in_order(numbers: NDArray[np.float64], most: int) -> None:
    assert least_of_highest(numbers, most) == np.sort(numbers)[-most]
