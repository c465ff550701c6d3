"""What a CV is about as a whole, of what its passages are about."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Vectors
from matcher.candidates.codec import HEAD, PASSAGE, ends, passage_sizes, refuse_other_forms
from matcher.candidates.profile import Passages


def whole_vector(passages: Passages) -> Vectors:
    """The mean of the passages' vectors at unit length."""
    return _mean(passages.vectors, passages.scales)


def whole_vector_again(features: bytes) -> Vectors:
    """The same from a candidate's bytes (codec.py); ValueError where they are of another form."""
    if len(features) < HEAD.size:
        raise ValueError("features without a head cannot be read")
    refuse_other_forms(features)
    _, count, dimensions, terms, _ = HEAD.unpack_from(features)
    start = ends(features).facts
    each, vectors, _ = passage_sizes(count, dimensions, terms)
    scales = np.frombuffer(features, PASSAGE, count, start)["scale"]
    return _mean(np.frombuffer(features, np.int8, vectors, start + each).reshape(count, dimensions), scales)


def _mean(steps: NDArray[np.int8], scales: NDArray[np.float32]) -> Vectors:
    mean = (steps.astype(np.float32) * scales[:, None]).mean(axis=0)
    size = float(np.linalg.norm(mean))
    whole: Vectors = (mean / size if size else mean).astype(np.float32)
    return whole
