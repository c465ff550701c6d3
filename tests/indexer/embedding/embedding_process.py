"""A process of its own that embeds made-up titles into a shared folder; it tells how far it is.

`letters|model FOLDER FIRST LAST`
"""

from __future__ import annotations

import sys
from pathlib import Path

from indexer.embedding.cache import CachedEmbedder
from indexer.embedding.e5_onnx import OnnxE5
from tests.indexer.embedding.counting import LetterEmbedder


def titles(first: int, last: int) -> list[str]:
    """Different short texts."""
    return [
        f"lagermedarbejder nummer {number} med truckcertifikat og kørekort {'æøå' * 20}"
        for number in range(first, last)
    ]


if __name__ == "__main__":
    _, what, folder, first, last = sys.argv
    embedder = CachedEmbedder(LetterEmbedder() if what == "letters" else OnnxE5(threads=1), Path(folder))
    embedder.passages(titles(int(first), int(last)), lambda done: print(done, flush=True))  # noqa: T201
    embedder.close()
