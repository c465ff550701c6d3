"""Records to search documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest

from indexer.documents.fields import cv_document, cv_schema, hours_word, job_order_document, job_order_schema
from indexer.documents.hidden_contacts import HIDDEN
from indexer.engines.contract import SearchDocument
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored
from taxonomy.language import analyse
from tests.factories import cv, job_order

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
VECTOR = np.array([1, 0], np.float32)


def _cv(one: Cv) -> SearchDocument:
    stored = Stored(one, 3, AT, AT, 17)
    return cv_document(
        stored,
        occupations=["b", "a", "b"],
        held=["B", "B"],
        tasks=["t", "s", "t"],
        kinds=["fritidsjob"],
        language="da",
        vector=VECTOR,
    )


def _order(order: JobOrder) -> SearchDocument:
    stored = Stored(order, 3, AT, AT, 17)
    return job_order_document(stored, trade="sosu", occupations=["b", "a"], shifts=("nat",), vector=VECTOR)


def test_a_cv_is_found_by_its_words_field_by_field() -> None:
    document = _cv(
        cv(
            headline="Truckfører",
            skills=["håndscanner"],
            education=["tømrer"],
            licences=["kørekort B"],
            experience=[{"title": "buschauffør"}],
        )
    )

    assert (document.id, document.sequence) == ("C-1", 17)
    assert set(analyse("truckfører")) <= set(document.tokens["wishes"])
    assert set(analyse("buschauffør")) <= set(document.tokens["history"])
    assert set(analyse("håndscanner tømrer kørekort")) <= set(document.tokens["skills"])
    assert document.keywords["occupation"] == ("a", "b")
    assert document.keywords["held"] == ("B",)
    assert document.keywords["status"] == ("godkendt",)
    assert document.keywords["task"] == ("s", "t")
    assert document.keywords["kind"] == ("fritidsjob",)


def test_a_silent_cv_has_no_hours_date_or_status_to_be_found_by() -> None:
    document = _cv(cv(cv_approved=False))

    assert document.keywords["hours"] == ()
    assert document.keywords["status"] == ("ikke_godkendt",)
    assert "availability" not in document.numbers
    assert _cv(cv(availability="2026-12-01")).numbers["availability"] == date(2026, 12, 1).toordinal()


def test_no_name_age_or_insurance_is_in_the_index_of_cvs() -> None:
    document = _cv(cv(age_group="50-59", insured=True))

    assert set(document.keywords) == {"occupation", "held", "status", "hours", "language", "task", "kind"}
    assert "50-59" not in str(document)


def test_an_order_is_found_by_trade_place_kind_and_hours() -> None:
    known = {"deadline": "2026-12-18", "positions": 4, "received_at": "2026-11-21T09:12:00+01:00"}
    document = _order(job_order(**known, hours_per_week=20))

    assert document.keywords["trade"] == ("sosu",)
    assert document.keywords["order_type"] == ("ordinaer",)
    assert document.keywords["hours"] == ("deltid",)
    assert document.keywords["municipality"]
    assert document.position is not None
    assert document.position[0] == pytest.approx(55.7, abs=0.1)
    assert document.numbers["deadline"] == date(2026, 12, 18).toordinal()
    assert document.numbers["published"] == datetime(2026, 11, 21, 8, 12, tzinfo=UTC).timestamp()
    assert document.numbers["positions"] == 4


def test_an_order_without_a_time_counts_from_when_it_was_kept() -> None:
    document = _order(job_order())

    assert document.numbers["published"] == AT.timestamp()
    assert "deadline" not in document.numbers
    assert document.keywords["hours"] == ()


def test_a_title_that_told_whom_to_reach_is_not_suggested_and_the_sign_for_it_is_no_word() -> None:
    assert _order(job_order(title="Lager 2026-2027")).keywords["title"] == ("Lager 2026-2027",)
    telling = _order(job_order(title=f"Lager, ring {HIDDEN}"))
    assert telling.keywords["title"] == ()
    assert telling.tokens["title"] == analyse("Lager, ring")


def test_an_unrouted_order_has_no_trade() -> None:
    stored = Stored(job_order(), 1, AT, AT, 1)

    document = job_order_document(stored, trade=None, occupations=(), shifts=(), vector=VECTOR)

    assert document.keywords["trade"] == ()


def test_a_place_that_is_unknown_is_nowhere() -> None:
    document = _order(replace(job_order(), postcode="0000"))

    assert (document.position, document.keywords["municipality"]) == (None, ())


def test_documents_fill_just_the_fields_of_their_schema() -> None:
    for document, schema in ((_cv(cv()), cv_schema(2)), (_order(job_order()), job_order_schema(2))):
        assert set(document.tokens) == set(schema.token_fields)
        assert set(document.keywords) == set(schema.keyword_fields)
        assert set(document.numbers) <= set(schema.number_fields)


@pytest.mark.parametrize(("hours", "word"), [(37, "fuldtid"), (32, "fuldtid"), (31.9, "deltid"), (8, "deltid")])
def test_part_time_is_under_32_hours(hours: float, word: str) -> None:
    assert hours_word(hours) == word
