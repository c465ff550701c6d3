"""A list of titles ranked by nearness to a title."""

from __future__ import annotations

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.linking import SimilarTitles
from taxonomy.catalog import Catalog

pytestmark = pytest.mark.long

TITLES = (("1", "sygehjælper"), ("2", "tømrersvend"), ("3", "Krankenpfleger/in"), ("4", "snedker"), ("5", "lærer"))


@pytest.fixture(scope="module")
def listed(catalog: Catalog, embedder: CachedEmbedder) -> SimilarTitles:
    return SimilarTitles(TITLES, embedder, catalog=catalog)


def test_titles_of_the_same_job_stand_first_whatever_their_words_or_language(listed: SimilarTitles) -> None:
    for_carpenter, for_nurse = listed.link(["carpenter", "sygeplejerske"])

    assert {link.concept.uri for link in for_carpenter[:2]} == {"2", "4"}
    assert for_nurse[0].concept.uri == "3"


def test_scores_fall_from_best_to_last_and_lie_from_0_to_1(listed: SimilarTitles) -> None:
    (found,) = listed.link(["carpenter"])

    assert len(found) == len(TITLES)
    assert [link.score for link in found] == sorted((link.score for link in found), reverse=True)
    assert all(0 <= link.score <= 1 for link in found)
    assert len(listed.link(["carpenter"], top=2)[0]) == 2


def test_equal_titles_stand_in_the_order_of_their_ids(catalog: Catalog, embedder: CachedEmbedder) -> None:
    listed = SimilarTitles([("b", "bager"), ("a", "bager")], embedder, catalog=catalog)

    assert [link.concept.uri for link in listed.link(["konditor"])[0]] == ["a", "b"]


@pytest.mark.parametrize("title", ["", "?!", "😀", "x" * 5000, "\x00"])
def test_any_text_is_answered(listed: SimilarTitles, title: str) -> None:
    assert len(listed.link([title])[0]) == len(TITLES)


def test_an_empty_list_answers_nothing(catalog: Catalog, embedder: CachedEmbedder) -> None:
    assert SimilarTitles([], embedder, catalog=catalog).link(["kok"]) == [[]]
