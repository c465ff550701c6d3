"""What a person has said about shifts and kinds of order, against the job's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matcher.candidates.crowd import Profiles, crowd_of
from matcher.candidates.profile import CandidateProfile
from matcher.ranking.conditions import conditions
from taxonomy.catalog import Catalog
from tests.factories import candidate, order_profile, profile


def people(*found: CandidateProfile) -> Profiles:
    return crowd_of([candidate(replace(one, id=f"C-{number}")) for number, one in enumerate(found)]).profiles


@pytest.mark.parametrize(
    ("shifts", "felt"),
    [
        (("nat",), [False, True, False, False]),
        (("dag",), [False, False, True, False]),
        (("skiftende",), [False] * 4),
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


def test_a_kind_that_is_refused_counts_only_for_that_kind_and_never_where_health_grants_it() -> None:
    refusing = people(profile(refused_kinds=("virksomhedspraktik", "fleksjob")))

    def felt(kind: str) -> bool:
        return not np.isnan(conditions(order_profile(order_type=kind), refusing)["kind_refused"]).any()

    assert felt("virksomhedspraktik")
    assert not felt("laereplads")
    assert not felt("fleksjob")
