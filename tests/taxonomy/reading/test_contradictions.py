"""What an order says twice and differently is told."""

import pytest

from taxonomy.reading import OrderFields, read_order
from taxonomy.reading.findings import Contradiction, TextField
from tests.taxonomy.reading.small_catalog import CATALOG


def told(text: str, must_have: tuple[str, ...] = (), given: OrderFields | None = None) -> tuple[Contradiction, ...]:
    items = (TextField("must_have", item, index) for index, item in enumerate(must_have))
    return read_order([TextField("text", text), *items], CATALOG, given or OrderFields()).contradictions


def test_a_demand_that_is_waived_elsewhere_is_told_with_both_quotes() -> None:
    (found,) = told("Intet krav om truckcertifikat.", ("truckcertifikat B",))
    assert found.what == "waived"
    assert [quote.text for quote in found.quotes] == ["truckcertifikat B", "truckcertifikat"]
    assert found.sentence == "Ordren kræver truckcertifikat B, men siger også, at truckcertifikat ikke er nødvendigt."


def test_truck_as_a_demand_contradicts_no_truck_needed() -> None:
    assert [found.what for found in told("Intet krav om truck.", ("truck",))] == ["waived"]


def test_an_education_that_is_demanded_and_unwanted_is_told() -> None:
    assert [found.what for found in told("Ikke uddannet pædagog.", ("uddannet pædagog",))] == ["excluded"]


def test_ages_that_leave_nobody_are_told() -> None:
    assert [found.what for found in told("Du er fyldt 18 år.", ("unge under 18 år",))] == ["age"]


def test_two_levels_of_one_language_are_told() -> None:
    assert [found.what for found in told("Dansk på A2.", ("dansk på C1",))] == ["level"]


FIELDS = [
    ("30-37 timer om ugen", OrderFields(hours_per_week=20), "Teksten siger 30-37 timer om ugen, feltet siger 20."),
    ("Nattevagt 23-07", OrderFields(shift="dag"), "Teksten siger nat, feltet siger dag."),
    ("Søger 3 tømrere", OrderFields(positions=2), "Teksten siger 3 stillinger, feltet siger 2."),
    (
        "Start 1. marts 2027",
        OrderFields(start="2027-02-01"),
        "Teksten siger start 2027-03-01, feltet siger 2027-02-01.",
    ),
    (
        "Fritidsjob efter skole i en bagerbutik",
        OrderFields(order_type="ordinaer"),
        "Teksten siger fritidsjob, feltet siger ordinært job.",
    ),
    (
        "Bageri. Stillingen er et fleksjob.",
        OrderFields(order_type="ordinaer"),
        "Teksten siger fleksjob, feltet siger ordinært job.",
    ),
]


@pytest.mark.parametrize(("text", "given", "sentence"), FIELDS)
def test_a_text_that_says_otherwise_than_the_fields_is_told(text: str, given: OrderFields, sentence: str) -> None:
    assert [found.sentence for found in told(text, given=given)] == [sentence]


AGREEING = [
    ("30-37 timer om ugen", OrderFields(hours_per_week=32)),
    ("37 t/u", OrderFields(hours_per_week=37)),
    ("Dag- og aftenvagter", OrderFields(shift="aften")),
    ("Aftenvagter", OrderFields(shift="skiftende")),
    ("Start hurtigst muligt", OrderFields(start="2027-02-01")),
    ("Kørekort B er et krav, ADR er ikke nødvendigt.", OrderFields()),
    ("Erfaring er ikke nødvendig.", OrderFields(positions=2)),
    ("Fritidsjob efter skole", OrderFields(order_type="fritidsjob")),
    ("Vi er tre svende. Har du haft et fritidsjob, er det fint.", OrderFields(order_type="ordinaer")),
    ("Læreplads som kok", OrderFields(order_type="voksenlaerling")),
    ("Det er ikke et fleksjob.", OrderFields(order_type="ordinaer")),
]


@pytest.mark.parametrize(
    "text",
    [
        "uddannet tømrer. ufaglært m 5 års erfaring kan også bruges",
        "faglært elektriker, ufaglærte kan ikke bruges",
        "de skal have truck B, stablerkort er ikke nødvendigt",
        "C/E er et krav. trailer er ikke relevant",
        "Svensktalende kundeservice. Du taler flydende svensk.",
    ],
)
def test_another_way_or_another_thing_beside_a_demand_takes_nothing_back(text: str) -> None:
    assert told(text) == ()


def test_the_same_words_in_one_text_take_a_demand_back() -> None:
    assert [one.what for one in told("Truckcertifikat B er et krav. Truck er ikke nødvendigt.")] == ["waived"]


@pytest.mark.parametrize(("text", "given"), AGREEING)
def test_what_agrees_is_not_told(text: str, given: OrderFields) -> None:
    assert told(text, given=given) == ()
