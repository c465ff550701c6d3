"""What the text gives as one of several is one of several wherever else it is demanded."""

import pytest

from taxonomy.reading import read_order
from taxonomy.reading.findings import Requirement, TextField
from tests.taxonomy.reading.small_catalog import CATALOG, read


def requirements(text: str, *must_have: str, title: str = "Medarbejder") -> tuple[Requirement, ...]:
    fields = [TextField("title", title), TextField("text", text)]
    fields += [TextField("must_have", item, index) for index, item in enumerate(must_have)]
    return read_order(fields, CATALOG).requirements


EITHER = [
    ("Vi søger en pædagog eller socialrådgiver.", ("pædagog",), {"pædagog", "socialrådgiver"}),
    ("Du er uddannet ergoterapeut eller fysioterapeut.", ("fysioterapeut",), {"ergoterapeut", "fysioterapeut"}),
    ("Vi søger tømrere/elektrikere.", ("tømrer", "elektriker"), {"tømrer", "elektriker"}),
    ("Først sagde de sygeplejerske, men pædagog er også fint.", ("sygeplejerske",), {"sygeplejerske", "pædagog"}),
    ("Kørekort B eller C.", ("kørekort C",), {"B", "C"}),
]


@pytest.mark.parametrize(("text", "must_have", "keys"), EITHER)
def test_a_demand_that_the_text_gives_as_an_alternative_is_one(
    text: str, must_have: tuple[str, ...], keys: set[str]
) -> None:
    found = requirements(text, *must_have)
    assert {one.key for one in found} == keys
    assert len({one.group for one in found}) == 1
    assert found[0].group is not None
    assert all(one.hard for one in found)


def test_alternatives_that_are_only_sought_are_no_demands() -> None:
    assert requirements("Vi søger en pædagog eller socialrådgiver.") == ()


def test_two_languages_that_are_both_demanded_stay_two_demands() -> None:
    found = requirements("Dansk/engelsk i skrift og tale.", "dansk", "engelsk")
    assert all(one.group is None for one in found if one.quote.field == "must_have")


def test_a_wish_does_not_join_what_is_sought() -> None:
    fields = [TextField("text", "Vi søger en pædagog eller socialrådgiver."), TextField("nice_to_have", "pædagog", 0)]
    assert [(one.key, one.hard, one.group) for one in read_order(fields, CATALOG).requirements] == [
        ("pædagog", False, None)
    ]


def test_groups_of_several_texts_keep_apart() -> None:
    found = requirements(
        "Vi søger en kok, tømrer, pædagog eller socialrådgiver.", "pædagog", "kørekort B eller C", "dansk eller engelsk"
    )
    assert len({one.group for one in found}) == 3


@pytest.mark.parametrize(
    "text",
    [
        "GF2 (SOSU) bestået eller uddannet SSH.",
        "Du skal have bestået GF2 eller være uddannet SSH.",
        "GF2 bestået, eller faglært SSH.",
    ],
)
def test_a_first_part_of_a_training_or_a_whole_one_are_alternatives(text: str) -> None:
    found = read(text).requirements
    assert {one.key for one in found} == {"grundforløb 2", "social- og sundhedshjælper"}
    assert {one.group is None for one in found} == {False}


@pytest.mark.parametrize("text", ["GF2 tømrer", "GF2 (SSA)", "grundforløb 2 som kok"])
def test_the_trade_that_a_first_part_leads_to_is_no_demand(text: str) -> None:
    assert [one.key for one in read(text, "must_have").requirements] == ["grundforløb 2"]
