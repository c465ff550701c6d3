"""Orders that may have come in twice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from indexer.records.stored import Stored
from matcher.dispatch.duplicates import possible_duplicates
from taxonomy.catalog import Catalog
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
    ids=[
        "the same",
        "a longer title",
        "another title",
        "another place",
        "a month ago",
        "the order itself",
    ],
)
def test_a_like_order_of_the_same_days_and_place_may_be_a_duplicate(
    changes: dict[str, object], found: bool, catalog: Catalog
) -> None:
    earlier = Stored(job_order(**{**EARLIER, **changes}), 1, NOW, NOW, 1)
    order = job_order(title="Chauffør C/E", employer="Vogn A/S", received_at="2026-11-23T09:00:00+01:00")

    assert (possible_duplicates(order, [earlier], NOW, catalog) == [earlier.value.id]) is found


@pytest.mark.parametrize(
    ("title", "other", "found"),
    [
        ("2 lagerfolk aften m. truck", "Lagermedarbejdere", True),
        ("Kassedame lørdage", "Kasseassistent", True),
        ("Lagermedarbejder", "Lagermedarbejder og chauffør", True),
        ("2 lagerfolk", "Chauffør og lagermand", False),
        ("Nogen til det hele", "Hjælp", False),
    ],
)
def test_the_same_job_by_other_words_may_be_a_duplicate(title: str, other: str, found: bool, catalog: Catalog) -> None:
    orders = [job_order(**{**EARLIER, "id": one, "title": said}) for one, said in (("A-0", title), ("A-1", other))]
    earlier = Stored(orders[0], 1, NOW, NOW, 1)
    assert bool(possible_duplicates(orders[1], [earlier], NOW, catalog)) is found
