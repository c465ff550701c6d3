"""Positions as exact values: documents share few of them (a postcode's middle), so a distance is measured once each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import Within

_EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG


def position_value(position: tuple[float, float]) -> str:
    """The exact value under which a position is kept."""
    latitude, longitude = position
    return f"{float(latitude)!r},{float(longitude)!r}"


def parsed_positions(values: Sequence[str]) -> NDArray[np.float64]:
    """(positions, 2) in degrees."""
    return np.array([value.split(",") for value in values], np.float64).reshape(len(values), 2)


def distances_km(positions: NDArray[np.float64], latitude: float, longitude: float) -> NDArray[np.float64]:
    """Great-circle distance of each position from the point (haversine)."""
    there, here = np.radians(positions), np.radians([latitude, longitude])
    rise = np.sin((there[:, 0] - here[0]) / 2) ** 2
    turn = np.sin((there[:, 1] - here[1]) / 2) ** 2
    chord = np.clip(rise + np.cos(here[0]) * np.cos(there[:, 0]) * turn, 0.0, 1.0)
    return np.asarray(2 * _EARTH_RADIUS_KM * np.arcsin(np.sqrt(chord)))


def codes_within(positions: NDArray[np.float64], circle: Within) -> NDArray[np.int64]:
    """The numbers of the positions inside the circle, its edge included."""
    return np.flatnonzero(distances_km(positions, circle.latitude, circle.longitude) <= circle.km)
