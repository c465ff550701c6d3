"""Danish postcodes with positions, and the distance between two points."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt
from types import MappingProxyType

from taxonomy.concepts import Place
from taxonomy.files import DATA

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG


@cache
def places() -> Mapping[str, Place]:
    """Every Danish postcode with its place (data/SOURCES.md)."""
    with (DATA / "postcodes.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["postcode"]: _place(row) for row in csv.DictReader(file)})


def known_postcode(postcode: str) -> bool:
    """Whether the postcode exists in Denmark."""
    return postcode in places()


@lru_cache(maxsize=5_000)
def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres in a straight line on the globe between two (latitude, longitude) points in degrees."""
    latitude, longitude, to_latitude, to_longitude = map(radians, (*one, *other))
    half = sin((to_latitude - latitude) / 2) ** 2
    half += cos(latitude) * cos(to_latitude) * sin((to_longitude - longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, half)))


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        postcode=row["postcode"],
        name=row["name"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        municipalities=tuple(filter(None, row["municipalities"].split("|"))),
    )
