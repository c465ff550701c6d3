"""Receiving orders: kept, read and routed as one, none ever ownerless."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from indexer.intake.job_order import JobOrder
from indexer.records.database import Database
from indexer.records.errors import RevisionConflictError
from indexer.records.stored import Change
from matcher.dispatch.reception import Reception
from matcher.dispatch.route_format import kept_reasons, kept_to_mapping, route_to_mapping
from matcher.dispatch.router import Router
from matcher.wording.language import Language
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OrderReading
from tests.factories import TODAY, job_order

ORDER = job_order(employer="Nordhavn Logistik A/S")


@pytest.fixture
def reception(database: Database, small_catalog: Catalog, router: Router) -> Reception:
    return Reception(database, small_catalog, router, lambda: TODAY)


def _acts(database: Database, order_id: str = "A-1") -> list[str]:
    with database.reading() as record:
        return [line.action for line in record.audit_trail.of_record("job_order", order_id)]


def test_an_order_is_kept_read_and_routed_in_one_transaction(database: Database, reception: Reception) -> None:
    received = reception.receive(ORDER, actor="KVS-1")

    assert (received.outcome.change, received.owner.department, received.duplicates) == (Change.CREATED, "JKM", ())
    with database.reading() as record:
        assert record.job_orders.require("A-1").value == ORDER
        reading, route = record.readings.latest("A-1"), record.routes.latest("A-1")
    assert reading is not None
    assert route is not None
    assert (reading.revision, route.revision, route.trade) == (1, 1, "industri_lager_transport_service")
    assert kept_to_mapping(route) == route_to_mapping(received.route)
    with database.reading() as record:
        assert len({line.at for line in record.audit_trail.of_record("job_order", "A-1")}) == 1


def _eva_corrects(reception: Reception) -> Callable[[JobOrder, OrderReading], None]:
    """What happens meanwhile: somebody else corrects the hours of the order."""

    def meanwhile(_: JobOrder, __: OrderReading) -> None:
        reception.correct_reading("A-1", {"terms": {"hours_per_week": 20}}, "", actor="eva", expected_revision=1)

    return meanwhile


def test_of_two_who_correct_at_once_neither_is_forgotten(
    database: Database, reception: Reception, small_catalog: Catalog, router: Router
) -> None:
    reception.receive(ORDER, actor="KVS-1")

    slow = Reception(database, small_catalog, router, lambda: TODAY, _eva_corrects(reception))
    found = slow.correct_reading("A-1", {"terms": {"positions": 4}}, "", actor="bo", expected_revision=1)

    assert (found.reading.terms.hours_per_week, found.reading.terms.positions) == ((20.0, 20.0), 4)


def test_what_somebody_corrects_while_the_order_comes_in_anew_holds_for_the_new_one(
    database: Database, reception: Reception, small_catalog: Catalog, router: Router
) -> None:
    reception.receive(ORDER, actor="KVS-1")

    slow = Reception(database, small_catalog, router, lambda: TODAY, _eva_corrects(reception))
    found = slow.receive(replace(ORDER, positions=3), actor="KVS-1")

    assert found.reading.terms.hours_per_week == (20.0, 20.0)
    with database.reading() as record:
        kept = record.readings.latest("A-1")
    assert kept is not None
    assert (kept.revision, kept.reading["terms"]["hours_per_week"]) == (2, 20)


def test_what_somebody_corrects_while_a_file_is_read_holds_for_the_imported_order(
    database: Database, reception: Reception
) -> None:
    reception.receive(ORDER, actor="KVS-1")
    changed = replace(ORDER, positions=3)
    keep_beside = reception.routed_beforehand([changed])
    reception.correct_reading("A-1", {"terms": {"hours_per_week": 20}}, "", actor="eva", expected_revision=1)

    with database.transaction("import") as record:
        keep_beside(record, record.job_orders.put_many([changed]))
        kept = record.readings.latest("A-1")

    assert kept is not None
    assert (kept.revision, kept.reading["terms"]["hours_per_week"]) == (2, 20)


def test_a_route_is_kept_with_its_reasons_in_every_language(database: Database, reception: Reception) -> None:
    received = reception.receive(ORDER, actor="KVS-1")

    with database.reading() as record:
        route = record.routes.latest("A-1")
    assert route is not None
    for language in Language:
        assert kept_reasons(route, language) == (language, received.route.reasons_in(language))
    earlier = replace(route, details=kept_to_mapping(route))
    assert kept_reasons(earlier, Language.ENGLISH) == (Language.DANISH, received.route.reasons)


def test_the_same_order_again_changes_nothing(database: Database, reception: Reception) -> None:
    reception.receive(ORDER, actor="KVS-1")
    before = _acts(database)

    again = reception.receive(ORDER, actor="KVS-1")

    assert again.outcome.change is Change.UNCHANGED
    assert again.outcome.stored.revision == 1
    assert _acts(database) == before


def test_a_changed_order_is_routed_anew(database: Database, reception: Reception) -> None:
    reception.receive(ORDER, actor="KVS-1")

    changed = replace(ORDER, title="Social- og sundhedshjælper", text="Du hjælper ældre.")
    received = reception.receive(changed, actor="KVS-1", expected_revision=1)

    assert (received.outcome.stored.revision, received.owner.department) == (2, "JKS")


def test_a_person_s_decision_stands_against_a_new_route(database: Database, reception: Reception) -> None:
    reception.receive(ORDER, actor="KVS-1")
    with database.transaction("KVS-1") as record:
        record.routes.decide("A-1", "sosu", "JKS", "KVS-1", "aftalt")

    received = reception.receive(replace(ORDER, positions=3), actor="KVS-1")

    assert (received.owner.department, received.owner.decided) == ("JKS", True)


def test_another_revision_than_expected_keeps_nothing(database: Database, reception: Reception) -> None:
    reception.receive(ORDER, actor="KVS-1")

    with pytest.raises(RevisionConflictError):
        reception.receive(replace(ORDER, positions=9), actor="KVS-1", expected_revision=7)

    with database.reading() as record:
        assert record.job_orders.require("A-1").value.positions == 1


def test_an_order_without_a_job_still_has_an_owner(reception: Reception) -> None:
    received = reception.receive(job_order(title="Ring til mig", text="Vi tales ved."), actor="KVS-1")

    assert (received.owner.department, received.owner.awaits_decision) == ("KVS", True)


def test_many_orders_are_kept_with_their_owners_in_one_transaction(database: Database, reception: Reception) -> None:
    reception.receive(ORDER, actor="KVS-1")
    before = _acts(database)
    carer = replace(ORDER, title="Social- og sundhedshjælper", text="Du hjælper ældre.")

    _import(database, reception, [ORDER, replace(carer, id="A-2"), replace(ORDER, id="A-3")])
    assert _acts(database) == before
    _import(database, reception, [carer])

    with database.reading() as record:
        owners = record.routes.owners
        assert {one.order_id: one.department for one in owners.get_many(["A-1", "A-2", "A-3"]).values()} == {
            "A-1": "JKS",
            "A-2": "JKS",
            "A-3": "JKM",
        }
        assert owners.ownerless() == []
        reading = record.readings.latest("A-1")
    assert reading is not None
    assert reading.revision == 2


def test_an_order_that_changes_while_many_are_routed_has_its_owner_too(
    database: Database, reception: Reception
) -> None:
    reception.receive(ORDER, actor="KVS-1")
    keep_beside = reception.routed_beforehand([ORDER])
    with database.transaction("KVS-1") as record:
        record.job_orders.erase("A-1")

    with database.transaction("import") as record:
        keep_beside(record, record.job_orders.put_many([ORDER]))

    with database.reading() as record:
        assert record.routes.owners.ownerless() == []


def _import(database: Database, reception: Reception, orders: Sequence[JobOrder]) -> None:
    keep_beside = reception.routed_beforehand(orders)
    with database.transaction("import") as record:
        keep_beside(record, record.job_orders.put_many(orders))


def test_orders_put_into_the_record_by_themselves_are_routed_once(database: Database, reception: Reception) -> None:
    with database.transaction("import") as record:
        record.job_orders.put_many([job_order(id=f"A-{number}") for number in range(5)])
    reception.receive(job_order(id="A-5"), actor="KVS-1")
    told: list[int] = []

    assert reception.route_ownerless(actor="import", progress=told.append) == 5
    assert reception.route_ownerless(actor="import") == 0

    assert told == [5]
    with database.reading() as record:
        assert record.routes.owners.ownerless() == []
        owners = record.routes.owners.get_many([f"A-{number}" for number in range(6)])
        assert [one.department for one in owners.values()] == ["JKM"] * 6


def test_an_order_that_came_in_twice_is_seen(reception: Reception) -> None:
    reception.receive(ORDER, actor="KVS-1")
    reception.receive(replace(ORDER, id="A-2", postcode="8000"), actor="KVS-1")

    again = reception.receive(replace(ORDER, id="A-3", title="lagermedarbejder til aften"), actor="KVS-1")
    other = reception.receive(replace(ORDER, id="A-4", employer="Anden A/S"), actor="KVS-1")
    nobody = reception.receive(replace(ORDER, id="A-5", employer=""), actor="KVS-1")

    assert (again.duplicates, other.duplicates, nobody.duplicates) == (("A-1",), (), ())
