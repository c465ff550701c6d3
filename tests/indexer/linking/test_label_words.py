"""Which words the labels explain, so that no other language has to."""

from __future__ import annotations

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.linking import Concept, ConceptIndex
from indexer.linking.label_words import LabelWords
from taxonomy.catalog import Catalog
from tests.factories import catalog_of

pytestmark = pytest.mark.long

CONCEPTS = [
    Concept("a", "operatør af valsemaskine", "8121", ("operatør af valsemaskine",), ("rolling mill operator",)),
    Concept("b", "bomberydder", "3355", ("bomberydder",), ("bomb disposal technician",)),
    Concept("c", "officer i forsvaret", "0110", ("officer i forsvaret",), ("armed forces officer",)),
]


@pytest.fixture
def words(catalog: Catalog) -> LabelWords:
    return LabelWords(CONCEPTS, catalog_of(catalog, "bogholder"))


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("rolling", 7),
        ("valsemaskineoperatoer", 21),
        ("valsemaskineoperatoerer", 23),
        ("qwzxofficer", 7),
        ("sykepleier", 0),
        ("", 0),
    ],
)
def test_words_of_labels_explain_themselves_and_what_is_compounded_of_them(
    words: LabelWords, word: str, letters: int
) -> None:
    assert words.letters_of(word) == letters


def test_a_danish_compound_that_labels_explain_is_told_in_no_other_language(
    catalog: Catalog, embedder: CachedEmbedder
) -> None:
    index = ConceptIndex(CONCEPTS, embedder, catalog=catalog_of(catalog, "bogholder"))

    assert index.variants("valsemaskineoperatør") == ("valsemaskineoperatør",)


def test_a_danish_compound_that_no_label_has_is_told_in_english_by_its_parts(
    catalog: Catalog, embedder: CachedEmbedder
) -> None:
    index = ConceptIndex(CONCEPTS, embedder, catalog=catalog_of(catalog, "bogholder"))

    assert index.variants("parykdesigner") == ("parykdesigner", "wig designer")


def test_what_another_language_explains_better_is_told_in_english(catalog: Catalog, embedder: CachedEmbedder) -> None:
    index = ConceptIndex(CONCEPTS, embedder, catalog=catalog_of(catalog, "bogholder"))

    assert index.variants("Maschinenführer")[-1] == "machine operator"
