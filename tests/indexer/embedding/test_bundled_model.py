"""The bundled model keeps the contract of every embedder, whoever runs it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.embedding.contract import Embedder
from indexer.embedding.e5 import BundledE5, clean
from indexer.embedding.e5_onnx import OnnxE5

TEXTS = ["på lageret", "sygeplejerske", "Jeg kører lastbil og har truckcertifikat."]


@pytest.fixture(scope="module", params=[BundledE5, OnnxE5])
def model(request: pytest.FixtureRequest) -> Embedder:
    made: Embedder = request.param()
    return made


@pytest.fixture(scope="module")
def embedder(model: Embedder) -> Iterator[CachedEmbedder]:
    cached = CachedEmbedder(model, None)
    yield cached
    cached.close()


def test_vectors_have_unit_length_and_the_shape_promised(model: Embedder) -> None:
    vectors = model.passages(TEXTS)

    assert vectors.shape == (3, model.dimensions)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-4)


def test_a_text_has_the_same_vector_alone_and_among_others(model: Embedder) -> None:
    together = model.queries(TEXTS)
    alone = np.concatenate([model.queries([text]) for text in TEXTS])

    assert np.array_equal(together, alone)


def test_a_cached_vector_equals_a_fresh_one(embedder: CachedEmbedder, model: Embedder) -> None:
    embedder.queries(TEXTS)

    assert np.array_equal(embedder.queries(TEXTS[::-1]), model.queries(TEXTS[::-1]).astype(np.float16))


def test_composed_and_decomposed_letters_are_the_same_text(model: Embedder, embedder: CachedEmbedder) -> None:
    composed, decomposed = (unicodedata.normalize(form, "på lageret") for form in ("NFC", "NFD"))
    assert composed != decomposed

    assert np.array_equal(model.queries([composed]), model.queries([decomposed]))
    assert np.array_equal(embedder.queries([composed]), embedder.queries([decomposed]))


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\0"])
def test_a_text_without_words_has_a_zero_vector(embedder: CachedEmbedder, text: str) -> None:
    assert not embedder.passages([text]).any()


def test_cleaning_keeps_the_words() -> None:
    assert clean("  Jeg\0kan\r\n lidt   dansk ") == "Jeg kan lidt dansk"


def test_the_model_knows_like_from_unlike_across_languages(embedder: CachedEmbedder) -> None:
    danish, english, other = embedder.queries(["lagermedarbejder", "warehouse worker", "frisør"])

    assert danish @ english > danish @ other


def test_a_question_is_not_a_passage(embedder: CachedEmbedder) -> None:
    assert not np.array_equal(embedder.queries(["på lageret"]), embedder.passages(["på lageret"]))
