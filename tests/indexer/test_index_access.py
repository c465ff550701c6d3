"""The index as a process uses it: opened when asked for, followed, told of when it cannot be used."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from indexer.documents.contract import CvsBuilt
from indexer.generations import in_use
from indexer.generations.in_use import IndexBusyError, IndexOutdatedError
from indexer.index_access import IndexAccess
from indexer.intake.cv import Cv
from indexer.records.stored import Stored
from tests.indexer.building import PlainBuilder
from tests.indexer.indexed import FINGERPRINT, Indexed, wait_until, with_words
from tests.indexer.samples import cv


class HaltedBuilder(PlainBuilder):
    """Says when it has begun, and goes on when it is let."""

    def __init__(self) -> None:
        self.begun, self.let_on = threading.Event(), threading.Event()

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
        self.begun.set()
        self.let_on.wait(10)
        return super().build_cvs(cvs)


@pytest.fixture
def indexed(tmp_path: Path) -> Iterator[Indexed]:
    """A record with one CV and no index yet."""
    made = Indexed(tmp_path)
    made.put(cv(id="C-1", text="svejser"))
    yield made
    made.database.close()


def access(
    indexed: Indexed, fingerprint: Mapping[str, object] = FINGERPRINT, builder: PlainBuilder | None = None
) -> IndexAccess:
    return IndexAccess(indexed.database, indexed.generations, builder or indexed.builder, fingerprint)


def test_the_first_generation_is_built_when_it_is_first_asked_for(indexed: Indexed) -> None:
    index = access(indexed)
    assert index.generation == ""

    assert with_words(index.engines.cvs, "svejser") == ["C-1"]
    assert index.generation == indexed.current()
    index.close()


def test_whoever_asks_while_the_first_is_being_built_is_told_so_at_once(indexed: Indexed) -> None:
    builder = HaltedBuilder()
    index = access(indexed, builder=builder)
    building = threading.Thread(target=lambda: index.engines)
    building.start()
    builder.begun.wait(10)

    with pytest.raises(IndexBusyError, match="bygges"):
        index.engines  # noqa: B018 - asking is the test
    assert not index.state().up

    builder.let_on.set()
    building.join()
    assert index.state().up
    index.close()


def test_another_generation_that_is_switched_to_is_followed(indexed: Indexed) -> None:
    index = access(indexed)
    first = index.engines

    indexed.put(cv(id="C-2", text="kok"))
    index.rebuild()

    assert index.engines is not first
    assert with_words(index.engines.cvs, "kok") == ["C-2"]
    index.close()


def test_a_generation_that_was_switched_away_from_is_removed_once_searches_are_over(
    indexed: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_use, "GRACE", 0.01)
    index = access(indexed)
    assert with_words(index.engines.cvs, "svejser") == ["C-1"]
    index.rebuild()
    assert len(indexed.generations.names()) == 2  # nobody has looked yet which one serves
    _ = index.engines

    def only_one_is_left() -> bool:
        with indexed.database.reading() as record:
            known = [one.name for one in record.index_generations.all()]
        return known == indexed.generations.names() == [indexed.current()]

    wait_until(only_one_is_left)
    index.close()


def test_a_new_taxonomy_asks_for_a_rebuild_and_a_new_model_cannot_be_searched(indexed: Indexed) -> None:
    access(indexed).engines.close()
    other_words, other_model = access(indexed, {**FINGERPRINT, "taxonomy": "2"}), access(indexed, {"model": "other"})

    assert with_words(other_words.engines.cvs, "svejser") == ["C-1"]
    assert "taksonomien (1 → 2)" in (other_words.stale() or "")
    other_words.close()
    with pytest.raises(IndexOutdatedError, match="index rebuild"):
        other_model.engines  # noqa: B018 - asking is the test
    assert "sprogmodellen" in (other_model.state().error or "")


def test_the_second_to_open_reads_along_and_takes_over_when_the_first_has_gone(indexed: Indexed) -> None:
    first, second = access(indexed), access(indexed)
    assert with_words(first.engines.cvs, "svejser") == with_words(second.engines.cvs, "svejser") == ["C-1"]
    indexed.put(cv(id="C-2", text="kok"))

    assert second.run_once().applied == 0
    first.close()
    assert second.run_once().applied == 1

    assert with_words(second.engines.cvs, "kok") == ["C-2"]
    second.close()
