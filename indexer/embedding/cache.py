"""Caches vectors by model and text in a file beside the record: no text is embedded twice."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import numpy as np

from indexer.batches import batches, batches_by_length
from indexer.embedding.contract import Embedder, Vectors
from indexer.private_files import make_private_file, make_private_folder

_log = logging.getLogger(__name__)
FILE = "vectors.sqlite"

# Few enough that a kill loses only seconds of embedding, enough at once to keep every processor busy.
TEXTS_A_WRITE, CHARACTERS_A_WRITE = 1024, 64_000
RECENT = 64  # unstored texts: what one is typing is asked of again at the next pause, and once more when it is kept
_REMEMBERS: ContextVar[bool] = ContextVar("remembers", default=True)


@contextmanager
def unremembered() -> Iterator[None]:
    """What is embedded while the block lasts is not stored: words that somebody is still typing may be taken back.

    The latest few vectors stay in the memory of the process.
    """
    before = _REMEMBERS.set(False)
    try:
        yield
    finally:
        _REMEMBERS.reset(before)


class CachedEmbedder:
    """An embedder with a cache; a cached vector equals a fresh one to the last bit, since both are rounded to float16.

    `folder` None keeps the vectors in memory only. Several processes may share one folder.
    """

    def __init__(self, embedder: Embedder, folder: Path | None) -> None:
        self._embedder = embedder
        self._one_at_a_time = threading.Lock()
        self._store = _opened(folder)
        self._recent: dict[bytes, bytes] = {}

    @property
    def name(self) -> str:
        """The model's name; rounding to float16 is part of it."""
        return f"{self._embedder.name}/float16"

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._embedder.dimensions

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of texts to be found; only texts never seen are embedded."""
        return self._through_cache("passage", texts, self._embedder.passages, progress)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts to search with; only texts never seen are embedded."""
        return self._through_cache("query", texts, self._embedder.queries, None)

    def close(self) -> None:
        """Close the file; what was embedded stays."""
        self._store.close()

    def _through_cache(
        self,
        role: str,
        texts: Sequence[str],
        embed: Callable[[Sequence[str]], Vectors],
        progress: Callable[[int], None] | None,
    ) -> Vectors:
        keys = [self._key(role, text) for text in texts]
        known = self._known(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        done = len(texts) - len(missing)
        # Texts of like length together, as models work best.
        in_order = sorted(missing, key=lambda key: (len(missing[key]), key))
        for batch in batches_by_length(in_order, lambda key: len(missing[key]), TEXTS_A_WRITE, CHARACTERS_A_WRITE):
            fresh = embed([missing[key] for key in batch]).astype(np.float16)
            self._remember({key: vector.tobytes() for key, vector in zip(batch, fresh, strict=True)}, known)
            done += len(batch)
            if progress:
                progress(done)
        if not keys:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.frombuffer(b"".join(known[key] for key in keys), np.float16).reshape(len(keys), -1).astype(np.float32)

    def _key(self, role: str, text: str) -> bytes:
        return hashlib.sha256(f"{self._embedder.name}\0{role}\0{text}".encode("utf-8", "surrogatepass")).digest()[:16]

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        with self._one_at_a_time:
            found = {key: self._recent[key] for key in keys if key in self._recent}
        if found:
            self._remember(found, {})
        for batch in batches([key for key in dict.fromkeys(keys) if key not in found]):
            found.update(self._looked_up(batch))
        return found

    def _looked_up(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        marks = ",".join("?" * len(keys))
        with self._one_at_a_time:
            try:
                rows = self._store.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", keys)  # noqa: S608
                return dict(rows.fetchall())
            except sqlite3.ProgrammingError:  # it was closed
                raise
            except sqlite3.DatabaseError as error:
                _log.warning("%s kan ikke læses og bruges ikke mere: %s. Slet den.", FILE, type(error).__name__)
                self._store = _prepared(":memory:")
                return {}

    def _remember(self, fresh: dict[bytes, bytes], known: dict[bytes, bytes]) -> None:
        known.update(fresh)
        if not _REMEMBERS.get():
            with self._one_at_a_time:
                self._recent |= fresh
                for key in list(self._recent)[:-RECENT]:
                    del self._recent[key]
            return
        try:
            with self._one_at_a_time, self._store:
                self._store.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", fresh.items())
            for key in fresh:
                self._recent.pop(key, None)  # what is stored need not be stored again
        except sqlite3.OperationalError as error:  # a full disk: the vectors are here, they are only not remembered
            _log.warning("Vektorer kan ikke gemmes og regnes ud igen næste gang: %s", type(error).__name__)


def _opened(folder: Path | None) -> sqlite3.Connection:
    """The file of the folder, or memory where it cannot be written or is damaged: a cache must never stop the work."""
    if folder is not None:
        try:
            make_private_folder(folder)
            make_private_file(folder / FILE)  # texts people wrote can be guessed from vectors
            return _prepared(str(folder / FILE))
        except (OSError, sqlite3.DatabaseError) as error:
            _log.warning("Vektorer huskes kun, til programmet slutter: %s", type(error).__name__)
    return _prepared(":memory:")


def _prepared(address: str) -> sqlite3.Connection:
    store = sqlite3.connect(address, timeout=30, check_same_thread=False)
    store.execute("PRAGMA journal_mode=WAL")
    store.execute("PRAGMA synchronous=NORMAL")  # a lost row costs one embedding, nothing more
    store.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID")
    store.commit()
    return store
