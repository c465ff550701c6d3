"""Employers, readings, routes, lists, generations and features."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from indexer.records.database import Database
from indexer.records.errors import RecordNotFoundError
from indexer.records.index_generations import CurrentGenerationError, GenerationState
from indexer.records.ranked_lists import GivenPlace, RankedCv, RankedList
from indexer.records.routes import KeptRoute
from indexer.records.stored import RecordKind
from tests.indexer.records.clock import StepClock
from tests.indexer.samples import order


def a_route(**changes: object) -> KeptRoute:
    """A sure route of the sample order to the warehouse trade, with some fields changed."""
    sure: dict[str, object] = {
        "order_id": "A-1001",
        "revision": 1,
        "trade": "industri_lager_transport_service",
        "department": "JKM",
        "confidence": 0.97,
        "needs_decision": False,
        "details": {"reasons": ["Lagermedarbejder"]},
    }
    return KeptRoute(**{**sure, **changes})  # type: ignore[arg-type]


def test_companies_are_known_by_their_number_and_else_by_their_name(database: Database) -> None:
    with database.transaction("eva") as record:
        record.job_orders.put(order(id="A-1", employer="Havn A/S"))
        record.job_orders.put(order(id="A-2", employer="Havn Logistik A/S"))
        record.job_orders.put(order(id="A-3", cvr="", employer="  Café  Sol "))
        record.job_orders.put(order(id="A-4", cvr="", employer="CAFÉ SOL"))
        record.job_orders.put(order(id="A-5", cvr="", employer=""))

    with database.reading() as record:
        assert [(e.key, e.name) for word in ("havn", "café") for e in record.employers.find(word, 9)] == [
            ("cvr:99999918", "Havn Logistik A/S"),
            ("navn:café sol", "CAFÉ SOL"),
        ]
        assert [s.value.id for s in record.job_orders.of_same_employer(order(cvr="", employer="café sol"))] == [
            "A-3",
            "A-4",
        ]


def test_an_erased_order_takes_the_company_with_it_that_only_it_named(database: Database) -> None:
    with database.transaction("eva") as record:
        record.job_orders.put(order(id="A-1", cvr="", employer="Tømrer Jens Hansen"))
        record.job_orders.put(order(id="A-2", cvr="", employer="Café Sol"))
        record.job_orders.put(order(id="A-3", cvr="", employer="Café Sol"))
    with database.transaction("eva") as record:
        record.job_orders.erase("A-1")
        record.job_orders.erase("A-2")

    with database.reading() as record:
        assert [one.name for word in ("jens", "café") for one in record.employers.find(word, 9)] == ["Café Sol"]


def test_the_reading_that_was_made_last_is_the_one_that_counts(database: Database) -> None:
    with database.transaction("intake") as record:
        record.job_orders.put(order())
        record.readings.put("A-1001", 1, "2026.1", {"occupations": ["lager"]})
    with database.transaction("intake") as record:
        record.readings.put("A-1001", 1, "2026.2", {"occupations": ["lager", "truck"]})

    with database.reading() as record:
        latest = record.readings.latest("A-1001")
    assert latest is not None
    assert latest.reading == {"occupations": ["lager", "truck"]}


def test_a_correction_of_a_reading_is_kept_and_tells_the_index(database: Database) -> None:
    with database.transaction("intake") as record:
        record.job_orders.put(order())
    for number in (1, 2):
        with database.transaction("eva") as record:
            record.readings.correct("A-1001", 1, {"number": number}, by="eva", reason="hørt forkert")

    with database.reading() as record:
        assert [c.correction for c in record.readings.corrections("A-1001")] == [{"number": 2}, {"number": 1}]
        assert record.job_orders.require("A-1001").sequence == record.index_queue.highest() == 3
        assert record.job_orders.require("A-1001").revision == 1


def test_a_route_gives_the_order_its_owner(database: Database, clock: StepClock) -> None:
    with database.transaction("intake") as record:
        record.job_orders.put(order())
        assert record.routes.owners.ownerless() == ["A-1001"]
        record.routes.put(a_route(needs_decision=True, confidence=0.4))

    with database.reading() as record:
        owner = record.routes.owners.get("A-1001")
        assert record.routes.owners.awaiting_decision() == [owner]
        assert record.routes.owners.count_awaiting() == 1
        assert record.routes.owners.ownerless() == []
        assert record.routes.latest("A-1001") == a_route(needs_decision=True, confidence=0.4)
        assert record.index_queue.highest() == 1


def test_a_decision_stands_against_later_routes_and_earlier_decisions_remain(database: Database) -> None:
    with database.transaction("intake") as record:
        record.job_orders.put(order())
        record.routes.put(a_route(needs_decision=True))
    with database.transaction("kvs") as record:
        record.routes.decide("A-1001", "sosu", "JKS", by="kvs-1", reason="plejehjem")
    with database.transaction("kvs") as record:
        record.routes.decide("A-1001", "butik_handel_kontor", "JKN", by="kvs-2", reason="butik på plejehjem")
    with database.transaction("intake") as record:
        owner = record.routes.put(a_route(revision=2))

    assert (owner.department, owner.decided, owner.awaits_decision) == ("JKN", True, False)
    with database.reading() as record:
        assert [d.department for d in record.routes.decisions("A-1001")] == ["JKN", "JKS"]
        assert record.routes.owners.awaiting_decision() == []
        assert record.routes.owners.count_awaiting() == 0
        assert record.index_queue.highest() == 3
        assert record.job_orders.require("A-1001").sequence == 3


def test_an_order_that_is_not_there_cannot_be_decided_on(database: Database) -> None:
    with pytest.raises(RecordNotFoundError), database.transaction("kvs") as record:
        record.routes.decide("A-9", None, "KVS", by="kvs-1", reason="")


def test_an_erased_order_takes_its_readings_and_routes_with_it(database: Database) -> None:
    with database.transaction("intake") as record:
        record.job_orders.put(order())
        record.readings.put("A-1001", 1, "2026.1", {})
        record.routes.put(a_route())
        record.routes.decide("A-1001", "sosu", "JKS", by="kvs-1", reason="plejehjem")
        record.job_orders.erase("A-1001")

    with database.reading() as record:
        assert record.routes.latest("A-1001") is None
        assert record.routes.decisions("A-1001") == []
        assert record.readings.latest("A-1001") is None


def test_lists_of_an_erased_order_keep_the_places_and_none_of_its_words(database: Database) -> None:
    place = RankedCv("C-1", 3, 1, 12.5, True, {"krav: truck": 0.1}, ("Ordren nævner „Zebulons lager“.",), ("sprog",))
    with database.transaction("eva") as record:
        record.job_orders.put_many([order(), order(id="A-2")])
        mine, other = (
            record.ranked_lists.add(RankedList(order_id, 1, date(2026, 11, 21), {}, {}, (place,)))
            for order_id in ("A-1001", "A-2")
        )
        record.job_orders.erase("A-1001")

    with database.reading() as record:
        lists = [record.ranked_lists.get(number) for number in (mine, other)]
    assert [kept.list.candidates for kept in lists if kept] == [
        (RankedCv("C-1", 3, 1, 12.5, True, {}, (), ()),),
        (place,),
    ]


@pytest.mark.parametrize("gone", ["A-1001", 'Æ"10_1'])
def test_answers_that_name_what_was_erased_are_forgotten_with_it(database: Database, gone: str) -> None:
    answers = {"theirs": {"id": gone, "read": "Afløser for Zebulon"}, "another's": {"id": f"{gone}2"}}
    with database.transaction("api") as record:
        record.job_orders.put(order(id=gone))
        for key, answer in answers.items():
            record.answered_requests.add(key, "request", json.dumps(answer, ensure_ascii=False))
        record.job_orders.erase(gone)

    with database.reading() as record:
        found = [key for key in answers if record.answered_requests.find(key, "request")]
    assert found == ["another's"]


def test_a_ranked_list_is_given_back_as_it_was_given_out(database: Database) -> None:
    first = RankedCv("C-1", 3, 1, 0.1 + 0.2, True, {"wish": 0.1, "link": 0.2}, ("Ønsker jobbet.",))
    last = RankedCv("C-2", 1, 2, 0.0, False, {}, (), ("Mangler kørekort B.",))
    given = RankedList("A-1001", 2, date(2026, 11, 21), {"taxonomy": "2026.1"}, {"top": 50}, (first, last))

    with database.transaction("eva", "vis kandidater") as record:
        number = record.ranked_lists.add(given)

    with database.reading() as record:
        kept, nothing = record.ranked_lists.get(number), record.ranked_lists.get(number + 1)
    assert nothing is None
    assert kept is not None
    assert (kept.list, kept.created_by) == (given, "eva")


def test_the_same_list_given_again_is_no_other_list_and_is_audited(database: Database) -> None:
    given = RankedList("A-1001", 2, date(2026, 11, 21), {}, {"top": 5}, (RankedCv("C-1", 3, 1, 2.5, True, {}, ()),))
    numbers = []
    for actor, one in (("eva", given), ("eva", given), ("bo", given), ("bo", replace(given, order_revision=3))):
        with database.transaction(actor) as record:
            numbers.append(record.ranked_lists.add(one))
    with database.transaction("bo") as record:
        numbers.append(record.ranked_lists.add(given))

    with database.reading() as record:
        seen = [line.actor for line in record.audit_trail.of_record(RecordKind.JOB_ORDER, "A-1001")]
    assert numbers == [1, 1, 2, 3, 4]
    assert sorted(seen) == ["bo", "bo", "bo", "eva", "eva"]


def test_lists_are_found_by_their_order_and_day_and_by_whom_they_hold(database: Database) -> None:
    places = RankedCv("C-1", 3, 1, 2.5, True, {"wish": 2.5}, ()), RankedCv("C-2", 1, 2, 0.0, False, {}, (), ("Nej.",))
    day = date(2026, 11, 21)
    given = RankedList("A-1001", 2, day, {}, {}, places)
    with database.transaction("eva") as record:
        first, later = record.ranked_lists.add(given), record.ranked_lists.add(replace(given, candidates=places[:1]))

    with database.reading() as record:
        lists = record.ranked_lists
        at = lists.places_of_cv("C-2")[0].given_at
        assert lists.places_of_cv("C-2") == [GivenPlace(first, "A-1001", at, places[1])]
        assert [one.list_number for one in lists.places_of_cv("C-1")] == [later, first]
        assert lists.numbers_of_order("A-1001") == lists.numbers_of_order("A-1001", day, at) == [later, first]
        assert lists.numbers_of_order("A-1001", day - timedelta(days=1)) == []
        assert lists.numbers_of_order("A-1001", until=at - timedelta(seconds=1)) == []


def test_one_generation_is_current_and_the_one_before_is_retired(database: Database) -> None:
    with database.transaction("rebuild") as record:
        record.index_generations.create("g1", {"model": "e5"})
        record.index_generations.make_current("g1")
        record.index_generations.create("g2", {"model": "e5", "taxonomy": 2})
    with database.transaction("rebuild") as record:
        record.index_generations.make_current("g2")

    with database.reading() as record:
        states = {generation.name: generation.state for generation in record.index_generations.all()}
        current = record.index_generations.current()
    assert states == {"g1": GenerationState.RETIRED, "g2": GenerationState.CURRENT}
    assert current is not None
    assert current.fingerprint == {"model": "e5", "taxonomy": 2}


def test_a_generation_in_use_is_not_dropped_and_a_retired_one_takes_its_features_along(database: Database) -> None:
    with database.transaction("rebuild") as record:
        for name in ("g1", "g2"):
            record.index_generations.create(name, {})
            record.index_generations.make_current(name)
            record.cv_features.put_many(name, [("C-1", 1, b"one"), ("C-2", 2, b"two")])
        record.index_generations.drop("g1")

    with database.reading() as record:
        assert [generation.name for generation in record.index_generations.all()] == ["g2"]
        assert (len(record.cv_features.sequences("g1")), len(record.cv_features.sequences("g2"))) == (0, 2)
    with pytest.raises(CurrentGenerationError), database.transaction("rebuild") as record:
        record.index_generations.drop("g2")


def test_features_of_an_older_change_do_not_replace_newer_ones(database: Database) -> None:
    with database.transaction("synchronise") as record:
        record.index_generations.create("g1", {})
        record.cv_features.put_many("g1", [("C-1", 5, b"five"), ("C-2", 5, b"five"), ("C-3", 5, b"five")])
        record.cv_features.put_many("g1", [("C-1", 4, b"four"), ("C-2", 6, b"six")])
        record.cv_features.delete_many("g1", ["C-3", "C-9"])

    with database.reading() as record:
        kept = record.cv_features.get_many("g1", ["C-1", "C-2", "C-3"])
        assert {cv_id: features.blob for cv_id, features in kept.items()} == {"C-1": b"five", "C-2": b"six"}
        assert record.cv_features.sequences("g1") == {"C-1": 5, "C-2": 6}


def test_features_without_their_generation_are_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.transaction("synchronise") as record:
        record.cv_features.put_many("g9", [("C-1", 1, b"x")])


def test_the_queue_forgets_what_it_is_told_to_but_not_how_far_it_came(database: Database) -> None:
    with database.transaction("import") as record:
        record.job_orders.put_many([order(id=f"A-{number}") for number in range(1, 6)])
        record.index_queue.forget([1, 2, 3])

    with database.reading() as record:
        assert [entry.sequence for entry in record.index_queue.after(0)] == [4, 5]
        assert record.index_queue.lowest() == 4
        assert record.index_queue.highest() == 5
        assert [entry.id for entry in record.index_queue.after(4, limit=9)] == ["A-5"]


def test_an_answer_is_remembered_with_the_words_it_answered(database: Database) -> None:
    with database.transaction("api") as record:
        record.answered_requests.add("key-1", "request", "answer")

    with database.reading() as record:
        same, other = (record.answered_requests.find("key-1", words) for words in ("request", "another"))
        assert record.answered_requests.find("key-2", "request") is None
    assert same is not None
    assert other is not None
    assert (same.answer, same.same_request, other.same_request) == ("answer", True, False)
    with database.transaction("api") as record:
        assert record.answered_requests.prune(before=datetime(2026, 1, 1, tzinfo=UTC)) == 0
