"""Directions of the model's vectors in which names of one job lie together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.embedding.contract import Vectors
from indexer.linking.labels import LabelMeaning, cosines
from indexer.linking.taught import TaughtMeaning, taught_for


class OfAnotherModel:
    """Vectors that nothing was learnt of."""

    name, dimensions = "another", 3

    def queries(self, texts: Sequence[str]) -> Vectors:
        return np.eye(3, dtype=np.float32)[[len(text) % 3 for text in texts]]

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:  # noqa: ARG002
        return self.queries(texts)


@pytest.mark.parametrize(
    ("title", "same_job", "another"),
    [
        ("folkeskolelærer", "underviser i grundskolen", "skolesekretær"),
        ("cykelhandler", "sælger i en cykelforretning", "cykelmekaniker"),
        ("kennelmedhjælper", "dyrepasser i hundepension", "leder af hundepension"),
    ],
)
def test_names_of_one_job_lie_nearer_than_what_shares_their_words(
    embedder: CachedEmbedder, title: str, same_job: str, another: str
) -> None:
    asked, same, other = taught_for(embedder).of(embedder.queries([title, same_job, another]))

    assert asked @ same > asked @ other


def test_a_concept_is_as_near_as_its_nearest_label_of_a_language(embedder: CachedEmbedder) -> None:
    danish = LabelMeaning([["bager", "konditor"], ["murer"]], embedder)
    english = LabelMeaning([["baker"], []], embedder)
    meaning = TaughtMeaning(2, danish, english, taught_for(embedder))

    by_danish, by_english, by_all = meaning.near(embedder.queries(["konditor"])[0])

    assert by_danish[0] == pytest.approx(1, abs=1e-5)
    assert by_english[1] == 0
    assert by_all[0] > by_all[1]


def test_vectors_of_a_model_that_nothing_was_learnt_of_stay_as_they_are() -> None:
    embedder = OfAnotherModel()

    along = taught_for(embedder).of(embedder.queries(["a", "bb"]))

    assert cosines(along, along[0]).tolist() == [1, 0]


def test_an_empty_text_is_near_nothing(embedder: CachedEmbedder) -> None:
    assert not taught_for(embedder).of(embedder.queries([""])).any()
