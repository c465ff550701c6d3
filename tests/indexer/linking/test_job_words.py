"""Titles in other languages, word by word in English."""

from __future__ import annotations

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.linking import ConceptIndex, own_concepts
from indexer.linking.job_words import gloss
from taxonomy.catalog import Catalog
from tests.factories import catalog_of

pytestmark = pytest.mark.long

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
        ("叉车司机", "forklift operator"),
        ("سائق شاحنة", "truck driver"),
        ("Sıva ustabaşısı", "plasterer supervisor"),
        ("Villanyszerelő", "electrician"),
        ("Vozniki viličarjev", "driver forklift operator"),
        ("Landskabsmaler", "landscape painter"),
        ("Arbejde med vinduespolering", "work window cleaner"),
    ],
)
def test_a_title_in_another_language_is_told_in_english_words(title: str, english: str) -> None:
    assert gloss(title) == english


@pytest.mark.parametrize("title", ["", "?!", "😀", "qwzx", "ჭკვიანი"])
def test_where_no_word_is_known_nothing_is_told(title: str) -> None:
    assert gloss(title) == ""


def test_words_that_are_unknown_stay_beside_those_that_are_known() -> None:
    assert gloss("Verkäufer Backwaren") == "seller backwaren"


def test_a_word_that_others_explain_does_not_keep_its_neighbour_from_being_told() -> None:
    explained = {"agentes": 7, "directores": 10}

    assert gloss("Agentes de viajes", lambda word: explained.get(word, 0)) == "agentes travel"
    assert gloss("Directores", lambda word: explained.get(word, 0)) == ""


def test_a_very_long_title_is_glossed_without_an_exception() -> None:
    assert gloss("Maurer " * 50)


def test_letters_that_begin_a_word_of_another_language_do_not_tell_that_language() -> None:
    assert "dairy" not in gloss("Encargado de tejeduría")


def test_what_is_unknown_before_a_known_part_of_a_compound_stays() -> None:
    assert gloss("Blikkarbeider") == "blikk worker"


def test_a_title_that_is_a_known_name_is_not_told_in_english(catalog: Catalog, embedder: CachedEmbedder) -> None:
    few = catalog_of(catalog, *OCCUPATIONS)

    assert ConceptIndex(own_concepts(few), embedder, catalog=catalog).variants("Murer") == ("Murer",)


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
