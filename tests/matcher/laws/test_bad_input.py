"""Orders and CVs as they should not be: a sensible list, or an empty one that says whom each rule held back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.intake.cv import Experience
from indexer.intake.job_order import JobOrder
from matcher.shortlisting.judging import EligibilityMode
from tests.factories import cv, job_order
from tests.matcher.laws.generated import CVS, OTHERS
from tests.matcher.laws.ranking import Ranking

TRUCKER = cv(id="trucker", headline="Truckfører", desired_jobs=["truckfører"], licences=["truckcertifikat B"])
COOK = cv(
    id="cook", headline="Kok", text="Jeg har lavet mad i ti år.", desired_jobs=["kok"], postcode="2100", languages={}
)
FEW = [TRUCKER, COOK]


def _order(**changes: object) -> JobOrder:
    return job_order(**{"title": "Kok", "text": "Kok", **changes})


@pytest.mark.parametrize(
    "order",
    [
        _order(),
        _order(text="kok " * 5_000),
        _order(text="Kok søges. " + "Vi er et godt sted at være, og her er dejligt. " * 400),
        _order(text="Chef wanted for a busy kitchen. You cook, prepare and plate.", title="Chef"),
        _order(text="?", title="KOK!!"),
    ],
    ids=["one word", "one word 5,000 times", "20,000 characters", "English", "hardly a word"],
)
def test_the_cook_stands_before_the_trucker_however_the_order_is_written(ranking: Ranking, order: JobOrder) -> None:
    assert ranking.ranks(order, FEW) == ["cook", "trucker"]


def test_an_order_without_any_demand_lists_everybody_who_may_be_proposed(ranking: Ranking) -> None:
    order = _order(title="Medarbejder", text="Vi mangler en hånd.")

    found = ranking.list_for(ranking.profile(order), FEW, EligibilityMode.ON)

    assert {place.candidate_id for place in found.places} == {"cook", "trucker"}


def test_demands_that_contradict_each_other_still_give_a_list_of_everybody(ranking: Ranking) -> None:
    order = _order(
        must_have=["kørekort B", "ikke kørekort B", "uddannet kok", "ikke uddannet kok", "fuldtid", "deltid"]
    )

    assert set(ranking.ranks(order, FEW)) == {"cook", "trucker"}


def test_a_list_of_nobody_says_whom_each_rule_held_back(ranking: Ranking) -> None:
    order = _order(must_have=["kinesisk på C2"])
    people = [replace(one, languages={"dansk": "modersmål", "engelsk": "B1"}) for one in FEW]

    found = ranking.list_for(ranking.profile(order), people, EligibilityMode.ON)

    assert (found.places, found.considered, found.eligible) == ((), 2, 0)
    assert found.fell_for == {"languages": 2}


def test_an_occupation_that_nobody_has_gives_low_scores_and_no_error(ranking: Ranking) -> None:
    nobody_s = ranking.scores(_order(title="Astronaut", text="Du flyver raketter."), [*FEW, *OTHERS])
    somebody_s = ranking.scores(_order(), [*FEW, *OTHERS])

    assert len(nobody_s) == len(somebody_s)
    assert max(nobody_s.values()) < max(somebody_s.values())


def test_a_headline_alone_is_enough_to_be_found_by(ranking: Ranking) -> None:
    headline = cv(id="headline", headline="Kok", text="Kok", desired_jobs=[])

    assert ranking.ranks(_order(), [TRUCKER, headline]) == ["headline", "trucker"]


def test_a_cv_with_everything_is_not_first_for_everything(ranking: Ranking) -> None:
    everything = replace(
        CVS[0],
        id="everything",
        headline="Alt muligt",
        text=" ".join(one.text for one in CVS[:20])[:8_000],
        skills=tuple(dict.fromkeys(skill for one in CVS for skill in one.skills))[:60],
        desired_jobs=tuple(dict.fromkeys(job for one in CVS for job in one.desired_jobs))[:40],
    )

    assert ranking.ranks(_order(), [TRUCKER, COOK, everything])[0] == "cook"


def test_a_language_that_the_taxonomy_does_not_know_is_ranked_by_meaning(ranking: Ranking) -> None:
    greek = cv(id="greek", headline="Μάγειρας", text="Έχω δουλέψει δέκα χρόνια ως μάγειρας.", desired_jobs=["μάγειρας"])
    driver = cv(id="driver", headline="Οδηγός", text="Οδηγώ φορτηγό εδώ και δέκα χρόνια.", desired_jobs=["οδηγός"])

    # One word has too little meaning to tell by: the model lays "Kok" nearer to the Greek driver's headline.
    order = _order(text="Du laver varm mad til gæsterne i vores restaurant.")

    assert ranking.ranks(order, [driver, greek]) == ["greek", "driver"]


@pytest.mark.parametrize("field", ["skills", "education", "headline", "text"])
def test_a_licence_claimed_in_the_wrong_field_proves_what_it_proves(ranking: Ranking, field: str) -> None:
    order = job_order(title="Truckfører", text="Du kører truck.", must_have=["truckcertifikat B"])
    silent = cv(
        id="silent",
        headline="Truckfører",
        text="Jeg kører truck.",
        desired_jobs=["truckfører"],
        licences=["kørekort B"],
    )
    claim = "truckcertifikat B"
    given = getattr(silent, field)
    said = (*given, claim) if isinstance(given, tuple) else f"{given}. Har {claim}."
    claiming = replace(silent, id="claiming", **{field: said})  # type: ignore[arg-type]

    assert ranking.ranks(order, [silent, claiming]) == ["claiming", "silent"]


def test_a_job_written_among_the_skills_does_not_break_the_list(ranking: Ranking) -> None:
    jumbled = replace(
        COOK,
        id="jumbled",
        headline="37 timer",
        experience=(Experience("B1", "", 3.0),),
        skills=("kok", "2100", "dansk"),
    )

    assert ranking.ranks(_order(), [TRUCKER, jumbled])[0] == "jumbled"
