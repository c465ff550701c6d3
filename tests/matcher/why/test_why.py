"""Where anybody stands: the same place as the list gives, and an answer for those who are in no list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.wiring import Components
from indexer.records.errors import RecordNotFoundError
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.shortlisting.judging import EligibilityMode
from matcher.why.answer import State
from matcher.why.sentences import against, summary
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from tests.factories import cv
from tests.matcher.bundled_components import put

ORDERS = [order.id for order in bundled_orders()[:8]]


@pytest.mark.parametrize("order_id", ORDERS)
def test_everybody_stands_at_the_place_that_the_list_gives_them(components: Components, order_id: str) -> None:
    listed = components.matching.candidates(order_id, actor="test", top=1000, mode=EligibilityMode.SHOW)

    for found in listed.places[:6] + listed.places[-6:]:
        why = components.whys.why(order_id, found.place.candidate_id, actor="test", shown=5)
        assert (why.place.rank, why.place.scored, why.reasons) == (found.place.rank, found.place.scored, found.reasons)
        assert why.eligible == listed.shortlist.eligible
        expected = State.LISTED if found.place.rank <= 5 else State.LOWER
        assert why.state is (expected if found.place.eligibility.eligible else State.NOT_ELIGIBLE)


def test_people_with_the_same_score_stand_as_the_list_draws_them(components: Components) -> None:
    twins = [cv(id=f"C-tvilling-{number}") for number in range(7)]
    put(components, *twins)

    listed = components.matching.candidates("S-101", actor="test", top=1000, mode=EligibilityMode.SHOW)
    ranks = {found.place.candidate_id: found.place.rank for found in listed.places}

    assert {one.id: components.whys.why("S-101", one.id, actor="test").place.rank for one in twins} == {
        one.id: ranks[one.id] for one in twins
    }


def test_who_stands_lower_is_held_against_the_last_place_shown(components: Components) -> None:
    listed = components.matching.candidates("S-101", actor="test", top=10).places
    why = components.whys.why("S-101", listed[-1].place.candidate_id, actor="test", shown=3)

    assert why.state is State.LOWER
    assert why.against is not None
    assert why.against.candidate_id == listed[2].place.candidate_id
    told = against(why, Reader(wording(), components.catalog))
    assert told[0].startswith(f"{listed[2].place.candidate_id} på plads nr. 3 har ")
    assert summary(why, Reader(wording(), components.catalog)).endswith("uden for de viste 3.")


def test_a_cv_that_the_index_does_not_know_is_answered_for_from_the_record(components: Components) -> None:
    stranger = replace(bundled_cvs()[0], id="C-ny")
    with components.database.transaction("test") as record:
        record.cvs.put(stranger)

    why = components.whys.why("S-101", "C-ny", actor="test")
    known = components.whys.why("S-101", bundled_cvs()[0].id, actor="test")

    assert why.state is State.NOT_FOUND
    assert why.place.scored.score == known.place.scored.score
    assert summary(why, Reader(wording(), components.catalog)).startswith("Søgningen fandt ")
    components.index.run_once()
    assert components.whys.why("S-101", "C-ny", actor="test").state is known.state


def test_a_change_is_seen_at_once_though_the_standing_is_remembered(components: Components) -> None:
    one = cv(id="C-skifter", desired_jobs=["lagermedarbejder"])
    put(components, one)
    before = components.whys.why("S-101", one.id, actor="test")

    put(components, replace(one, cv_approved=False))
    after = components.whys.why("S-101", one.id, actor="test")

    assert before.place.eligibility.eligible
    assert after.state is State.NOT_ELIGIBLE
    assert after.cv.revision == 2
    assert after.eligible == before.eligible - 1


def test_every_look_up_is_in_the_audit_trail(components: Components) -> None:
    components.whys.why("S-102", "P-1001", actor="konsulent-9")

    with components.database.reading() as record:
        assert "konsulent-9" in {line.actor for line in record.audit_trail.of_record("cv", "P-1001")}


@pytest.mark.parametrize(("order_id", "cv_id"), [("S-101", "ukendt"), ("ukendt", "P-1001")])
def test_an_unknown_order_or_cv_is_not_found(components: Components, order_id: str, cv_id: str) -> None:
    with pytest.raises(RecordNotFoundError):
        components.whys.why(order_id, cv_id, actor="test")
