from collections import Counter

import numpy as np

from indexer.embedding.cache import CachedEmbedder
from indexer.intake.job_order import JobOrder
from matcher.evaluation.baselines import PlainPool, by_both, by_meaning, by_words, plain_pool
from taxonomy.language import analyse
from tests.factories import cv, job_order

TOWARDS_THE_ORDER, HALF_WAY, ELSEWHERE = (
    np.array(vector, np.float32) for vector in ([1.0, 0.0], [0.7071, 0.7071], [0.0, 1.0])
)


def pool(texts: dict[str, str], vectors: dict[str, np.ndarray] | None = None) -> PlainPool:
    return PlainPool({cv_id: Counter(analyse(text)) for cv_id, text in texts.items()}, vectors or {})


def asking(title: str) -> JobOrder:
    return job_order(title=title, text=title)


def test_who_shares_a_rare_word_stands_before_who_shares_a_common_one():
    found = by_words(
        asking("svejser med erfaring"),
        pool({"C-1": "erfaring kok", "C-2": "erfaring tjener", "C-3": "dygtig svejser", "C-4": "erfaring gartner"}),
    )
    assert found[0] == "C-3"


def test_who_shares_no_word_is_not_found_by_words():
    assert by_words(asking("svejser"), pool({"C-1": "svejser", "C-2": "gartner"})) == ["C-1"]


def test_a_word_weighs_less_in_a_longer_text():
    found = by_words(asking("svejser"), pool({"C-1": "svejser kok tjener gartner maler", "C-2": "svejser kok"}))
    assert found == ["C-2", "C-1"]


def test_equals_stand_by_id_whatever_the_order_of_the_pool():
    assert by_words(asking("svejser"), pool({"C-2": "svejser", "C-1": "svejser"})) == ["C-1", "C-2"]


def test_an_empty_pool_finds_nobody():
    assert by_words(asking("svejser"), pool({})) == []


def test_the_nearest_in_meaning_stands_first_and_everybody_is_ranked():
    vectors = {"C-1": ELSEWHERE, "C-2": TOWARDS_THE_ORDER, "C-3": HALF_WAY}
    assert by_meaning(TOWARDS_THE_ORDER, pool({}, vectors)) == ["C-2", "C-3", "C-1"]


def test_the_fused_list_puts_first_whom_both_lists_hold_high():
    texts = {"C-1": "svejser", "C-2": "svejser kok", "C-3": "gartner"}
    vectors = {"C-1": ELSEWHERE, "C-2": TOWARDS_THE_ORDER, "C-3": HALF_WAY}
    assert by_both(asking("svejser"), TOWARDS_THE_ORDER, pool(texts, vectors))[0] == "C-2"


def test_the_pool_holds_the_words_of_every_part_of_a_cv(embedder: CachedEmbedder) -> None:
    laid_out = plain_pool([cv(licences=["truck B"], skills=["svejsning"])], embedder)
    stems = next(iter(laid_out.stems.values()))
    assert {*analyse("truck"), *analyse("svejsning"), *analyse("lagermedarbejder")} <= set(stems)


def test_the_rivals_meaning_is_the_models_own(embedder: CachedEmbedder) -> None:
    said = cv(id="C-1", headline="Svejser", text="Svejser", skills=[], education=[], experience=[], desired_jobs=[])
    assert np.allclose(plain_pool([said], embedder).vectors["C-1"], embedder.passages(["Svejser"])[0], atol=1e-5)


def test_a_pool_of_nobody_has_nobody(embedder: CachedEmbedder) -> None:
    assert plain_pool([], embedder) == PlainPool({}, {})
