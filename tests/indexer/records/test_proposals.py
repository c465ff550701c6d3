"""Proposals and look-ups of cases in the record: steps, revisions, numbers, audit, erasure."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from indexer.records.case_lookups import CaseFacts, LookedUp
from indexer.records.database import Database
from indexer.records.errors import ReadOnlyError, RecordNotFoundError, RevisionConflictError
from indexer.records.proposals import latest_steps
from indexer.records.watermarks import Watermark
from tests.indexer.records.clock import StepClock
from tests.indexer.samples import cv, order

OPEN = ("foreslaaet", "kontaktet")


@pytest.fixture
def known(database: Database) -> Database:
    """Two orders and three CVs."""
    with database.transaction("import") as record:
        record.job_orders.put_many([order(id="A-1"), order(id="A-2")])
        record.cvs.put_many([cv(id=f"C-{number}") for number in (1, 2, 3)])
    return database


def propose(database: Database, order_id: str, cv_id: str, *states: str) -> None:
    """Note the states one after another."""
    for revision, state in enumerate(states):
        with database.transaction("bo", "forslag") as record:
            record.proposals.note(order_id, cv_id, state, "", expected_revision=revision)


def test_every_step_stays_and_the_last_is_how_it_stands(known: Database) -> None:
    propose(known, "A-1", "C-1", "foreslaaet", "kontaktet")
    propose(known, "A-1", "C-2", "foreslaaet")

    with known.reading() as record:
        steps, latest = record.proposals.of_order("A-1"), record.proposals.latest("A-1", "C-1")
        mine, nobody = record.proposals.of_cv("C-1"), record.proposals.latest("A-2", "C-1")

    assert [(one.cv_id, one.revision, one.state) for one in steps] == [
        ("C-1", 1, "foreslaaet"),
        ("C-1", 2, "kontaktet"),
        ("C-2", 1, "foreslaaet"),
    ]
    assert latest == mine[-1] == latest_steps(steps)[0]
    assert nobody is None


def test_of_two_who_write_on_one_revision_the_second_is_refused(known: Database) -> None:
    propose(known, "A-1", "C-1", "foreslaaet", "kontaktet")

    with pytest.raises(RevisionConflictError, match="er nu udgave 2"), known.transaction("eva") as record:
        record.proposals.note("A-1", "C-1", "takket_nej", "", expected_revision=1)
    with pytest.raises(RevisionConflictError), known.transaction("eva") as record:
        record.case_lookups.add("C-1", CaseFacts(), expected_revision=1)


def test_of_many_who_propose_one_person_at_once_one_does(known: Database) -> None:
    start = threading.Barrier(4)

    def propose_too(_: int) -> bool:
        start.wait()
        try:
            propose(known, "A-1", "C-3", "foreslaaet")
        except RevisionConflictError:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(propose_too, range(4))) == [False, False, False, True]


@pytest.mark.parametrize(("order_id", "cv_id"), [("A-9", "C-1"), ("A-1", "C-9")])
def test_who_or_what_is_not_in_the_record_cannot_be_proposed(known: Database, order_id: str, cv_id: str) -> None:
    with pytest.raises(RecordNotFoundError), known.transaction("bo") as record:
        record.proposals.note(order_id, cv_id, "foreslaaet", "", expected_revision=0)


def test_a_reading_writes_nothing(known: Database) -> None:
    with known.reading() as record, pytest.raises(ReadOnlyError):
        record.proposals.note("A-1", "C-1", "foreslaaet", "", expected_revision=0)
    with known.reading() as record, pytest.raises(ReadOnlyError):
        record.case_lookups.add("C-1", CaseFacts(), expected_revision=0)


def test_a_step_is_audited_for_the_order_and_for_the_person(known: Database) -> None:
    propose(known, "A-1", "C-1", "foreslaaet", "kontaktet")

    with known.reading() as record:
        lines = [*record.audit_trail.of_record("job_order", "A-1"), *record.audit_trail.of_record("cv", "C-1")]
    told = [(line.actor, line.purpose, line.action, line.kind) for line in lines if line.actor == "bo"]
    assert told == [
        ("bo", "forslag", action, kind) for kind in ("job_order", "cv") for action in ("propose", "move_proposal")
    ]


def test_what_stands_open_is_counted_by_person(known: Database) -> None:
    propose(known, "A-1", "C-1", "foreslaaet", "kontaktet")
    propose(known, "A-2", "C-1", "foreslaaet")
    propose(known, "A-1", "C-2", "foreslaaet", "ansat")

    with known.reading() as record:
        assert record.proposals.counts(OPEN) == {"C-1": 2}
        assert record.proposals.counts(OPEN, ["C-2", "C-3"]) == {}
        assert record.proposals.counts(["ansat"], ["C-1", "C-2"]) == {"C-2": 1}


def test_a_case_is_told_as_it_was_last_looked_up(known: Database, clock: StepClock) -> None:
    away = CaseFacts(protected=True, employers=("99999918", "12345674"), away=True, away_until=date(2026, 12, 31))
    with known.transaction("bo") as record:
        record.case_lookups.add("C-1", CaseFacts(), expected_revision=0)
    with known.transaction("bo") as record:
        record.case_lookups.add("C-1", away, expected_revision=1)
        looked_up_at = clock.utc

    with known.reading() as record:
        latest, none = record.case_lookups.latest("C-1"), record.case_lookups.latest("C-2")
        many = record.case_lookups.of_many(["C-1", "C-2"], until=2)
        before = record.case_lookups.of_many(["C-1", "C-2"], until=1)
    assert latest is not None
    assert (latest.revision, latest.facts, latest.looked_up_by, latest.looked_up_at) == (2, away, "bo", looked_up_at)
    assert none is None
    assert many == {"C-1": LookedUp(True, "99999918 12345674", True, "2026-12-31", "2026-11-21")}
    assert before == {"C-1": LookedUp(False, "", False, None, "2026-11-21")}


def test_how_far_it_had_come_is_known_for_now_and_for_then(known: Database, clock: StepClock) -> None:
    propose(known, "A-1", "C-1", "foreslaaet")
    then = clock.utc
    propose(known, "A-1", "C-2", "foreslaaet")
    with known.transaction("bo") as record:
        record.case_lookups.add("C-1", CaseFacts(), expected_revision=0)

    with known.reading() as record:
        assert record.watermarks.now() == Watermark(2, 1)
        assert record.watermarks.at(then) == Watermark(1, 0)
        assert [step.cv_id for step in record.proposals.of_order("A-1", until=1)] == ["C-1"]


def test_who_is_erased_leaves_no_proposal_and_no_case_and_no_number_is_used_again(known: Database) -> None:
    propose(known, "A-1", "C-1", "foreslaaet")
    propose(known, "A-1", "C-2", "foreslaaet")
    with known.transaction("bo") as record:
        record.case_lookups.add("C-2", CaseFacts(), expected_revision=0)

    with known.transaction("eva", "sletning") as record:
        record.cvs.erase("C-2")
    propose(known, "A-1", "C-3", "foreslaaet")

    with known.reading() as record:
        assert [step.cv_id for step in record.proposals.of_order("A-1")] == ["C-1", "C-3"]
        assert record.case_lookups.latest("C-2") is None
        assert record.case_lookups.erased_since(None) == ["C-2"]
        seen = record.watermarks.now()
        assert replace(seen, erased_at=None) == Watermark(3, 0)
        assert record.case_lookups.erased_since(seen.erased_at) == []


def test_an_order_is_erased_with_its_proposals(known: Database) -> None:
    propose(known, "A-1", "C-1", "foreslaaet")

    with known.transaction("eva", "sletning") as record:
        record.job_orders.erase("A-1")

    with known.reading() as record:
        assert record.proposals.of_cv("C-1") == []
