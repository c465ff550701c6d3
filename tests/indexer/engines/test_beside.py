"""What another thread works out is the same as what the one that asks would have."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from indexer.engines.contract import SearchQuery
from indexer.engines.embedded import EmbeddedEngine, meaning
from indexer.engines.embedded.beside import Beside
from tests.contracts.documents import SCHEMA, document, vector, words

ASKED = SearchQuery(words=words("lager"), vector=vector(7), limit=60, depth=40)
PATIENCE = 10.0  # seconds


def test_the_work_is_done_in_another_thread_and_its_error_reaches_who_asks() -> None:
    done_in = Beside(threading.current_thread)
    assert done_in._begun.result(PATIENCE) is not threading.current_thread()
    with pytest.raises(ZeroDivisionError):
        Beside(lambda: 1 // 0).result()


def test_who_asks_does_the_work_while_all_threads_are_busy() -> None:
    over = threading.Event()
    busy = [Beside(lambda: over.wait(PATIENCE)) for _ in range(os.cpu_count() or 1)]
    try:
        assert Beside(threading.current_thread).result() is threading.current_thread()
    finally:
        over.set()
    assert all(one.result() for one in busy)


@pytest.mark.parametrize("passing", [1.0, 0.5, 0.02])
def test_scanned_beside_the_words_the_same_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passing: float
) -> None:
    engine = EmbeddedEngine(tmp_path, SCHEMA)
    texts = [f"lager ord{number % 9}" for number in range(300)]
    engine.put([document(f"C-{n:03}", n + 1, text=text, vector=vector(n)) for n, text in enumerate(texts)])
    engine.delete([(f"C-{n:03}", 1000) for n in range(300) if n >= 300 * passing])
    alone = engine.search(ASKED)
    monkeypatch.setattr(meaning, "_BESIDE_FROM", 0)
    assert engine.search(ASKED) == alone
    engine.close()
