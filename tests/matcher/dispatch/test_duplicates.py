"""Orders that may have come in twice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from indexer.records.stored import Stored
from matcher.dispatch.duplicates import possible_duplicates
from tests.factories import job_order

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
EARLIER = {"id": "A-0", "title": "Chauffør C/E", "employer": "Vogn A/S", "received_at": "2026-11-20T09:00:00+01:00"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, True),
        ({"title": "chauffør c/e til nat"}, True),
        ({"title": "Kontorassistent"}, False),
        ({"postcode": "8000"}, False),
        ({"received_at": "2026-10-20T09:00:00+02:00"}, False),
        ({"id": "A-1"}, False),
    ],
    ids=["the same", "a longer title", "another title", "another place", "a month ago", "the order itself"],
)
def test_a_like_order_of_the_same_days_and_place_may_be_a_duplicate(changes: dict[str, object], found: bool) -> None:
    earlier = Stored(job_order(**{**EARLIER, **changes}), 1, NOW, NOW, 1)
    order = job_order(title="Chauffør C/E", employer="Vogn A/S", received_at="2026-11-23T09:00:00+01:00")

    assert (possible_duplicates(order, [earlier], NOW) == [earlier.value.id]) is found
