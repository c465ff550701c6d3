"""Whose own words hold a key."""

from __future__ import annotations

import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.candidates.build import build_candidates
from matcher.candidates.crowd import crowd_of
from matcher.ranking.said import say
from taxonomy.catalog import Catalog
from tests.factories import cv

PEOPLE = [
    cv(id="driver", headline="Chauffør", text="Jeg kører truck og bil.", desired_jobs=["chauffør"]),
    cv(id="carer", headline="SOSU-hjælper", text="Jeg er god til kundeservice og børn.", desired_jobs=["sosu"]),
    cv(id="both", headline="Truck", text="Jeg har arbejdet med børn.", desired_jobs=["lager"]),
]


@pytest.mark.parametrize(
    ("key", "who"),
    [
        ("truck", ["driver", "both"]),
        ("børn", ["carer", "both"]),
        ("truck og børn", ["both"]),
        ("noget ingen har skrevet", []),
        ("", []),
        ("!", []),
    ],
)
def test_who_says_every_word_of_a_key_somewhere_says_the_key(
    key: str, who: list[str], embedder: CachedEmbedder, catalog: Catalog
) -> None:
    people = crowd_of(build_candidates(PEOPLE, catalog, embedder)).profiles

    assert [one for one, says in zip(people.ids, say(people, key), strict=True) if says] == who
