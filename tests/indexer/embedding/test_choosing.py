"""The setting names the model."""

from __future__ import annotations

import importlib.util

import pytest

from indexer.embedding.choose import ONNX, PLAIN, choose_embedder
from indexer.embedding.transformers import SentenceTransformersMissingError


def test_the_bundled_model_is_the_default() -> None:
    embedder = choose_embedder()

    assert (embedder.name, embedder.dimensions) == (choose_embedder("e5").name, 384)
    assert embedder.name.startswith("multilingual-e5-small")


def test_the_bundled_weights_may_be_run_by_either_and_are_told_apart() -> None:
    plain, onnx = choose_embedder(PLAIN), choose_embedder(ONNX)

    assert plain.name != onnx.name
    assert plain.dimensions == onnx.dimensions


@pytest.mark.skipif(importlib.util.find_spec("sentence_transformers") is not None, reason="the extra is installed")
def test_another_model_without_the_extra_tells_how_to_install_it() -> None:
    embedder = choose_embedder("intfloat/multilingual-e5-base")

    with pytest.raises(SentenceTransformersMissingError, match="pip install"):
        embedder.queries(["hej"])
