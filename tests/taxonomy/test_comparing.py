"""Two states of the occupations side by side."""

from dataclasses import replace

from taxonomy.comparing import compare
from taxonomy.concepts import EducationLevel, LegalDemand, Neighbour, Occupation

KOK = Occupation(
    id="kok",
    label="kok",
    english="cook",
    isco="5120",
    trade="service",
    level=EducationLevel.SKILLED,
    titles=("kok", "restaurantkok"),
    english_titles=("cook",),
    skills=("madlavning",),
    tasks=("lave mad",),
    demands=(),
    shifts=(),
    can_fill=(),
)
TJENER = replace(
    KOK, id="tjener", label="tjener", titles=("tjener", "servitrice"), can_fill=(Neighbour("kok", "køkkenet"),)
)


def by_id(*occupations: Occupation) -> dict[str, Occupation]:
    return {one.id: one for one in occupations}


def test_the_same_state_has_no_difference() -> None:
    found = compare(by_id(KOK, TJENER), by_id(TJENER, KOK))
    assert (found.added, found.removed, found.changed) == ((), (), ())


def test_what_came_and_what_went_is_told_with_who_has_its_titles_now() -> None:
    found = compare(by_id(KOK), by_id(TJENER, replace(TJENER, id="koekken", titles=("køkken", "Restaurantkok"))))
    assert [one.id for one in found.added] == ["tjener", "koekken"]
    assert [(one.occupation.id, one.heirs) for one in found.removed] == [("kok", ("koekken",))]


def test_a_move_to_another_trade_and_each_changed_field_are_told() -> None:
    after = replace(
        KOK, trade="sosu", titles=("kok", "chefkok"), demands=(LegalDemand("certificate", "hygiejnebevis", "loven"),)
    )
    (change,) = compare(by_id(KOK), by_id(after)).changed
    assert compare(by_id(KOK), by_id(after)).moved == (change,)
    assert (change.titles_added, change.titles_removed, change.reused) == (("chefkok",), ("restaurantkok",), False)
    assert change.fields() == {
        "trade": (("service",), ("sosu",)),
        "demands": ((), ("certificate: hygiejnebevis (loven)",)),
    }


def test_a_neighbour_that_came_is_told_with_its_reason() -> None:
    (change,) = compare(
        by_id(TJENER), by_id(replace(TJENER, can_fill=(*TJENER.can_fill, Neighbour("bar", "drikke"))))
    ).changed
    assert change.fields() == {"can_fill": ((), ("bar (drikke)",))}


def test_an_id_that_stands_for_something_else_now_is_told_as_reused() -> None:
    found = compare(by_id(KOK), by_id(replace(TJENER, id="kok")))
    assert [change.before.id for change in found.reused] == ["kok"]
