"""What somebody is yet to be trained for is no demand: apprentices become it, and courses are what they would like."""

import pytest

from taxonomy.catalog import load_catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField

CATALOG = load_catalog()


def asked(text: str, must_have: str = "") -> set[str]:
    fields = [TextField("title", "Elev"), TextField("text", text), TextField("must_have", must_have, 0)]
    return {one.key for one in read_order(fields, CATALOG).requirements if not one.excluded}


@pytest.mark.parametrize(
    "goal",
    [
        "vil uddannes til kok", "vil gerne være kok", "vil være kok eller ernæringsassistent",
        "overvejer en uddannelse som kok", "vil have lageruddannelsen", "lyst til at tage SOSU-uddannelsen",
        "lyst til at tage truckkort",
    ],
)  # fmt: skip
def test_a_training_that_somebody_wants_is_no_demand(goal: str) -> None:
    assert asked("Du møder kl. 7.", goal) == set()


def test_whoever_is_that_already_is_excluded_and_not_asked_for_as_well() -> None:
    text = "Er du allerede uddannet kok eller ernæringsassistent, er det ikke denne stilling."
    assert asked(text, "vil uddannes til ernæringsassistent") == set()


@pytest.mark.parametrize("demand", ["uddannet kok", "Du skal være uddannet kok.", "Vi vil have en uddannet kok."])
def test_a_training_that_somebody_has_is_a_demand(demand: str) -> None:
    assert asked("", demand) == {"kok"}


def test_a_course_at_which_somebody_teaches_is_no_demand() -> None:
    assert asked("Du underviser på mureruddannelsen.") == set()


@pytest.mark.parametrize("liking", ["Du kan lide fodbold.", "Kan lide bøger."])
def test_what_somebody_likes_is_no_skill_that_is_asked_for(liking: str) -> None:
    assert asked(liking) == set()
