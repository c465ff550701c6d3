"""A new generation takes over only when it is whole; until then the old one serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from indexer.checking.sampling import SAMPLE
from indexer.documents.contract import CvsBuilt
from indexer.embedding.contract import Vectors
from indexer.engines.contract import SearchUnavailableError
from indexer.engines.embedded import EngineLockedError
from indexer.generations import rebuild
from indexer.generations.rebuild import Rebuild, RebuildFailedError, needs_rebuild
from indexer.intake.cv import Cv
from indexer.records.index_generations import GenerationState
from indexer.records.stored import Stored
from tests.indexer.building import UNREADABLE, PlainBuilder
from tests.indexer.indexed import FINGERPRINT, Indexed, with_words
from tests.indexer.samples import cv, order


@pytest.fixture
def indexed(tmp_path: Path) -> Indexed:
    indexed = Indexed(tmp_path)
    indexed.put(*(cv(id=f"C-{n:03}", text=f"svejser nummer{n}") for n in range(200)))
    indexed.put(*(order(id=f"A-{n}", text="søges") for n in range(3)))
    return indexed


class Losing(PlainBuilder):
    """A builder that brings forth documents of other words each time, so that none is found again."""

    built = 0

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
        self.built += 1
        documents, features = super().build_cvs(cvs)
        return [type(one)(one.id, one.sequence, {"text": (f"ord{self.built}",)}) for one in documents], features


class Interrupting(PlainBuilder):
    """A builder during whose work somebody changes the record."""

    def __init__(self, indexed: Indexed) -> None:
        self._indexed = indexed
        self._to_do = [lambda: indexed.put(cv(id="C-000", text="kok")), lambda: indexed.erase("C-199")]

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
        if self._to_do:
            self._to_do.pop(0)()
        return super().build_cvs(cvs)


def test_the_first_generation_holds_the_whole_record(indexed: Indexed) -> None:
    told: list[tuple[int, int]] = []
    report = indexed.rebuild.run(FINGERPRINT, lambda done, total: told.append((done, total)))
    assert (report.cvs, report.job_orders, report.refused, report.removed) == (200, 3, 0, ())
    assert told[-1] == (203, 203)
    engines = indexed.opened()
    assert with_words(engines.cvs, "nummer7") == ["C-007"]
    assert indexed.synchroniser(engines).run_once().applied == 0
    engines.close()
    assert len(indexed.features()) == 200


def test_a_new_generation_replaces_the_old_which_is_removed(indexed: Indexed) -> None:
    first = indexed.rebuild.run(FINGERPRINT).generation
    report = indexed.rebuild.run({**FINGERPRINT, "taxonomy": "2"})
    assert report.removed == (first,)
    assert indexed.generations.names() == [report.generation] == [indexed.current()]
    with indexed.database.reading() as record:
        assert record.index_generations.all()[0].fingerprint["taxonomy"] == "2"
        assert record.cv_features.sequences(first) == {}


def test_what_changes_during_the_rebuild_is_in_the_new_generation(indexed: Indexed) -> None:
    Rebuild(indexed.database, indexed.generations, Interrupting(indexed)).run(FINGERPRINT)
    engines = indexed.opened()
    assert with_words(engines.cvs, "kok") == ["C-000"]
    assert with_words(engines.cvs, "nummer199") == []
    engines.close()


def test_a_generation_that_does_not_stand_the_check_never_serves(indexed: Indexed) -> None:
    first = indexed.rebuild.run(FINGERPRINT).generation
    with pytest.raises(RebuildFailedError, match="kunne ikke findes"):
        Rebuild(indexed.database, indexed.generations, Losing()).run(FINGERPRINT)
    assert indexed.current() == first
    indexed.rebuild.remove_leftovers()
    assert indexed.generations.names() == [first]
    with indexed.database.reading() as record:
        assert [one.state for one in record.index_generations.all()] == [GenerationState.CURRENT]


def test_a_record_that_no_document_can_be_made_of_does_not_stop_the_rebuild(indexed: Indexed) -> None:
    indexed.put(cv(id="C-x", text=UNREADABLE))
    report = indexed.rebuild.run(FINGERPRINT)
    assert (report.cvs, report.refused) == (200, 1)


def test_a_retired_generation_in_use_is_left_until_it_is_let_go(indexed: Indexed) -> None:
    first = indexed.rebuild.run(FINGERPRINT).generation
    in_use = indexed.opened()
    second = indexed.rebuild.run(FINGERPRINT).generation
    assert indexed.generations.names() == [first, second]
    assert with_words(in_use.cvs, "nummer7") == ["C-007"]
    in_use.close()
    assert indexed.rebuild.remove_leftovers() == [first]


def test_many_features_of_an_old_generation_are_forgotten_page_by_page(
    indexed: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = indexed.rebuild.run(FINGERPRINT).generation
    monkeypatch.setattr(rebuild, "FORGOTTEN_AT_ONCE", 50)
    second = indexed.rebuild.run(FINGERPRINT)
    with indexed.database.reading() as record:
        assert record.cv_features.sequences(first) == {}
        assert len(record.cv_features.sequences(second.generation)) == 200
    assert second.removed == (first,)


def test_two_rebuilds_at_once_are_refused(indexed: Indexed) -> None:
    class Meeting(PlainBuilder):
        def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
            with pytest.raises(EngineLockedError):
                indexed.rebuild.run(FINGERPRINT)
            return super().build_cvs(cvs)

    report = Rebuild(indexed.database, indexed.generations, Meeting()).run(FINGERPRINT)
    assert indexed.current() == report.generation


def test_readers_of_the_old_generation_are_told_when_it_is_gone(indexed: Indexed) -> None:
    indexed.rebuild.run(FINGERPRINT)
    reader = indexed.generations.open(indexed.current(), read_only=True)
    indexed.rebuild.run(FINGERPRINT)
    with pytest.raises(SearchUnavailableError):
        with_words(reader.cvs, "svejser")
    reader.close()


def test_an_empty_record_gives_an_empty_index(tmp_path: Path) -> None:
    indexed = Indexed(tmp_path)
    assert indexed.rebuild.run(FINGERPRINT).cvs == 0
    engines = indexed.opened()
    assert with_words(engines.cvs, "svejser") == []
    engines.close()


def test_why_a_rebuild_is_needed_is_said_in_danish() -> None:
    assert needs_rebuild(FINGERPRINT, dict(FINGERPRINT)) is None
    assert needs_rebuild(None, FINGERPRINT) == "Der er intet indeks endnu."
    why = needs_rebuild(FINGERPRINT, {**FINGERPRINT, "taxonomy": "2"})
    assert why == "Indekset er bygget med en anden udgave af taksonomien (1 → 2)."


class Counting(PlainBuilder):
    """A builder that counts the CVs it reads."""

    def __init__(self) -> None:
        self.read = 0

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
        self.read += len(cvs)
        return super().build_cvs(cvs)

    def vectors_again(self, features: Sequence[bytes]) -> Sequence[Vectors]:
        if not all(features):
            raise ValueError("features of something else")
        return super().vectors_again(features)


def read_by(indexed: Indexed, fingerprint: Mapping[str, object], *, anew: bool = False) -> int:
    """How many CVs a rebuild reads; it must hold the whole record whatever it read."""
    counting = Counting()
    report = Rebuild(indexed.database, indexed.generations, counting).run(fingerprint, anew=anew)
    assert (report.cvs, len(indexed.features())) == (200, 200)
    return counting.read


def test_only_what_is_not_read_yet_is_read_for_a_rebuild(indexed: Indexed) -> None:
    assert read_by(indexed, FINGERPRINT) == 200 + SAMPLE
    assert read_by(indexed, FINGERPRINT) == SAMPLE
    assert read_by(indexed, {**FINGERPRINT, "engine": "another"}) == SAMPLE
    assert read_by(indexed, {**FINGERPRINT, "job_orders": "2"}) == SAMPLE
    indexed.put(cv(id="C-007", text="kok nummer7"))
    assert read_by(indexed, {**FINGERPRINT, "engine": "another"}) == 1 + SAMPLE
    engines = indexed.opened()
    assert with_words(engines.cvs, "kok") == ["C-007"]
    engines.close()


def test_another_taxonomy_model_or_form_and_a_wish_to_do_so_read_everything_again(indexed: Indexed) -> None:
    read_by(indexed, FINGERPRINT)
    for part in ("taxonomy", "model", "form"):
        assert read_by(indexed, {**FINGERPRINT, part: "2"}) == 200 + SAMPLE
    assert read_by(indexed, {**FINGERPRINT, "form": "2"}, anew=True) == 200 + SAMPLE


def test_features_that_cannot_be_read_are_made_again(indexed: Indexed) -> None:
    name = indexed.rebuild.run(FINGERPRINT).generation
    with indexed.database.transaction("test") as record:
        kept = record.cv_features.kept_many(name, ["C-001"])["C-001"]
        record.cv_features.put_many(name, [("C-001", kept.sequence, b"")], {"C-001": kept.document})
    read_by(indexed, FINGERPRINT)
    assert indexed.features()["C-001"] == b"svejser nummer1"
