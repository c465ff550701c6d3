"""No number inside the encoder lies further out than its weights let it be reckoned."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.embedding.e5_reach import Normalised, Reach

CHANNELS, OUTPUTS = 12, 7
chance = np.random.default_rng(5)
LIKELY = chance.standard_normal((200, CHANNELS))
FURTHEST = np.vstack((np.eye(CHANNELS), -np.eye(CHANNELS)))  # all of a row's spread in one channel


@pytest.fixture(scope="module")
def values() -> Normalised:
    scale, shift = chance.standard_normal((2, CHANNELS))
    return Normalised(scale.astype(np.float32), shift.astype(np.float32))


@pytest.mark.parametrize("rows", [LIKELY, FURTHEST])
def test_normalised_rows_stay_within_reach(values: Normalised, rows: np.ndarray) -> None:
    assert within(_scaled(values, rows), values.reach())


@pytest.mark.parametrize("rows", [LIKELY, FURTHEST])
def test_products_stay_within_reach_also_of_the_row_that_suits_the_matrix_best(
    values: Normalised, rows: np.ndarray
) -> None:
    matrix = chance.standard_normal((OUTPUTS, CHANNELS)).astype(np.float32)
    bias = chance.standard_normal(OUTPUTS).astype(np.float32)

    found = _scaled(values, np.vstack((rows, matrix * values.scale))) @ matrix.T + bias

    assert within(found, values.reach_through(matrix, bias))


def test_the_reach_of_normalised_rows_is_no_wider_than_the_furthest_row(values: Normalised) -> None:
    assert np.abs(_scaled(values, FURTHEST)).max() > 0.95 * values.reach().high


def test_an_activation_cuts_off_what_is_below_zero() -> None:
    active = Reach(-9.0, 9.0).after_gelu()

    assert active.high == 9.0
    assert -0.18 < active.low < -0.17  # the lowest that GELU gives, at -0.75, is -0.16997


def within(numbers: np.ndarray, reach: Reach) -> bool:
    return bool((numbers >= reach.low).all() and (numbers <= reach.high).all())


def _scaled(values: Normalised, rows: np.ndarray) -> np.ndarray:
    away = rows - rows.mean(axis=1, keepdims=True)
    unit = away / np.sqrt((away**2).mean(axis=1, keepdims=True))
    scaled: np.ndarray = unit * values.scale + values.shift
    return scaled
