"""Proof of what is demanded helps or changes nothing; taking it away never helps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.shortlisting.judging import EligibilityMode
from tests.matcher.laws.generated import OTHERS, PROOFS, cvs, orders, with_proof
from tests.matcher.laws.ranking import Ranking

pytestmark = pytest.mark.long

MANY = settings(max_examples=30, derandomize=True, deadline=None)
MODES = st.sampled_from((EligibilityMode.OFF, EligibilityMode.SHOW))


def _demanding(order: JobOrder, demand: str, *, hard: bool) -> JobOrder:
    field = "must_have" if hard else "nice_to_have"
    return replace(order, **{field: (*getattr(order, field), demand)})  # type: ignore[arg-type]


def _wants_all_it_names(ranking: Ranking, order: JobOrder) -> bool:
    """An order that keeps out who is trained cannot demand training: what helps there is nobody's law."""
    return not any(found.excluded for found in ranking.profile(order).reading.requirements)


@MANY
@given(cvs(), orders(), st.sampled_from(PROOFS), st.booleans(), MODES)
def test_proof_of_a_demanded_thing_never_lowers_a_place_and_its_absence_never_raises_one(
    ranking: Ranking, cv: Cv, order: JobOrder, proof: tuple[str, str, str], hard: bool, mode: EligibilityMode
) -> None:
    demand, field, proved = proof
    asked = _demanding(order, demand, hard=hard)
    assume(_wants_all_it_names(ranking, asked))

    without = ranking.places(asked, [cv, *OTHERS], mode)["somebody"]
    proving = ranking.places(asked, [with_proof(cv, field, proved), *OTHERS], mode)["somebody"]

    assert proving.scored.score >= without.scored.score
    assert proving.rank <= without.rank
    assert proving.eligibility.eligible or not without.eligibility.eligible


@MANY
@given(cvs(), orders(), st.data())
def test_no_demanded_licence_that_is_taken_away_raises_a_place(
    ranking: Ranking, cv: Cv, order: JobOrder, data: st.DataObject
) -> None:
    assume(cv.licences)
    gone = data.draw(st.sampled_from(cv.licences))
    asked = _demanding(order, gone, hard=True)
    assume(_wants_all_it_names(ranking, asked))
    less = replace(cv, licences=tuple(one for one in cv.licences if one != gone))

    full = ranking.places(asked, [cv, *OTHERS])["somebody"]
    fewer = ranking.places(asked, [less, *OTHERS])["somebody"]

    assert fewer.scored.score <= full.scored.score
    assert fewer.rank >= full.rank
