"""The same text is never embedded twice, and what is remembered equals what is fresh."""

from __future__ import annotations

import os
import threading
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from indexer.embedding.cache import FILE, RECENT, CachedEmbedder, unremembered
from tests.indexer.embedding.counting import LetterEmbedder

TEXTS = ["lagermedarbejder", "bogholder", "lagermedarbejder", "sygeplejerske"]


@pytest.fixture
def letters() -> LetterEmbedder:
    return LetterEmbedder()


def test_a_text_is_embedded_once_however_often_it_is_asked_for(letters: LetterEmbedder) -> None:
    cached = CachedEmbedder(letters, None)

    first = cached.passages(TEXTS)
    second = cached.passages(TEXTS[::-1])

    assert sorted(letters.embedded) == sorted(set(TEXTS))
    assert np.array_equal(first, second[::-1])
    cached.close()


def test_what_is_not_to_be_remembered_is_embedded_and_not_stored(letters: LetterEmbedder, tmp_path: Path) -> None:
    cached = CachedEmbedder(letters, tmp_path)

    with unremembered():
        cached.queries(["bogh"])
    cached.close()
    after = CachedEmbedder(letters, tmp_path)
    after.queries(["bogh"])

    assert letters.embedded == ["bogh", "bogh"]
    after.close()


def test_what_was_just_embedded_is_not_again_and_is_stored_when_it_is_to_be_remembered(
    letters: LetterEmbedder, tmp_path: Path
) -> None:
    cached = CachedEmbedder(letters, tmp_path)
    with unremembered():
        first, second = cached.queries(["bogholder"]), cached.queries(["bogholder"])
        cached.queries([f"{number} bøger" for number in range(RECENT - 1)])
    kept = cached.queries(["bogholder"])
    with unremembered():
        cached.queries([f"{number} blade" for number in range(RECENT)])
    cached.close()
    after = CachedEmbedder(letters, tmp_path)

    assert all(np.array_equal(one, first) for one in (second, kept, after.queries(["bogholder"])))
    assert letters.embedded.count("bogholder") == 1
    with unremembered():
        after.queries(["0 blade"])  # was forgotten with the process
    assert letters.embedded.count("0 blade") == 2
    after.close()


def test_of_what_is_not_stored_only_the_latest_few_are_known(letters: LetterEmbedder) -> None:
    cached = CachedEmbedder(letters, None)
    with unremembered():
        for text in ("først", *map(str, range(RECENT)), "først"):
            cached.queries([text])

    assert letters.embedded.count("først") == 2
    cached.close()


def test_a_query_and_a_passage_of_the_same_words_are_two_texts(letters: LetterEmbedder) -> None:
    cached = CachedEmbedder(letters, None)

    passage, query = cached.passages(["bogholder"]), cached.queries(["bogholder"])

    assert letters.embedded == ["bogholder", "bogholder"]
    assert not np.array_equal(passage, query)
    cached.close()


def test_vectors_outlive_the_process_and_equal_fresh_ones_to_the_last_bit(
    letters: LetterEmbedder, tmp_path: Path
) -> None:
    before = CachedEmbedder(letters, tmp_path)
    fresh = before.queries(TEXTS)
    before.close()
    letters.embedded.clear()

    after = CachedEmbedder(letters, tmp_path)

    assert np.array_equal(after.queries(TEXTS), fresh)
    assert letters.embedded == []
    assert fresh.dtype == np.float32
    after.close()


def test_two_caches_share_a_folder(tmp_path: Path) -> None:
    one, other = LetterEmbedder(), LetterEmbedder()
    first, second = CachedEmbedder(one, tmp_path), CachedEmbedder(other, tmp_path)

    first.passages(TEXTS)
    second.passages(TEXTS)

    assert other.embedded == []
    first.close()
    second.close()


def test_another_model_has_vectors_of_its_own(tmp_path: Path) -> None:
    one, other = LetterEmbedder(), LetterEmbedder()
    other.name = "letters-2"
    first, second = CachedEmbedder(one, tmp_path), CachedEmbedder(other, tmp_path)

    first.passages(TEXTS)
    second.passages(TEXTS)

    assert sorted(other.embedded) == sorted(set(TEXTS))
    assert first.name != second.name
    first.close()
    second.close()


def test_no_texts_give_an_empty_table(letters: LetterEmbedder) -> None:
    cached = CachedEmbedder(letters, None)

    assert cached.passages([]).shape == (0, letters.dimensions)
    cached.close()


def test_progress_counts_up_to_the_number_of_texts(letters: LetterEmbedder) -> None:
    cached, told = CachedEmbedder(letters, None), list[int]()
    texts = [f"tekst {number}" for number in range(600)]

    cached.passages(texts, told.append)

    assert told == sorted(told)
    assert told[-1] == 600
    cached.close()


def test_threads_may_ask_at_once(letters: LetterEmbedder, tmp_path: Path) -> None:
    cached = CachedEmbedder(letters, tmp_path)
    found: list[np.ndarray] = []
    threads = [threading.Thread(target=lambda: found.append(cached.queries(TEXTS))) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 4
    assert all(np.array_equal(vectors, found[0]) for vectors in found)
    cached.close()


def test_a_folder_that_cannot_be_written_leaves_the_vectors_in_memory(letters: LetterEmbedder, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")

    cached = CachedEmbedder(letters, tmp_path / "taken")

    assert np.array_equal(cached.queries(TEXTS), cached.queries(TEXTS))
    assert sorted(letters.embedded) == sorted(set(TEXTS))
    cached.close()


def test_a_full_disk_costs_the_memory_of_the_vectors_and_not_the_answer(
    letters: LetterEmbedder, tmp_path: Path
) -> None:
    cached = CachedEmbedder(letters, tmp_path)
    pages = cached._store.execute("PRAGMA page_count").fetchone()[0]
    cached._store.execute(f"PRAGMA max_page_count={pages}")

    vectors = cached.queries([f"titel {number}" for number in range(500)])

    assert vectors.shape == (500, cached.dimensions)
    cached.close()


@pytest.mark.parametrize("sound", [0, 1], ids=["from the first byte", "in its pages"])
def test_a_damaged_file_costs_the_memory_of_the_vectors_and_not_the_answer(
    letters: LetterEmbedder, tmp_path: Path, sound: int
) -> None:
    many = [f"titel {number}" for number in range(500)]
    with closing(CachedEmbedder(letters, tmp_path)) as cached:
        expected = cached.queries(many)
    content = bytearray((tmp_path / FILE).read_bytes())
    content[sound * 4096 :] = os.urandom(len(content) - sound * 4096)  # pages of 4096 bytes, the first holds the table
    (tmp_path / FILE).write_bytes(content)

    with closing(CachedEmbedder(letters, tmp_path)) as cached:
        assert np.array_equal(cached.queries(many), expected)
        assert np.array_equal(cached.queries(many), expected)
    assert len(letters.embedded) == 2 * len(many)
