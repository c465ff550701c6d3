"""Linking against labels: ours beside the model alone and letters alone."""

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.linking import Concept, ConceptIndex
from matcher.evaluation.labels import LabelledTitle
from matcher.evaluation.linking import LETTERS, MODEL, OURS, LinkingEvaluation, evaluate_linking, measured
from taxonomy.catalog import Catalog

CONCEPTS = [
    Concept("u:kok", "kok", "5120", ("kok", "køkkenchef"), ("cook",)),
    Concept("u:tjener", "tjener", "5131", ("tjener",), ("waiter",)),
    Concept("u:lager", "lagerarbejder", "4321", ("lagerarbejder",), ("warehouse worker",)),
]


@pytest.fixture(scope="module")
def found(catalog: Catalog, embedder: CachedEmbedder) -> LinkingEvaluation:
    titles = [
        LabelledTitle("kok søges", "da", ("5120",), ("u:kok",)),
        LabelledTitle("lagermand", "da", ("4321",), ("u:lager", "u:elsewhere")),
        LabelledTitle("waiter", "en", ("5131",), ("u:tjener",)),
        LabelledTitle("præst", "da", ("2636",), ("u:elsewhere",)),
    ]
    return evaluate_linking(titles, CONCEPTS, ConceptIndex(CONCEPTS, embedder, catalog=catalog), embedder)


def test_every_run_is_measured_on_the_same_titles(found: LinkingEvaluation) -> None:
    assert list(found.scores) == [MODEL, LETTERS, OURS]
    assert {scores.shape for scores in found.scores.values()} == {(3, 3)}
    assert found.unknown == 1


def test_titles_in_danish_and_in_other_languages_are_told_apart(found: LinkingEvaluation) -> None:
    danish, others = found.measured(OURS, danish=True), found.measured(OURS, danish=False)
    assert danish is not None
    assert others is not None
    assert danish[0] == others[0] == 1.0
    assert found.missed() == []


def test_a_wrong_first_answer_is_told_with_the_place_of_the_right_one() -> None:
    scores = {OURS: np.array([[0.5, 0.9, 0.7]], np.float32)}
    title = LabelledTitle("kok", "da", ("5120",), ("u:kok",))
    (missed,) = LinkingEvaluation((title,), tuple(CONCEPTS), scores, ((0,),), 0).missed()
    assert (missed.first.uri, missed.place) == ("u:tjener", 3)


def test_measures_are_means_over_titles_by_the_best_right_concept() -> None:
    scores = np.array([[0.9, 0.1, 0.5], [0.9, 0.8, 0.7]], np.float32)
    assert measured(scores, [[0, 2], [2]]).tolist() == pytest.approx([(1 + 1 / 3) / 2, 0.5, 1, 1, (1 + 1 / 3) / 2])
