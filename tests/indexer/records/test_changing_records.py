"""Records with revisions: what a write does, and what stays beside it."""

from __future__ import annotations

from datetime import UTC

import pytest

from indexer.records.database import Database
from indexer.records.errors import ReadOnlyError, RecordNotFoundError, RevisionConflictError
from indexer.records.index_queue import QueueAction
from indexer.records.stored import Change, RecordKind
from tests.indexer.records.clock import StepClock
from tests.indexer.records.whole_record import whole_trail
from tests.indexer.samples import cv, order


def test_a_new_record_is_created_at_revision_one(database: Database, clock: StepClock) -> None:
    with database.transaction("eva", "opkald") as record:
        put = record.job_orders.put(order())

    assert put.change is Change.CREATED
    with database.reading() as record:
        stored = record.job_orders.get("A-1001")
    assert stored == put.stored
    assert stored is not None
    assert stored.value == order()
    assert stored.created_at.tzinfo is UTC
    assert (stored.revision, stored.sequence) == (1, 1)


def test_new_content_is_a_new_revision_and_the_old_one_stays(database: Database) -> None:
    with database.transaction("eva") as record:
        first = record.cvs.put(cv()).stored
    with database.transaction("eva") as record:
        second = record.cvs.put(cv(headline="Truckfører"))
    with database.transaction("eva") as record:
        third = record.cvs.put(cv(headline="Lagerchef")).stored

    assert second.change is Change.UPDATED
    with database.reading() as record:
        assert record.cvs.at_revision("C-2001", 1) == first
        assert record.cvs.at_revision("C-2001", 2) == second.stored
        assert record.cvs.at_revision("C-2001", 3) == third
        assert record.cvs.at_revision("C-2001", 4) is None
        assert [stored.revision for stored in record.cvs.revisions("C-2001")] == [3, 2, 1]
    assert third.created_at == first.created_at < second.stored.changed_at < third.changed_at


def test_the_same_content_changes_nothing_at_all(database: Database) -> None:
    with database.transaction("eva") as record:
        first = record.cvs.put(cv(skills=["pluk"], languages={"dansk": "B1", "engelsk": "A1"})).stored
    with database.transaction("eva") as record:
        again = record.cvs.put(cv(skills=["pluk"], languages={"engelsk": "A1", "dansk": "B1"}))

    assert again.change is Change.UNCHANGED
    assert again.stored == first
    with database.reading() as record:
        assert record.index_queue.highest() == 1
        assert len(record.audit_trail.of_record(RecordKind.CV, "C-2001")) == 1


def test_each_write_has_its_audit_line_and_its_place_in_the_queue(database: Database, clock: StepClock) -> None:
    with database.transaction("eva", "opkald") as record:
        record.job_orders.put(order())
        record.cvs.put(cv())
    with database.transaction("import") as record:
        record.cvs.put(cv(headline="Truckfører"))

    with database.reading() as record:
        queue = [(e.sequence, e.kind, e.id, e.revision, e.action) for e in record.index_queue.after(0)]
        audit = [(a.actor, a.purpose, a.action, a.kind, a.id, a.revision) for a in whole_trail(database)]
    assert queue == [
        (1, RecordKind.JOB_ORDER, "A-1001", 1, QueueAction.PUT),
        (2, RecordKind.CV, "C-2001", 1, QueueAction.PUT),
        (3, RecordKind.CV, "C-2001", 2, QueueAction.PUT),
    ]
    assert audit == [
        ("eva", "opkald", "created", "job_order", "A-1001", 1),
        ("eva", "opkald", "created", "cv", "C-2001", 1),
        ("import", "", "updated", "cv", "C-2001", 2),
    ]


def test_many_are_written_as_one_each_with_its_own_outcome(database: Database) -> None:
    with database.transaction("import") as record:
        record.cvs.put_many([cv(id="C-1"), cv(id="C-2")])
    changed = [cv(id="C-3"), cv(id="C-2", headline="Ny"), cv(id="C-1")]
    with database.reading() as record:
        foreseen = record.cvs.preview(changed)
    with database.transaction("import") as record:
        outcomes = record.cvs.put_many(changed)

    assert [o.change for o in outcomes] == [Change.CREATED, Change.UPDATED, Change.UNCHANGED] == foreseen
    assert [(o.stored.value.id, o.stored.sequence) for o in outcomes] == [("C-3", 3), ("C-2", 4), ("C-1", 1)]
    with database.reading() as record:
        assert record.cvs.sequences() == {"C-1": 1, "C-2": 4, "C-3": 3}
        assert record.cvs.get_many(["C-2", "C-9", "C-1"]) == {o.stored.value.id: o.stored for o in outcomes[1:]}


