"""Danish words to English ones, learnt from labels."""

from __future__ import annotations

from indexer.linking import Concept
from indexer.linking.label_words import LabelWords
from indexer.linking.translation import TranslatedLabels, Translation, learn_translation
from taxonomy.catalog import Catalog
from taxonomy.language import stem
from tests.factories import catalog_of

SHARED = [
    Concept("a", "ostehandler", "5221", ("ostehandler",), ("cheese merchant",)),
    Concept("b", "osteprøver", "7515", ("osteprøver",), ("cheese taster",)),
    Concept("c", "vinhandler", "5221", ("vinhandler",), ("wine merchant",)),
]


def learnt_from(concepts: list[Concept], catalog: Catalog) -> Translation:
    few = catalog_of(catalog, "bogholder")
    return learn_translation(concepts, few, LabelWords(concepts, few))


def test_a_word_is_translated_by_the_labels_that_share_it(catalog: Catalog) -> None:
    learnt = learnt_from(SHARED, catalog)

    chances = dict(learnt.chances[stem("ost")])
    assert max(chances, key=lambda word: chances[word]) == stem("cheese")


def test_a_danish_title_finds_an_english_label_that_it_shares_no_letter_with(catalog: Catalog) -> None:
    learnt = learnt_from(SHARED, catalog)
    labels = TranslatedLabels([("cheese maker",), ("plumber",), ()], [(), (), ()], learnt)

    near = labels.near("ost")

    assert near[0] > 0.5
    assert not near[1:].any()


def test_a_word_that_was_never_seen_stands_for_itself(catalog: Catalog) -> None:
    learnt = learnt_from([], catalog)

    assert learnt.english("akrobat") == {stem("akrobat"): 1.0}
    assert not TranslatedLabels([("", "–")], [("",)], learnt).near("").any()


def test_a_compound_is_translated_by_the_labels_that_share_its_parts(catalog: Catalog) -> None:
    mill = Concept("d", "valsemaskine", "8121", ("valsemaskine", "operatør af valsemaskine"), ("rolling mill",))
    learnt = learnt_from([*SHARED, mill], catalog)

    assert stem("mill") in learnt.english("valsemaskineoperatør")


def test_the_written_vocabulary_tells_what_no_label_shows(catalog: Catalog) -> None:
    learnt = learnt_from([], catalog)

    assert {stem("tanner"), stem("tanning")} <= set(learnt.english("garver"))


def test_danish_labels_are_found_by_other_words_that_mean_the_same_in_english(catalog: Catalog) -> None:
    labels = TranslatedLabels([(), ()], [("købmand",), ("garver",)], learnt_from([], catalog))

    near = labels.near("forhandler")

    assert near[0] > 0.5
    assert near[1] == 0
