"""An index in a cluster follows the record, is made anew beside the old, compared and mended."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from indexer.checking.repairing import check_index
from indexer.documents.contract import CvsBuilt
from indexer.engines.contract import SearchDocument, SearchUnavailableError
from indexer.engines.opensearch import Cluster
from indexer.generations.opensearch import GenerationInUseError, OpenSearchGenerations
from indexer.generations.rebuild import Rebuild
from indexer.intake.cv import Cv
from indexer.records.stored import Stored
from tests.indexer.building import CV_SCHEMA, JOB_ORDER_SCHEMA, UNREADABLE, PlainBuilder
from tests.indexer.indexed import FINGERPRINT, Indexed, with_words
from tests.indexer.samples import cv, order
from tests.services.load import is_sound

pytestmark = pytest.mark.services


@pytest.fixture
def indexed(tmp_path: Path, cluster: Cluster) -> Indexed:
    indexed = Indexed(tmp_path, OpenSearchGenerations(cluster, CV_SCHEMA, JOB_ORDER_SCHEMA))
    indexed.put(*(cv(id=f"C-{n:03}", text=f"svejser nummer{n}") for n in range(200)))
    indexed.put(*(order(id=f"A-{n}", text="søges") for n in range(3)))
    indexed.rebuild.run(FINGERPRINT)
    return indexed


def test_the_index_follows_the_record(indexed: Indexed) -> None:
    synchroniser = indexed.synchroniser(indexed.opened())
    indexed.put(cv(id="C-007", text="kok"), cv(id="C-200", text="smed"))
    indexed.erase("C-100")
    assert synchroniser.run_once().lag == 0
    engines = indexed.opened()
    assert with_words(engines.cvs, "kok", "smed") == ["C-007", "C-200"]
    assert with_words(engines.cvs, "nummer7", "nummer100") == []
    assert is_sound(indexed)


def test_a_record_that_no_document_can_be_made_of_holds_up_no_other(indexed: Indexed) -> None:
    indexed.put(cv(id="C-x", text=UNREADABLE), cv(id="C-y", text="smed"))
    report = indexed.synchroniser(indexed.opened()).run_once()
    assert (report.refused, report.lag) == (1, 0)
    assert with_words(indexed.opened().cvs, "smed") == ["C-y"]


def test_two_workers_at_once_leave_the_index_equal_to_the_record(indexed: Indexed) -> None:
    for n in range(300):
        indexed.put(cv(id=f"C-{n:03}", text=f"ny nummer{n}"))
    workers = [threading.Thread(target=indexed.synchroniser(indexed.opened()).run_once) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert is_sound(indexed)
    assert len(with_words(indexed.opened().cvs, "ny")) == 300


def test_what_was_lost_or_is_too_much_is_found_and_mended(indexed: Indexed) -> None:
    engines = indexed.opened()
    engines.cvs.delete([("C-001", 10_000)])
    engines.cvs.put([SearchDocument("C-stray", 5, {"text": ("svejser",)})])
    report = check_index(indexed.database, engines, indexed.builder, indexed.current(), repair=True)
    assert (report.cvs.missing, report.cvs.surplus) == (1, 1)
    assert "C-stray" not in with_words(engines.cvs, "svejser")


def test_a_new_generation_replaces_the_old_which_is_removed(indexed: Indexed) -> None:
    first = indexed.current()
    report = indexed.rebuild.run(FINGERPRINT)
    assert report.removed == (first,)
    assert indexed.generations.names() == [report.generation] == [indexed.current()]
    assert is_sound(indexed)


def test_a_generation_under_construction_is_not_removed_by_another(indexed: Indexed) -> None:
    class Meeting(PlainBuilder):
        met = False

        def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
            if not self.met and cvs[0].value.id != "C-000":
                self.met = True
                writing = threading.Timer(0.5, lambda: indexed.generations.open("g000002").cvs.delete([("C-z", 1)]))
                writing.start()
                with pytest.raises(GenerationInUseError):
                    indexed.rebuild.run(FINGERPRINT)
                writing.join()
            return super().build_cvs(cvs)

    report = Rebuild(indexed.database, indexed.generations, Meeting()).run(FINGERPRINT)
    assert indexed.current() == report.generation == "g000002"


def test_searches_of_the_old_generation_are_told_when_it_is_gone_and_make_no_index_of_their_own(
    indexed: Indexed,
) -> None:
    old = indexed.opened()
    indexed.rebuild.run(FINGERPRINT)
    with pytest.raises(SearchUnavailableError, match="index rebuild"):
        with_words(old.cvs, "svejser")
    with pytest.raises(SearchUnavailableError, match="index rebuild"):
        old.cvs.delete([("C-1", 9)])
    assert indexed.generations.names() == [indexed.current()]


def test_an_index_of_another_form_asks_for_a_rebuild(indexed: Indexed, cluster: Cluster) -> None:
    other = OpenSearchGenerations(cluster, JOB_ORDER_SCHEMA, CV_SCHEMA)
    with pytest.raises(SearchUnavailableError, match="anden form"):
        other.open(indexed.current())
