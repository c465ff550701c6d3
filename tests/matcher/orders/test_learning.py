"""An order that trains demands nothing of what the training gives, and keeps out who has had it."""

from __future__ import annotations

import pytest

from matcher.orders.profile import understand
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OrderReading
from tests.factories import job_order


def read(catalog: Catalog, kind: str, title: str, *must_have: str) -> OrderReading:
    order = job_order(order_type=kind, title=title, text="Vi er fire.", must_have=list(must_have))
    return understand(order, catalog)


def demanded(reading: OrderReading, *, excluded: bool) -> set[tuple[str, str]]:
    return {(one.kind.value, one.key) for one in reading.requirements if one.excluded is excluded}


@pytest.mark.parametrize("kind", ["laereplads", "voksenlaerling"])
def test_the_education_that_a_training_leads_to_is_not_demanded_but_keeps_out(catalog: Catalog, kind: str) -> None:
    reading = read(catalog, kind, "Ernæringsassistent", "uddannet ernæringsassistent", "kørekort B")
    assert demanded(reading, excluded=False) == {("driving_licence", "B")}
    assert demanded(reading, excluded=True) == {("education", "ernæringsassistent")}
    assert ("education", "ernæringsassistent") in {(one.kind.value, one.key) for one in reading.waived}


def test_what_the_law_makes_of_an_occupation_is_what_its_training_gives(catalog: Catalog) -> None:
    reading = read(catalog, "voksenlaerling", "Lastbilchauffør", "kørekort C/E", "kørekort B")
    assert demanded(reading, excluded=False) == {("driving_licence", "B")}
    assert demanded(reading, excluded=True) == {("certificate", "chaufføruddannelsesbevis")}


def test_an_ordinary_order_demands_what_it_says(catalog: Catalog) -> None:
    reading = read(catalog, "ordinaer", "Ernæringsassistent", "uddannet ernæringsassistent")
    assert demanded(reading, excluded=False) == {("education", "ernæringsassistent")}
    assert demanded(reading, excluded=True) == set()


def test_a_training_order_that_names_no_occupation_is_read_as_it_stands(catalog: Catalog) -> None:
    reading = read(catalog, "laereplads", "Noget godt", "kørekort B")
    assert demanded(reading, excluded=False) == {("driving_licence", "B")}
    assert demanded(reading, excluded=True) == set()


@pytest.mark.parametrize(
    "must_have", ["vil være kok eller ernæringsassistent", "vil have uddannelsen som ernæringsassistent"]
)
def test_what_a_learner_wants_to_become_is_no_demand_and_keeps_out_who_is_it(catalog: Catalog, must_have: str) -> None:
    reading = read(catalog, "laereplads", "Kokkeelev", must_have)
    assert demanded(reading, excluded=False) == set()
    assert ("education", "ernæringsassistent") in demanded(reading, excluded=True)


def test_a_foundation_course_that_a_learner_is_to_take_keeps_nobody_out(catalog: Catalog) -> None:
    assert ("education", "grundforløb 2") not in demanded(
        read(catalog, "laereplads", "Kokkeelev", "vil tage grundforløb 2"), excluded=True
    )
