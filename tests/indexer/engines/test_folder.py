"""The folder of an index: who may use it, what a crash leaves, and what is no longer readable."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from indexer.engines.contract import AnyOf, CollectionSchema, SearchQuery, SearchUnavailableError
from indexer.engines.embedded import EmbeddedEngine, EngineDamagedError, EngineLockedError, EngineReadOnlyError
from indexer.engines.embedded.contents import FREQUENCIES, JOURNAL
from indexer.engines.embedded.side_files import TOKENS, VECTORS
from tests.contracts.documents import SCHEMA, document, found, vector, words
from tests.full_disk import files_end_at


def filled(folder: Path) -> EmbeddedEngine:
    engine = EmbeddedEngine(folder, SCHEMA)
    engine.put([document(f"C-{n}", 1, text=f"fælles ord{n}", vector=vector(n)) for n in range(5)])
    return engine


def everything(engine: EmbeddedEngine) -> list[str]:
    """Ids held, the same by each way of asking."""
    by_words = sorted(found(engine, SearchQuery(words=words("fælles"))))
    by_meaning = sorted(found(engine, SearchQuery(vector=vector(1))))
    assert by_words == by_meaning == found(engine, SearchQuery()) == sorted(engine.sequences())
    assert engine.search(SearchQuery(words=words("fælles"))).total == len(by_words)
    return by_words


def test_a_full_disk_hinders_no_index_from_closing(tmp_path: Path) -> None:
    engine = filled(tmp_path)
    with files_end_at(1):
        engine.close()
    again = EmbeddedEngine(tmp_path, SCHEMA)
    assert len(everything(again)) == 5
    again.close()


def test_a_second_writer_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    engine = filled(tmp_path)
    with pytest.raises(EngineLockedError, match="i brug"):
        EmbeddedEngine(tmp_path, SCHEMA)
    engine.close()
    EmbeddedEngine(tmp_path, SCHEMA).close()


@pytest.mark.parametrize("name", [VECTORS, TOKENS])
def test_what_is_damaged_in_place_is_found_when_looked_for(tmp_path: Path, name: str) -> None:
    engine = filled(tmp_path)
    engine.put([document("C-1", 2, text="fælles ændret", vector=vector(8))])
    engine.delete([("C-2", 3)])
    engine.verify()
    engine.close()
    content = bytearray((tmp_path / name).read_bytes())
    content[-64:] = os.urandom(64)  # of the newest document
    (tmp_path / name).write_bytes(content)

    damaged = EmbeddedEngine(tmp_path, SCHEMA)
    with pytest.raises(EngineDamagedError, match=r"beskadiget for \d dokumenter"):
        damaged.verify()
    damaged.close()


def test_readers_see_what_the_writer_does_at_their_next_search(tmp_path: Path) -> None:
    writer = filled(tmp_path)
    reader = EmbeddedEngine(tmp_path, SCHEMA, read_only=True)
    assert len(everything(reader)) == 5
    writer.put([document("C-1", 2, text="fælles ændret", trade="sosu", vector=vector(8)), document("C-9", 3)])
    writer.delete([("C-2", 4), ("C-9", 5)])
    writer.mark_applied(5)
    assert everything(reader) == ["C-0", "C-1", "C-3", "C-4"]
    assert found(reader, SearchQuery(words=words("ord1 ændret"))) == ["C-1"]
    assert found(reader, SearchQuery(filters=(AnyOf("trade", ("sosu",)),))) == ["C-1"]
    assert reader.applied() == 5
    with pytest.raises(EngineReadOnlyError):
        reader.put([document("C-3", 9)])
    reader.close()
    writer.close()


def test_a_closed_engine_says_so(tmp_path: Path) -> None:
    engine = filled(tmp_path)
    engine.close()
    with pytest.raises(SearchUnavailableError, match="lukket"):
        engine.search(SearchQuery())
    with pytest.raises(SearchUnavailableError):
        engine.put([document("C-1", 9)])


@pytest.mark.parametrize("lost", [1, 40])
def test_a_journal_that_lost_its_end_is_the_state_before_and_says_how_far_it_is(tmp_path: Path, lost: int) -> None:
    engine = filled(tmp_path)
    engine.mark_applied(1)
    engine.put([document("C-1", 2, text="fælles ændret", vector=vector(8)), document("C-9", 3, text="fælles")])
    engine.close()
    os.truncate(tmp_path / JOURNAL, (tmp_path / JOURNAL).stat().st_size - lost)
    again = EmbeddedEngine(tmp_path, SCHEMA)
    assert (everything(again), again.applied()) == ([f"C-{n}" for n in range(5)], 1)
    assert found(again, SearchQuery(words=words("ord1"))) == ["C-1"]
    again.close()


def test_a_copy_taken_between_two_steps_of_a_put_is_the_state_before_it(tmp_path: Path) -> None:
    engine = filled(tmp_path / "whole")
    before = (tmp_path / "whole" / JOURNAL).read_bytes()
    engine.put([document("C-1", 2, text="fælles ændret", vector=vector(8)), document("C-9", 3, text="fælles")])
    shutil.copytree(tmp_path / "whole", tmp_path / "killed")
    engine.close()
    (tmp_path / "killed" / JOURNAL).write_bytes(before + b"JFB1 torn")
    again = EmbeddedEngine(tmp_path / "killed", SCHEMA)
    assert everything(again) == [f"C-{n}" for n in range(5)]
    assert found(again, SearchQuery(words=words("ord1"))) == ["C-1"]
    assert found(again, SearchQuery(words=words("ændret"))) == []
    again.put([document("C-7", 2, text="fælles nyt", vector=vector(9))])
    assert found(again, SearchQuery(words=words("nyt ændret"))) == ["C-7"]
    assert len(everything(again)) == 6
    again.close()


def test_word_frequencies_are_counted_again_when_their_copy_is_lost_or_torn(tmp_path: Path) -> None:
    engine = filled(tmp_path)
    engine.delete([("C-3", 2)])
    asked = SearchQuery(words=words("fælles ord2 ord3"), vector=vector(2))
    answer = engine.search(asked)
    engine.close()
    for content in (None, b"", (tmp_path / FREQUENCIES).read_bytes()[:-3]):
        if content is None:
            (tmp_path / FREQUENCIES).unlink()
        else:
            (tmp_path / FREQUENCIES).write_bytes(content)
        again = EmbeddedEngine(tmp_path, SCHEMA)
        assert again.search(asked) == answer
        again.close()


def test_a_journal_that_lost_its_beginning_asks_for_a_rebuild_and_is_not_taken_for_empty(tmp_path: Path) -> None:
    filled(tmp_path).close()
    content = bytearray((tmp_path / JOURNAL).read_bytes())
    content[:64] = os.urandom(64)
    (tmp_path / JOURNAL).write_bytes(content)

    for read_only in (False, True):
        with pytest.raises(EngineDamagedError, match=r"journal er beskadiget.*index rebuild"):
            EmbeddedEngine(tmp_path, SCHEMA, read_only=read_only)
    assert (tmp_path / JOURNAL).read_bytes() == content


def test_an_index_of_another_form_asks_for_a_rebuild(tmp_path: Path) -> None:
    filled(tmp_path).close()
    other = CollectionSchema("cvs", {"title": 2.0, "text": 1.0}, SCHEMA.keyword_fields, SCHEMA.number_fields, 16)
    with pytest.raises(EngineDamagedError, match=r"anden form.*index rebuild"):
        EmbeddedEngine(tmp_path, other)
    EmbeddedEngine(tmp_path, SCHEMA).close()


@pytest.mark.parametrize("name", [TOKENS, VECTORS])
@pytest.mark.parametrize("left", [None, 8])
def test_an_index_without_its_words_or_vectors_asks_for_a_rebuild(tmp_path: Path, name: str, left: int | None) -> None:
    filled(tmp_path).close()
    if left is None:
        (tmp_path / name).unlink()
    else:
        os.truncate(tmp_path / name, left)
    with pytest.raises(EngineDamagedError, match="index rebuild"):
        EmbeddedEngine(tmp_path, SCHEMA)


def test_a_reader_of_a_folder_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(SearchUnavailableError):
        EmbeddedEngine(tmp_path / "none", SCHEMA, read_only=True)


def test_the_nearest_of_many_close_vectors_are_exact(tmp_path: Path) -> None:
    drawn = np.random.default_rng(4)
    # As with a real model, all vectors point much the same way and differ by little.
    rows = drawn.standard_normal(384) * 2 + drawn.standard_normal((6000, 384)) * 0.7
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    schema = CollectionSchema("cvs", {"text": 1.0}, ("trade",), (), 384)
    engine = EmbeddedEngine(tmp_path, schema)
    engine.put(
        [type(document("x"))(f"C-{n:04}", 1, {}, {"trade": (f"t{n % 3}",)}, vector=rows[n]) for n in range(6000)]
    )
    for asked in rows[:5]:
        truly = np.argsort(-(rows.astype(np.float64) @ asked.astype(np.float64)), kind="stable")
        assert found(engine, SearchQuery(vector=asked, limit=400)) == [f"C-{n:04}" for n in truly[:400]]
        of_one_trade = [f"C-{n:04}" for n in truly if n % 3 == 1][:100]
        assert found(engine, SearchQuery(vector=asked, limit=100, filters=(AnyOf("trade", ("t1",)),))) == of_one_trade
    engine.close()
