"""A CV that changed in part costs the embedding of that part."""

from __future__ import annotations

from indexer.embedding.cache import CachedEmbedder
from matcher.candidates.build import build_candidates, passage_texts
from taxonomy.catalog import Catalog
from tests.indexer.embedding.counting import LetterEmbedder
from tests.indexer.samples import cv


def test_only_the_changed_parts_of_a_cv_are_embedded(catalog: Catalog) -> None:
    letters = LetterEmbedder()
    cached = CachedEmbedder(letters, None)
    before = cv(desired_jobs=["lagermedarbejder", "truckfører"], headline="Lagermand med truck")
    build_candidates([before], catalog, cached)
    parts = len(letters.embedded)
    letters.embedded.clear()

    build_candidates([cv(desired_jobs=["lagermedarbejder", "chauffør"], text="Nu med bus.")], catalog, cached)

    assert sorted(letters.embedded) == ["Nu med bus.", "chauffør"]
    assert parts == len({text for _, text, _ in passage_texts(before)})
    cached.close()


def test_another_persons_same_words_are_not_embedded_again(catalog: Catalog) -> None:
    letters = LetterEmbedder()
    cached = CachedEmbedder(letters, None)
    build_candidates([cv(id="C-1")], catalog, cached)
    letters.embedded.clear()

    build_candidates([cv(id="C-2", headline="En anden")], catalog, cached)

    assert letters.embedded == ["En anden"]
    cached.close()
