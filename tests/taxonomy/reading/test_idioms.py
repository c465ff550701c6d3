"""Words that look like skills and ages of applicants, and are the ground, the client, the benefit or the place."""

import pytest

from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField
from tests.taxonomy.reading.small_catalog import CATALOG, demands, read

IN_TEXT = [
    "Løn efter gældende overenskomst.",
    "Vi følger reglerne iht. overenskomst.",
    "Du må ikke være bange for hunde.",
    "Du skal være på kontanthjælp.",
    "Naturfag bestået.",
    "Familien taler engelsk og arabisk.",
]


@pytest.mark.parametrize("text", IN_TEXT)
def test_what_is_no_skill_is_neither_asked_nor_mentioned(text: str) -> None:
    reading = read(text)
    assert (reading.requirements, reading.mentioned) == ((), ())


LISTED = [
    "lokalkendskab til Vestegnen",
    "ikke bange for hunde",
    "kontanthjælp",
    "på dagpenge",
]


@pytest.mark.parametrize("item", LISTED)
def test_what_no_cv_can_show_as_a_skill_is_no_skill_in_a_list_either(item: str) -> None:
    assert demands(item, "must_have") == set()


def test_a_benefit_is_a_skill_where_the_words_ask_for_knowing_it() -> None:
    assert demands("Kendskab til kontanthjælp er et krav.") == {"skill kontanthjælp!"}


def test_a_method_that_is_asked_for_is_demanded() -> None:
    assert demands("Du skal have Marte Meo-uddannelse.") == {"certificate marte meo-uddannelse!"}


@pytest.mark.parametrize(
    ("text", "skill"),
    [("Du skal kunne klippe film.", "videoredigering"), ("Du skal kunne klippe græs.", "plæneklipning")],
)
def test_a_verb_of_several_crafts_is_read_by_what_it_is_done_to(text: str, skill: str) -> None:
    assert demands(text) == {f"skill {skill}!"}


CLIENTS = [
    "Du arbejder med unge 14-18 anbragt uden for hjemmet.",
    "Opholdssted for unge 14-17 år.",
]


@pytest.mark.parametrize("text", CLIENTS)
def test_the_age_of_those_whom_the_work_is_with_is_no_limit(text: str) -> None:
    assert not [one for one in read(text).requirements if one.kind == "age"]


@pytest.mark.parametrize(
    "text", ["Fritidsjob for unge 15-17 år.", "Vi søger unge 15-17 år.", "Kun for unge under 18 år."]
)
def test_the_age_of_those_who_are_sought_is_a_limit(text: str) -> None:
    assert [one for one in read(text).requirements if one.kind == "age"]


def said(text: str, *must_have: str) -> list[tuple[str, str, bool]]:
    fields = [TextField("text", text), *(TextField("must_have", item, place) for place, item in enumerate(must_have))]
    return [(one.kind.value, one.key, one.hard) for one in read_order(fields, CATALOG).requirements]


def test_a_skill_and_experience_with_the_same_are_one_demand_at_its_strictest() -> None:
    assert said("", "erfaring med demens", "demens") == [("experience", "demens", True)]
    assert said("Erfaring med demens er en fordel.", "demens") == [("skill", "demens", True)]


def test_years_of_experience_stand_beside_a_skill() -> None:
    assert ("experience", "demens", False) in said("Gerne 2 års erfaring med demens.", "demens")


def test_what_is_asked_for_is_not_mentioned_besides() -> None:
    fields = [TextField("text", "Vi bruger Python."), TextField("must_have", "Python", 0)]
    assert read_order(fields, CATALOG).mentioned == ()


def test_a_short_name_of_a_field_is_the_field() -> None:
    assert demands("psyk-erfaring") == demands("psykiatrierfaring")


def test_who_is_referred_to_a_scheme_is_not_asked_to_refer_others() -> None:
    assert demands("visiteret til fleksjob", "must_have") == set()
