"""What would change it: true when done for real, smallest first, and never what nobody may be advised to change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from api.wiring import Components
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.shortlisting.judging import EligibilityMode
from matcher.why.advice import load_advice
from matcher.why.change_sentences import change_phrase, order_sentences
from matcher.why.changes import Changes, WhatIf
from matcher.why.order_changes import Easing, eased
from matcher.wording.language import Language
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from tests.factories import cv, job_order
from tests.matcher.bundled_components import put

pytestmark = pytest.mark.long

TRUCK = job_order(id="A-truck", must_have=["truckcertifikat B"], shift="aften", hours_per_week=37)
NEVER = ("kategori", "alder", "helbred", "dagpenge", "kontanthjælp", "sygdom")


def changes(components: Components, order_id: str, cv_id: str, shown: int = 20) -> Changes:
    return WhatIf(components.whys).changes(order_id, cv_id, actor="test", shown=shown)


@pytest.mark.parametrize(
    ("lacking", "done", "phrase"),
    [
        (
            {"text": "Jeg har ikke truckcertifikat B."},
            {"licences": ["truckcertifikat B"]},
            "truckcertifikat B",
        ),
        (
            {"text": "Jeg vil ikke arbejde om aftenen."},
            {"text": "Aften er fint."},
            "vilje til at arbejde på jobbets vagter",
        ),
        ({"hours": "deltid"}, {"hours": "begge"}, "vilje til jobbets arbejdstid"),
        ({"postcode": "4000", "max_commute_km": 10}, {"postcode": "4000", "max_commute_km": 90}, "vilje til at rejse"),
        ({"cv_approved": False}, {"cv_approved": True}, "godkendt CV"),
    ],
)
def test_a_change_done_for_real_lets_the_person_be_proposed_as_told(
    components: Components, lacking: dict[str, object], done: dict[str, object], phrase: str
) -> None:
    held = {"licences": ["truckcertifikat B"]} if "Jeg har ikke" not in str(lacking) else {}
    before = cv(id="C-aendring", **{"text": "Jeg plukker varer på lager.", **held, **lacking})
    put(components, TRUCK, before)

    smallest = changes(components, TRUCK.id, before.id).person[0]

    assert len(smallest.changes) == 1
    assert change_phrase(smallest.changes[0], Reader(wording(), components.catalog)).startswith(phrase)
    after = cv(id="C-aendring", **{"text": "Jeg plukker varer på lager.", **held, **done})
    put(components, after)
    why = components.whys.why(TRUCK.id, after.id, actor="test")
    assert why.place.eligibility.eligible
    # A longer text may earn points of its own: the real change leads at least as far.
    assert why.place.rank <= smallest.rank + 1


def test_two_changes_are_told_where_one_is_not_enough(components: Components) -> None:
    person = cv(id="C-to", text="Jeg har ikke truckcertifikat B.", hours="deltid")
    put(components, TRUCK, person)

    smallest = changes(components, TRUCK.id, person.id).person[0]

    assert {change.kind for change in smallest.changes} == {"certificate", "hours"}


def test_nobody_is_advised_to_change_category_age_or_health(components: Components) -> None:
    young = cv(id="C-ung", age_group="15-17", match_category=5, licences=["truckcertifikat B"])
    put(components, TRUCK, young)

    found = changes(components, TRUCK.id, young.id)

    assert found.person == ()
    assert all(outcome.rank is None for outcome in found.order)


@pytest.mark.parametrize("order_id", [order.id for order in bundled_orders()[:8]])
def test_easings_are_told_most_telling_first_and_none_speaks_of_health_or_category(
    components: Components, order_id: str
) -> None:
    found = WhatIf(components.whys).order_changes(order_id)

    assert [one.more for one in found] == sorted((one.more for one in found), reverse=True)
    for outcome in found:
        told = " ".join(order_sentences(outcome, Reader(wording(), components.catalog)))
        assert f" {outcome.more} " in told
        assert not [word for word in NEVER if word in told.lower()]


def test_an_order_without_a_demand_done_for_real_has_as_many_more_to_propose(components: Components) -> None:
    put(components, TRUCK, *(cv(id=f"C-uden-{number}", text="Jeg har ikke truckcertifikat B.") for number in range(4)))
    before = components.matching.candidates(TRUCK.id, actor="test", top=1000).shortlist

    [easing] = [
        one
        for one in WhatIf(components.whys).order_changes(TRUCK.id)
        if [asked.key for asked in one.easing.requirements] == ["truckcertifikat B"]
    ]

    put(components, replace(TRUCK, must_have=()))
    after = components.matching.candidates(TRUCK.id, actor="test", top=1000, mode=EligibilityMode.ON).shortlist
    assert easing.more == after.eligible - before.eligible >= 4
    assert order_sentences(easing, Reader(wording(), components.catalog)) == [
        f"Uden krav om truckcertifikat B: {easing.more} flere kan foreslås."
    ]
    put(components, TRUCK)


def test_a_law_s_demand_is_never_proposed_to_be_dropped(components: Components) -> None:
    nurse = job_order(
        id="A-sygepl",
        title="Sygeplejerske",
        text="Autorisation er et krav.",
        must_have=["autorisation som sygeplejerske", "straffeattest"],
    )
    put(components, nurse)

    told = [outcome.easing for outcome in WhatIf(components.whys).order_changes(nurse.id)]

    assert not [
        asked for easing in told for asked in easing.requirements if asked.kind in {"authorisation", "criminal_record"}
    ]


def test_changes_are_told_in_english_too(components: Components) -> None:
    reader = Reader(wording(Language.ENGLISH), components.catalog)
    tried = [changes(components, "S-101", person.id) for person in bundled_cvs()[:40:4]]

    assert any(found.person for found in tried)
    assert any(found.order for found in tried)
    for found in tried:
        for outcome in found.person:
            assert all(change_phrase(one, reader) for one in outcome.changes)
        for easing in found.order:
            assert all(
                one.endswith(" can be proposed.") or " becomes no. " in one for one in order_sentences(easing, reader)
            )


def test_nobody_is_advised_to_travel_further_than_distance_counts(components: Components) -> None:
    far = cv(id="C-langt-vaek", postcode="9000", max_commute_km=10, licences=["truckcertifikat B"])
    put(components, TRUCK, far)

    assert changes(components, TRUCK.id, far.id).person == ()


def test_an_eased_order_costs_what_its_own_demands_cost(components: Components) -> None:
    """Of several demands the first is dropped: each of the others keeps its own cost, and a place is told by them."""
    asked = ("truckcertifikat B", "kørekort B", "dansk på B2", "ren straffeattest")
    order, person = (
        replace(TRUCK, id="A-lettet", must_have=asked),
        cv(id="C-lettet", text="Jeg har ikke truckcertifikat B."),
    )
    put(components, order, person)
    scorer, whys = components.matching.scorer, components.whys
    with components.database.reading() as record:
        brief = whys.rankings.of(record, record.job_orders.require(order.id)).brief
    [dropped] = [one for one in brief.order.reading.requirements if one.key == "truckcertifikat B"]
    left = eased(brief.order, Easing("demand", (dropped,)))

    found, anew = scorer.eased(brief, left), scorer.brief(left)

    assert [one.labels for one in found.costs] == [one.labels for one in anew.costs]
    assert len(found.costs) == len(brief.costs) - 1
    assert all((ours.severity == theirs.severity).all() for ours, theirs in zip(found.costs, anew.costs, strict=True))
    assert [one.rank for one in changes(components, order.id, person.id).order if dropped in one.easing.requirements]


def test_among_equals_the_place_told_is_the_one_that_the_lot_gives(components: Components) -> None:
    """Approved, each of six alike would stand among the others as the list would place them."""
    held = {"licences": ["truckcertifikat B"], "text": "Jeg plukker varer på lager."}
    alike = [cv(id=f"C-ens-{number}", **held) for number in range(6)]
    put(components, TRUCK, *alike)

    for person in alike:
        put(components, replace(person, cv_approved=False))
        [told] = [one for one in changes(components, TRUCK.id, person.id).person if one.changes[0].kind == "approved"]
        put(components, person)
        assert told.rank == components.whys.why(TRUCK.id, person.id, actor="test").place.rank


def test_an_eased_order_places_equals_as_its_list_would(components: Components) -> None:
    order = replace(TRUCK, id="A-start", start=date(2027, 3, 1))
    late = [cv(id=f"C-sen-{number}", licences=["truckcertifikat B"], availability="2027-04-10") for number in range(6)]
    put(components, order, *late)

    told = {
        person.id: one.rank
        for person in late
        for one in changes(components, order.id, person.id).order
        if one.easing.kind == "start"
    }

    put(components, replace(order, start=order.start + timedelta(days=load_advice().start_days)))
    places = components.matching.candidates(order.id, actor="test", top=1000).places
    assert told == {one.place.candidate_id: one.place.rank for one in places if one.place.candidate_id in told}
    assert len(told) == len(late)
