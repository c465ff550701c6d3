"""Titles in other languages, word by word in English."""

from __future__ import annotations

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.linking import ConceptIndex, own_concepts
from indexer.linking.foreign_titles import ForeignTitles
from indexer.linking.job_words import gloss
from taxonomy.catalog import Catalog
from tests.factories import catalog_of

OCCUPATIONS = ("sygeplejerske", "murer", "kok", "lagermedarbejder", "bogholder")


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("Krankenpfleger", "nurse"),
        ("Landmaschinenmechatroniker", "agricultural machine mechatronics"),
        ("camarera de pisos", "housekeeping room attendant"),
        ("Kierownik budowy", "construction manager"),
        ("кухар", "cook"),
        ("Undersköterska", "nurse assistant"),
    ],
)
def test_a_title_in_another_language_is_told_in_english_words(title: str, english: str) -> None:
    assert gloss(title) == english


@pytest.mark.parametrize("title", ["", "?!", "😀", "qwzx", "طباخ"])
def test_where_no_word_is_known_nothing_is_told(title: str) -> None:
    assert gloss(title) == ""


def test_words_that_are_unknown_stay_beside_those_that_are_known() -> None:
    assert gloss("Verkäufer Backwaren") == "seller backwaren"


def test_a_very_long_title_is_glossed_without_an_exception() -> None:
    assert gloss("Maurer " * 50)


def test_titles_in_the_labels_languages_are_not_foreign(catalog: Catalog) -> None:
    foreign_titles = ForeignTitles(
        title for own in catalog.occupations.values() for title in (*own.titles, *own.english_titles)
    )

    own = ("rengøringsassistent", "datakonsulent", "lagermedarbejder med truck", "warehouse operative", "")
    other = ("Krankenpfleger", "ENFERMERAS", "pielęgniarka", "sjuksköterska", "кухар")

    assert [title for title in own if foreign_titles.is_foreign(title)] == []
    assert [title for title in other if not foreign_titles.is_foreign(title)] == []


@pytest.mark.parametrize(
    ("title", "occupation"),
    [
        ("Krankenschwester (m/w/d)", "sygeplejerske"),
        ("ALBAÑILES", "murer"),
        ("Kucharz / Kucharka", "kok"),
        ("Lagermitarbeiter/in", "lagermedarbejder"),
        ("Księgowa", "bogholder"),
    ],
)
def test_a_title_in_another_language_links_to_the_occupation_it_means(
    catalog: Catalog, embedder: CachedEmbedder, title: str, occupation: str
) -> None:
    few = catalog_of(catalog, *OCCUPATIONS)

    ((best, *_),) = ConceptIndex(own_concepts(few), embedder, catalog=catalog).link([title])

    assert best.concept.uri == occupation
