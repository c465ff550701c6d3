"""What a person has said about shifts and kinds of order, against the job's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matcher.candidates.crowd import Profiles, crowd_of
from matcher.candidates.profile import CandidateProfile, Named, Qualification
from matcher.ranking.conditions import KIN_REFUSED, conditions
from matcher.ranking.occupation_link import OccupationLink
from matcher.ranking.score import Scorer
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OccupationMention, OrderReading, Quote, Requirement, RequirementKind, Terms
from tests.factories import candidate, order_profile, profile

COOK = OrderReading((OccupationMention("kok", 1.0, Quote("title", None, 0, 3, "Kok")),), (), (), Terms())


def people(*found: CandidateProfile) -> Profiles:
    return crowd_of([candidate(replace(one, id=f"C-{number}")) for number, one in enumerate(found)]).profiles


@pytest.mark.parametrize(
    ("shifts", "felt"),
    [
        (("nat",), [False, True, False, False]),
        (("dag",), [False, False, True, False]),
        (("skiftende",), [False] * 4),
        (("skiftende", "dag", "aften"), [False, False, True, False]),
        ((), [False] * 4),
    ],
)
def test_who_wants_other_shifts_than_the_job_s_is_told_from_who_says_nothing(
    shifts: tuple[str, ...], felt: list[bool]
) -> None:
    wanted = people(*(profile(wanted_shifts=one) for one in ((), ("dag", "aften"), ("nat",), ("nat", "skiftende"))))
    amounts = conditions(order_profile(shifts=shifts), wanted)["shift_other"]
    assert (~np.isnan(amounts)).tolist() == felt


def test_shifts_refused_are_told_once(catalog: Catalog) -> None:
    refusing = people(profile(wanted_shifts=("dag",), refused_shifts=("nat",)))
    amounts = conditions(order_profile(shifts=("nat",)), refusing)
    assert amounts["shift_refused"].tolist() == [1.0]
    assert np.isnan(amounts["shift_other"]).all()


def test_changing_shifts_are_refused_by_who_refuses_one_of_them_and_wanted_by_who_wants_them_to_change() -> None:
    changing = order_profile(shifts=("skiftende", "dag", "nat"))
    refusing = people(profile(refused_shifts=("nat",)), profile(refused_shifts=("weekend",)))
    wanting = people(profile(wanted_shifts=("nat",)), profile(wanted_shifts=("skiftende",)))
    assert (~np.isnan(conditions(changing, refusing)["shift_refused"])).tolist() == [True, False]
    assert (~np.isnan(conditions(changing, wanting)["shift_wanted"])).tolist() == [False, True]


def test_a_kind_that_is_refused_counts_only_for_that_kind_and_never_where_health_grants_it() -> None:
    refusing = people(profile(refused_kinds=("virksomhedspraktik", "fleksjob")))

    def felt(kind: str) -> bool:
        return not np.isnan(conditions(order_profile(order_type=kind), refusing)["kind_refused"]).any()

    assert felt("virksomhedspraktik")
    assert not felt("laereplads")
    assert not felt("fleksjob")


@pytest.mark.parametrize(("kind", "in_other_work"), [("virksomhedspraktik", 0.5), ("laereplads", np.nan)])
def test_a_kind_that_leads_to_work_counts_less_in_other_work_than_the_order_s_and_a_training_not_at_all(
    kind: str, in_other_work: float
) -> None:
    asking = people(profile(wanted_kinds=(kind,)), profile(wanted_kinds=(kind,)), profile())
    amounts = conditions(order_profile(order_type=kind), asking, np.array([1.0, 0.0, 1.0]))["kind_wanted"]
    assert amounts.tolist() == pytest.approx([1.0, in_other_work, np.nan], nan_ok=True)


def test_who_takes_a_subsidised_job_to_get_going_nearly_asks_for_a_traineeship() -> None:
    asking = people(profile(wanted_kinds=("virksomhedspraktik",)), profile(wanted_kinds=("loentilskud",)))
    amounts = conditions(order_profile(order_type="virksomhedspraktik"), asking)
    assert (~np.isnan(amounts["kind_wanted"])).tolist() == [True, False]
    assert (~np.isnan(amounts["near_kind_wanted"])).tolist() == [False, True]
    assert np.isnan(amounts["other_kind_wanted"]).all()


def test_who_wants_an_apprenticeship_nearly_asks_for_a_traineeship_and_not_the_reverse() -> None:
    asking = people(profile(wanted_kinds=("laereplads",)), profile(wanted_kinds=("virksomhedspraktik",)))

    def felt(kind: str) -> list[bool]:
        return (~np.isnan(conditions(order_profile(order_type=kind), asking)["near_kind_wanted"])).tolist()

    assert felt("virksomhedspraktik") == [True, False]
    assert felt("laereplads") == [False, False]


def test_who_seeks_to_be_trained_seeks_another_kind_than_a_subsidised_job() -> None:
    asking = people(profile(wanted_kinds=("laereplads",)), profile(wanted_kinds=("laereplads", "loentilskud")))
    amounts = conditions(order_profile(order_type="loentilskud"), asking)["other_kind_wanted"]
    assert (~np.isnan(amounts)).tolist() == [True, False]


def test_who_knows_the_trade_is_past_learning_it_unless_that_is_what_they_ask_for() -> None:
    held = (Named("kok", 1.0, "Kok", 5.0),)
    cooks = people(profile(history=held), profile(history=held, wanted_kinds=("voksenlaerling",)), profile())
    sought = OccupationMention("kok", 1.0, Quote("title", None, 0, 3, "Kok"))
    order = order_profile(order_type="voksenlaerling", reading=OrderReading((sought,), (), (), Terms()))
    assert (~np.isnan(conditions(order, cooks)["practised"])).tolist() == [True, False, False]


def test_who_has_long_done_kindred_work_is_past_an_apprenticeship_unless_they_ask_to_be_trained(
    catalog: Catalog, scorer: Scorer
) -> None:
    kindred = (Named("smoerrebroedsjomfru", 1.0, "smørrebrødsjomfru", 5.0),)
    asked = people(profile(history=kindred), profile(history=kindred, wanted_kinds=("laereplads",)), profile())
    link = OccupationLink(COOK, catalog, scorer.weights, "ordinaer")
    amounts = conditions(order_profile(reading=COOK, order_type="laereplads"), asked, link=link)["practised"]
    assert (~np.isnan(amounts)).tolist() == [True, False, False]


def test_who_is_trained_and_asks_for_no_other_training_is_no_adult_apprentice_but_for_papers_that_are_asked_for() -> (
    None
):
    paper = (Qualification("education", "smed", None, "Udlært smed"),)
    trained = profile(education_level="faglaert", held=paper)
    asked = people(trained, replace(trained, wanted_kinds=("voksenlaerling",)), profile(education_level="ufaglaert"))
    smith = Requirement(RequirementKind.EDUCATION, "smed", None, True, Quote("must_have", 0, 0, 4, "smed"))
    asking_for_it = replace(COOK, requirements=(smith,))

    def felt(kind: str, reading: OrderReading) -> list[bool]:
        order = order_profile(order_type=kind, reading=reading)
        return (~np.isnan(conditions(order, asked)["trained_already"])).tolist()

    assert felt("voksenlaerling", COOK) == [True, False, False]
    assert not any(felt("voksenlaerling", asking_for_it))
    assert not any(felt("ordinaer", COOK))


def test_who_would_also_be_subsidised_has_less_against_a_job_of_the_work_they_ask_for() -> None:
    asking = people(*(profile(wanted_kinds=(kind,)) for kind in ("loentilskud", "loentilskud", "fritidsjob")))
    amounts = conditions(order_profile(), asking, np.array([1.0, 0.0, 1.0]))["other_kind_wanted"]
    assert amounts[0] < amounts[1] == amounts[2] == 1


def test_who_rules_out_kindred_work_is_told_apart_from_who_rules_out_the_very_job(
    catalog: Catalog, scorer: Scorer
) -> None:
    refused = ((Named(one, 1.0, one),) for one in ("kok", "smoerrebroedsjomfru", "tandlaege"))
    refusing = people(*(profile(refused=one) for one in refused), profile())
    link = OccupationLink(COOK, catalog, scorer.weights, "ordinaer")
    amounts = conditions(order_profile(reading=COOK), refusing, link=link)["occupation_refused"]
    assert amounts[:2].tolist() == [1.0, KIN_REFUSED]
    assert np.isnan(amounts[2:]).all()


def test_who_has_long_done_an_ordinary_job_and_asks_for_other_work_wants_out(catalog: Catalog, scorer: Scorer) -> None:
    long, brief = (Named("kok", 1.0, "Kok", years) for years in (5.0, 0.5))
    elsewhere = (Named("butiksassistent", 1.0, "butiksassistent"),)
    asking = people(
        profile(history=(long,), wishes=elsewhere),
        profile(history=(brief,), wishes=elsewhere),
        profile(history=(long,)),
        profile(history=(long,), wishes=(Named("kok", 1.0, "kok"),)),
    )
    link, work = OccupationLink(COOK, catalog, scorer.weights, "ordinaer"), np.array([0.0, 0.0, 0.0, 1.0])

    def felt(kind: str) -> list[bool]:
        amounts = conditions(order_profile(reading=COOK, order_type=kind), asking, work, link)
        return (~np.isnan(amounts["other_work_wanted"])).tolist()

    assert felt("ordinaer") == [True, False, False, False]
    assert not any(felt("virksomhedspraktik"))


@pytest.mark.parametrize(
    ("asked_for", "offered", "apart"),
    [
        ((32.0, 32.0), (32.0, 32.0), np.nan),
        ((28.0, 30.0), (32.0, 32.0), np.nan),
        ((20.0, 25.0), (35.0, 37.0), 1.5),
        ((37.0, 37.0), (20.0, 25.0), 1.2),
    ],
)
def test_hours_told_in_numbers_win_over_part_time_and_are_bent_a_little(
    asked_for: tuple[float, float], offered: tuple[float, float], apart: float
) -> None:
    asking = people(profile(hours="deltid", hours_a_week=asked_for))
    (found,) = conditions(order_profile(hours=offered), asking)["hours_apart"].tolist()
    assert found == pytest.approx(apart, nan_ok=True)
