"""What a person is shown of what is kept about them: all of it, and of nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from indexer.records.audit_trail import Act
from indexer.records.case_lookups import CaseFacts
from indexer.records.database import Database
from indexer.records.errors import RecordNotFoundError
from indexer.records.ranked_lists import RankedCv, RankedList
from indexer.records.stored import RecordKind
from matcher.insight import insight, insight_to_mapping
from tests.indexer.records.clock import StepClock
from tests.indexer.samples import cv, order

MINE = RankedCv("C-1", 1, 2, 41.5, True, {"ønske": 41.5}, ("Ønsker job som lagermedarbejder.",))
ANOTHER = RankedCv("C-2", 1, 1, 60.0, True, {"ønske": 60.0}, ("Har truckcertifikat B.",))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Two people in one list; the first proposed, looked up, and with a CV that was corrected."""
    record_file = Database(str(tmp_path / "record.sqlite"), clock=StepClock())
    with record_file.transaction("import") as record:
        record.job_orders.put(order(id="A-1"))
        record.cvs.put_many([cv(id="C-1", headline="Lagermand"), cv(id="C-2")])
    with record_file.transaction("bo", "vis kandidater") as record:
        record.ranked_lists.add(RankedList("A-1", 1, date(2026, 11, 21), {}, {}, (ANOTHER, MINE)))
    with record_file.transaction("bo", "foreslå til ordre") as record:
        record.proposals.note("A-1", "C-1", "foreslaaet", "Kender arbejdsgiveren.", expected_revision=0)
    with record_file.transaction("bo", "slå sag op") as record:
        record.case_lookups.add("C-1", CaseFacts(employers=("99999918",)), expected_revision=0)
    with record_file.transaction("eva", "ret CV") as record:
        record.cvs.put(cv(id="C-1", headline="Truckfører"))
    yield record_file
    record_file.close()


def test_all_that_is_kept_of_the_person_is_shown_newest_first(database: Database) -> None:
    shown = insight_to_mapping(insight(database, "C-1", actor="eva"))

    plain = json.loads(json.dumps(shown))
    assert [(one["revision"], one["content"]["headline"]) for one in plain["revisions"]] == [
        (2, "Truckfører"),
        (1, "Lagermand"),
    ]
    [place] = plain["lists"]
    assert (place["order"], place["rank"], place["parts"], place["reasons"]) == (
        "A-1",
        2,
        {"ønske": 41.5},
        ["Ønsker job som lagermedarbejder."],
    )
    [proposal] = plain["proposals"]
    assert (proposal["order"], proposal["state"], proposal["reason"]) == ("A-1", "foreslaaet", "Kender arbejdsgiveren.")
    [case] = plain["cases"]
    assert case["employers"] == ["99999918"]
    assert [(one["act"], one["purpose"]) for one in plain["acts"]] == [
        ("updated", "ret CV"),
        ("look_up_case", "slå sag op"),
        ("propose", "foreslå til ordre"),
        ("created", ""),
    ]


def test_nobody_else_is_shown_neither_who_stood_beside_nor_who_acted(database: Database) -> None:
    said = json.dumps(insight_to_mapping(insight(database, "C-1", actor="eva")), ensure_ascii=False)

    assert not [word for word in ("C-2", "Har truckcertifikat B.", '"bo"', '"eva"') if word in said]


def test_that_it_was_shown_is_noted_and_shown_the_next_time(database: Database) -> None:
    insight(database, "C-1", actor="eva")

    with database.reading() as record:
        last = record.audit_trail.of_record(RecordKind.CV, "C-1")[-1]
    assert (last.actor, last.purpose, last.action) == ("eva", "indsigt", Act.INSIGHT_GIVEN)
    assert insight(database, "C-1", actor="eva").acts[0].action == Act.INSIGHT_GIVEN


def test_of_an_erased_cv_its_places_and_the_trail_are_left(database: Database) -> None:
    with database.transaction("eva", "sletning") as record:
        record.cvs.erase("C-1")

    left = insight(database, "C-1", actor="eva")

    assert (left.revisions, left.proposals, left.cases) == ((), (), ())
    assert [(one.place.rank, one.place.parts, one.place.reasons) for one in left.places] == [(2, {}, ())]
    assert left.acts[0].action == Act.ERASED


def test_of_whom_nothing_is_kept_there_is_nothing_to_see_or_to_note(database: Database) -> None:
    for _ in range(2):
        with pytest.raises(RecordNotFoundError, match="C-9"):
            insight(database, "C-9", actor="eva")
