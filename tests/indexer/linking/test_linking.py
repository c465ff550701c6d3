"""Titles in anybody's words to the occupations they mean."""

from __future__ import annotations

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.linking import Concept, ConceptIndex, esco_concepts, own_concepts, passages_to_embed, texts_to_embed
from taxonomy.catalog import Catalog
from taxonomy.importers.esco import EscoConcept
from tests.factories import catalog_of

pytestmark = pytest.mark.long

OCCUPATIONS = ("social_og_sundhedsassistent", "trailerchauffoer", "lagermedarbejder", "bogholder", "sygeplejerske")


@pytest.fixture(scope="module")
def index(catalog: Catalog, embedder: CachedEmbedder) -> ConceptIndex:
    few = own_concepts(catalog_of(catalog, *OCCUPATIONS))
    return ConceptIndex(few, embedder, catalog=catalog, most_names=3)


@pytest.mark.parametrize(
    ("title", "occupation"),
    [
        ("SSA", "social_og_sundhedsassistent"),
        ("chf C/E", "trailerchauffoer"),
        ("lagerfolk", "lagermedarbejder"),
        ("bogholderi medarbejder", "bogholder"),
        ("registered nurse", "sygeplejerske"),
        ("SYGEPLEJERSKE", "sygeplejerske"),
    ],
)
def test_a_title_links_to_the_occupation_it_means(index: ConceptIndex, title: str, occupation: str) -> None:
    ((best, *_),) = index.link([title])

    assert best.concept.uri == occupation


def test_links_stand_best_first_with_scores_from_0_to_1(index: ConceptIndex) -> None:
    found, nothing = index.link(["lagermedarbejder og bogholder", ""], top=3)

    assert [link.score for link in found] == sorted((link.score for link in found), reverse=True)
    assert all(0 <= link.score <= 1 for link in (*found, *nothing))
    assert len(found) == 3
    assert {link.concept.uri for link in found[:2]} == {"lagermedarbejder", "bogholder"}


def test_the_label_itself_scores_nearly_one(index: ConceptIndex) -> None:
    assert index.link(["bogholder"])[0][0].score > 0.9


def test_titles_do_not_disturb_each_other(index: ConceptIndex) -> None:
    titles = ["SSA", "chauffør", ""]

    assert index.link(titles) == [index.link([title])[0] for title in titles]
    assert index.link([]) == []


def test_equal_scores_stand_in_the_order_of_their_uris(embedder: CachedEmbedder) -> None:
    concepts = [Concept(uri, "bager", "7512", ("bager",)) for uri in ("c", "a", "b")]

    (found,) = ConceptIndex(concepts, embedder).link(["konditor"])

    assert [link.concept.uri for link in found] == ["a", "b", "c"]


def test_a_label_without_words_disturbs_nothing(embedder: CachedEmbedder) -> None:
    concepts = [
        Concept("a", "–", "0000", ("–",)),
        Concept("b", "bager", "7512", ("bager", "?")),
        Concept("c", "!", "", ("!",)),
    ]

    (found,) = ConceptIndex(concepts, embedder).link(["bager"])

    assert found[0].concept.uri == "b"


def test_esco_labels_of_both_languages_are_linked_to() -> None:
    (concept,) = esco_concepts([EscoConcept("u", "7512", "bager", ("bager", "konditor"), ("baker",))])

    assert (concept.label, concept.danish, concept.english) == ("bager", ("bager", "konditor"), ("baker",))


def test_what_our_occupations_mean_leads_to_concepts_that_share_no_word_with_the_title(
    catalog: Catalog, embedder: CachedEmbedder
) -> None:
    nurse, bookkeeper = (
        Concept("n", "sygehjælper", "5321", ("sygehjælper",), ("nurse assistant",)),
        Concept("b", "regnskabsfører", "3313", ("regnskabsfører",), ("bookkeeper",)),
    )

    for_ssa, for_books = ConceptIndex([nurse, bookkeeper], embedder, catalog=catalog).link(["SSA", "bogholder"])

    assert (for_ssa[0].concept, for_books[0].concept) == (nurse, bookkeeper)


