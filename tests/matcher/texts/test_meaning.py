"""What orders and CVs mean for ranking, along directions that were learnt from titles and texts of jobs."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.evaluation.eligibility import NoVectors
from matcher.texts.meaning import meaning_for_ranking


@pytest.mark.parametrize(
    ("title", "text", "of_another_job"),
    [
        ("Vinduespudser", "Stige og stang, erhverv og trapper, vand fra bilen.", "Butiksassistent med kasse og varer."),
        ("Kok i kantine", "Varm mad til 200, smørrebrød og bestilling af varer.", "Varm velkomst i receptionen."),
    ],
)
def test_a_title_lies_nearer_to_what_is_told_of_its_job(
    embedder: CachedEmbedder, title: str, text: str, of_another_job: str
) -> None:
    meaning = meaning_for_ranking(embedder)

    (asked,), (same, other) = meaning.queries([title]), meaning.passages([text, of_another_job])

    assert asked @ same > asked @ other


def test_vectors_are_half_as_long_as_the_model_s_and_of_unit_length(embedder: CachedEmbedder) -> None:
    meaning = meaning_for_ranking(embedder)

    found = meaning.passages(["Kok", "Tømrer søges"])

    assert found.shape == (2, meaning.dimensions)
    assert meaning.dimensions == embedder.dimensions / 2
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-5)


def test_an_empty_text_means_nothing(embedder: CachedEmbedder) -> None:
    meaning = meaning_for_ranking(embedder)

    assert not meaning.queries([""]).any()
    assert not meaning.passages([""]).any()


def test_a_model_that_nothing_was_learnt_of_is_taken_as_it_is() -> None:
    other = NoVectors()

    assert meaning_for_ranking(other) is other