def test_more_than_one_batch_is_written_and_read_page_by_page(database: Database) -> None:
    many = [cv(id=f"C-{number:05}") for number in range(2500)]
    with database.transaction("import") as record:
        record.cvs.put_many(many)

    with database.reading() as record:
        assert [stored.value for stored in record.cvs.each(page=999)] == many
        assert record.cvs.count() == 2500 == record.index_queue.highest()
        assert list(record.cvs.get_many([c.id for c in many])) == [c.id for c in many]


def test_an_id_twice_in_one_write_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="twice"), database.transaction("import") as record:
        record.cvs.put_many([cv(), cv(headline="Ny")])


def test_a_change_made_from_an_old_revision_is_refused_and_overwrites_nothing(database: Database) -> None:
    with database.transaction("eva") as record:
        record.job_orders.put(order())
        record.job_orders.put(order(positions=3), expected_revision=1)

    with pytest.raises(RevisionConflictError) as refusal, database.transaction("bo") as record:
        record.job_orders.put(order(positions=4), expected_revision=1)

    assert (refusal.value.record_id, refusal.value.expected, refusal.value.found) == ("A-1001", 1, 2)
    assert str(refusal.value) == "A-1001 er nu udgave 2, ikke udgave 1. Hent den igen, og ret så."
    with database.reading() as record:
        assert record.job_orders.require("A-1001").value.positions == 3


def test_expecting_no_revision_refuses_a_record_that_is_there(database: Database) -> None:
    with database.transaction("eva") as record:
        assert record.cvs.put(cv(), expected_revision=0).change is Change.CREATED
    with pytest.raises(RevisionConflictError), database.transaction("eva") as record:
        record.cvs.put(cv(), expected_revision=0)
    with pytest.raises(RevisionConflictError, match="findes ikke"), database.transaction("eva") as record:
        record.cvs.put(cv(id="C-9"), expected_revision=1)


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def fail_half_way() -> None:
        with database.transaction("eva") as record:
            record.job_orders.put(order())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail_half_way()

    with database.reading() as record:
        assert record.job_orders.count() == record.index_queue.highest() == 0
        assert record.employers.find(order().employer, 9) == []
        assert whole_trail(database) == []


def test_a_reading_writes_nothing(database: Database) -> None:
    with database.reading() as record, pytest.raises(ReadOnlyError):
        record.cvs.put(cv())


def test_a_reading_sees_one_moment(database: Database) -> None:
    with database.reading() as record:
        assert record.cvs.count() == 0
        with database.transaction("eva") as other:
            other.cvs.put(cv())
        assert record.cvs.count() == 0
    with database.reading() as record:
        assert record.cvs.count() == 1


def test_an_erased_cv_leaves_no_content_and_no_revision_number_to_be_used_again(database: Database) -> None:
    with database.transaction("eva") as record:
        record.cvs.put(cv())
        record.cvs.put(cv(headline="Truckfører"))
        record.index_generations.create("g1", {})
        record.cv_features.put_many("g1", [("C-2001", 2, b"x")])
    with database.transaction("eva", "borgeren bad om det") as record:
        record.cvs.erase("C-2001")

    with database.reading() as record:
        assert record.cvs.revisions("C-2001") == []
        assert record.cvs.at_revision("C-2001", 1) is None
        assert record.cv_features.sequences("g1") == {}
        last = record.index_queue.after(2)[0]
        assert (last.action, last.revision) == (QueueAction.DELETE, 2)
        assert record.audit_trail.of_record(RecordKind.CV, "C-2001")[-1].action == "erase"
    with database.transaction("eva") as record:
        assert record.cvs.put(cv()).stored.revision == 3
    with pytest.raises(RecordNotFoundError), database.transaction("eva") as record:
        record.cvs.erase("C-9")


def test_an_actor_is_demanded(database: Database) -> None:
    with pytest.raises(ValueError, match="actor"), database.transaction(" "):
        pass