def test_a_crosswalks_official_titles_are_linked_to(catalog: Catalog, embedder: CachedEmbedder) -> None:
    rows = [EscoConcept(uri, "7512", uri, (uri,), ()) for uri in ("bager", "konditor", "mejerist")]

    concepts = esco_concepts(rows, {"mejerist": ("ostebereder",)})
    (found,) = ConceptIndex(concepts, embedder, catalog=catalog).link(["ostebereder"])

    assert (found[0].concept.uri, found[0].score) == ("mejerist", 0.93)


def test_every_text_that_an_index_embeds_can_be_embedded_before() -> None:
    concepts = [Concept("a", "bager", "7512", ("bager", "brødbager"), ("baker", "bread maker"))]

    assert texts_to_embed(concepts) == ["bager", "brødbager", "baker", "bread maker"]
    assert texts_to_embed(concepts, skills=True) == ["bager", "brødbager", "baker"]
    assert passages_to_embed(concepts) == ["bager. brødbager. baker. bread maker"]


def test_files_of_one_further_language_are_known_by_all_its_names_and_those_of_many_by_the_first_ones() -> None:
    german = ("Bäcker", "Konditor", "Backwarenhersteller")
    alone = Concept("a", "Bäcker", "7512", (), (), (), (german,))
    among_many = Concept("a", "Bäcker", "7512", (), (), (), (german,) * 20)

    assert texts_to_embed([alone]) == list(german)
    assert texts_to_embed([among_many]) == ["Bäcker"]
    assert passages_to_embed([alone]) == ["Bäcker. Konditor. Backwarenhersteller"]


@pytest.mark.parametrize("title", ["", "?!", "😀😀", "طباخ", "<b>kok</b>", "\x00\u202e", "x" * 5000, "maler " * 3000])
def test_any_text_is_answered_with_scores_from_0_to_1(index: ConceptIndex, title: str) -> None:
    (found,) = index.link([title])

    assert len(found) == len(OCCUPATIONS)
    assert all(0 <= link.score <= 1 for link in found)


def test_a_group_that_registers_name_tells_of_its_occupations(embedder: CachedEmbedder, catalog: Catalog) -> None:
    helper = Concept("helper", "køkkenmedhjælper", "9412", ("køkkenmedhjælper",), (), ("Manuelt arbejde i køkken",))
    waiter = Concept("waiter", "tjener", "5131", ("tjener",), (), ("Tjenerarbejde",))
    unnamed = [Concept(one.uri, one.label, one.isco, one.danish) for one in (helper, waiter)]

    scores = []
    for concepts in ([helper, waiter], unnamed):
        (found,) = ConceptIndex(concepts, embedder, catalog=catalog).link(["Manuelt arbejde i køkken"])
        scores.append({link.concept.uri: link.score for link in found}["helper"])

    assert scores[0] > scores[1]


def test_a_skill_is_found_by_what_our_vocabulary_knows_of_it(embedder: CachedEmbedder, catalog: Catalog) -> None:
    labels = {"welding": "udføre TIG-svejsning", "sheets": "bruge regneark", "reading": "læse korrektur"}
    skills = [Concept(uri, label, "", (label,)) for uri, label in labels.items()]

    found = ConceptIndex(skills, embedder, catalog=catalog, skills=True).link(["stærk i Excel", "tigsvejsning"])

    assert [links[0].concept.uri for links in found] == ["sheets", "welding"]


def test_concepts_without_english_labels_are_told_apart_by_their_danish_ones(
    catalog: Catalog, embedder: CachedEmbedder
) -> None:
    concepts = [
        Concept("tuner", "klaverstemmer", "7312", ("klaverstemmer",)),
        Concept("mover", "klavertransportør", "9333", ("klavertransportør",)),
        Concept("joiner", "møbelsnedker", "7522", ("møbelsnedker",)),
    ]
    index = ConceptIndex(concepts, embedder, catalog=catalog_of(catalog, *OCCUPATIONS))

    found = index.link(["stemmer af klaverer", "snedker, møbler"], top=1)

    assert [best.concept.uri for (best,) in found] == ["tuner", "joiner"]
