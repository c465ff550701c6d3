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


def test_each_piece_is_worked_on_once_whoever_does_it() -> None:
    done: list[int] = []

    def negative(one: int) -> int:
        done.append(one)
        return -one

    assert Beside(negative, range(50)).results() == [-one for one in range(50)]
    assert sorted(done) == list(range(50))
    assert Beside(negative, []).results() == []


@pytest.mark.parametrize("pieces", [[0], [0, 1, 2], [3, 2, 0]])
def test_the_error_of_a_piece_reaches_who_asks(pieces: list[int]) -> None:
    with pytest.raises(ZeroDivisionError):
        Beside(lambda one: 1 // one, pieces).results()


def test_who_asks_does_all_of_it_while_the_threads_are_busy() -> None:
    over = threading.Event()
    busy = [Beside(lambda _: over.wait(PATIENCE), [0, 1]) for _ in range(os.cpu_count() or 1)]
    try:
        mine = Beside(lambda _: threading.current_thread(), range(5)).results()
    finally:
        over.set()
    assert set(mine) == {threading.current_thread()}
    assert all(all(one.results()) for one in busy)


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
