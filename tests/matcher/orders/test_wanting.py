"""What people are only to want is not demanded of them."""

from __future__ import annotations

import pytest

from matcher.orders.profile import understand
from taxonomy.catalog import Catalog
from tests.factories import job_order


def demanded(catalog: Catalog, must_have: str) -> tuple[set[str], set[str]]:
    reading = understand(job_order(title="Medarbejder", text="Vi er fire.", must_have=[must_have]), catalog)
    return {one.key for one in reading.requirements}, {one.key for one in reading.waived}


@pytest.mark.parametrize("must_have", ["lyst til opsøgende telefonsalg", "vil gerne prøve telefonsalg"])
def test_what_people_are_to_want_is_waived(catalog: Catalog, must_have: str) -> None:
    requirements, waived = demanded(catalog, must_have)
    assert "telefonsalg" not in requirements
    assert "telefonsalg" in waived


@pytest.mark.parametrize(
    "must_have", ["lyst til og kendskab til telefonsalg", "kan telefonsalg", "Vi vil prøve telefonsalg"]
)
def test_what_they_are_to_know_too_stays_demanded(catalog: Catalog, must_have: str) -> None:
    assert "telefonsalg" in demanded(catalog, must_have)[0]
