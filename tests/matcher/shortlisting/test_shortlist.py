"""The list: who is left out, who stands last, and what decides between equals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.candidates.build import build_candidates
from matcher.candidates.profile import Candidate
from matcher.orders.profile import OrderProfile, order_profile
from matcher.ranking.score import Scorer
from matcher.shortlisting.judging import SHORTEST_LIST, THRESHOLD_SHARE, CandidatePool, EligibilityMode, Pruning, judge
from matcher.shortlisting.shortlist import Shortlist, choose, shortlist
from tests.factories import TODAY, cv, job_order

ORDER = job_order(must_have=["kørekort C"])
PEOPLE = [
    cv(id="fit", licences=["kørekort C"]),
    cv(id="not_approved", licences=["kørekort C"], cv_approved=False),
    cv(id="no_licence", licences=["kørekort B"]),
    cv(id="neither", licences=["kørekort B"], cv_approved=False),
    cv(id="far_off", headline="Frisør", text="Jeg klipper hår.", desired_jobs=["frisør"], licences=["kørekort C"]),
]


@pytest.fixture(scope="module")
def order(scorer: Scorer, embedder: CachedEmbedder) -> OrderProfile:
    return order_profile(ORDER, scorer.catalog, embedder)


@pytest.fixture(scope="module")
def people(scorer: Scorer, embedder: CachedEmbedder) -> list[Candidate]:
    return build_candidates(PEOPLE, scorer.catalog, embedder)


def _list(
    order: OrderProfile,
    people: Sequence[Candidate],
    scorer: Scorer,
    mode: EligibilityMode = EligibilityMode.ON,
    top: int = 50,
) -> Shortlist:
    return shortlist(order, people, scorer, today=TODAY, mode=mode, top=top)


def _ids(found: Shortlist) -> list[str]:
    return [place.candidate_id for place in found.places]


def test_on_leaves_out_who_may_not_be_proposed_and_counts_why(
    order: OrderProfile, people: list[Candidate], scorer: Scorer
) -> None:
    found = _list(order, people, scorer)

    assert _ids(found) == ["fit", "far_off"]
    assert found.fell_for == {"cv_approved": 2, "driving_licences": 2}
    assert found.considered == 5


def test_show_lists_the_ineligible_last_with_the_reason(
    order: OrderProfile, people: list[Candidate], scorer: Scorer
) -> None:
    found = _list(order, people, scorer, EligibilityMode.SHOW)

    assert _ids(found)[:2] == ["fit", "far_off"]
    assert set(_ids(found)[2:]) == {"not_approved", "no_licence", "neither"}
    assert [place.rank for place in found.places] == [1, 2, 3, 4, 5]
    assert all(place.eligibility.blocking for place in found.places[2:])
    rest = [place.scored.score for place in found.places[2:]]
    assert rest == sorted(rest, reverse=True)


def test_off_ranks_everybody_by_score_alone(order: OrderProfile, people: list[Candidate], scorer: Scorer) -> None:
    scores = [place.scored.score for place in _list(order, people, scorer, EligibilityMode.OFF).places]

    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)


def test_the_same_people_in_another_order_give_the_same_list(
    order: OrderProfile, people: list[Candidate], scorer: Scorer
) -> None:
    for mode in EligibilityMode:
        assert _ids(_list(order, people[::-1], scorer, mode)) == _ids(_list(order, people, scorer, mode))


def test_the_best_stand_in_a_short_list_as_in_a_long_one(
    order: OrderProfile, people: list[Candidate], scorer: Scorer
) -> None:
    assert (
        _ids(_list(order, people, scorer, EligibilityMode.SHOW, top=3))
        == _ids(_list(order, people, scorer, EligibilityMode.SHOW))[:3]
    )


def test_equals_are_drawn_anew_for_every_order_and_not_by_their_ids(
    order: OrderProfile, people: list[Candidate], scorer: Scorer
) -> None:
    equals = [replace(people[0], profile=replace(people[0].profile, id=f"C-{number}")) for number in range(12)]

    lists = [_ids(_list(replace(order, id=f"A-{number}"), equals, scorer)) for number in range(6)]

    assert all(sorted(found) == sorted(lists[0]) for found in lists)
    assert all(found != sorted(found) for found in lists)
    assert len({found[0] for found in lists}) > 1
    assert _ids(_list(order, equals, scorer)) == _ids(_list(order, equals[::-1], scorer))


def test_the_parts_of_a_place_sum_to_its_score(order: OrderProfile, people: list[Candidate], scorer: Scorer) -> None:
    places = _list(order, people, scorer, EligibilityMode.SHOW).places

    assert len(places) == len(people)
    for place in places:
        assert sum(place.parts.values()) == pytest.approx(place.scored.score, abs=1e-6)


def test_nobody_gives_an_empty_list(order: OrderProfile, scorer: Scorer) -> None:
    found = _list(order, [], scorer)

    assert (found.places, found.considered, found.fell_for) == ((), 0, {})


def test_the_next_pool_is_looked_into_while_the_best_were_found_late(
    order: OrderProfile, people: list[Candidate], scorer: Scorer
) -> None:
    by_id = {one.id: one for one in people}
    fit, far_off = by_id["fit"], by_id["far_off"]
    beside = CandidatePool([by_id["no_licence"]])

    def considered(*found: Candidate) -> int:
        pools = [CandidatePool(found), beside]
        return choose(
            scorer.brief(order, TODAY), pools, scorer, today=TODAY, mode=EligibilityMode.OFF, top=1
        ).considered

    assert considered(fit, far_off) == 2
    assert considered(far_off, fit) == 3


def test_of_many_those_are_weighed_who_may_come_among_the_first() -> None:
    predicted, everybody = np.linspace(100, 1, 100), np.full(100, True)

    rows, threshold = Pruning(5, []).worth_scoring(predicted, everybody, EligibilityMode.ON)

    assert threshold == pytest.approx(THRESHOLD_SHARE * predicted[SHORTEST_LIST - 1])
    assert rows.tolist() == np.flatnonzero(predicted >= threshold).tolist()
    assert len(rows) < 100


def test_who_may_not_be_proposed_is_weighed_for_the_places_that_are_left() -> None:
    predicted, few = np.linspace(100, 1, 100), np.arange(100) >= 90
    pruning = Pruning(50, [])

    assert pruning.worth_scoring(predicted, few, EligibilityMode.ON)[0].tolist() == list(range(90, 100))
    shown = pruning.worth_scoring(predicted, few, EligibilityMode.SHOW)[0]
    assert set(range(90, 100)) < set(shown.tolist())
    assert len(shown) >= 50
    without_rules = pruning.worth_scoring(predicted, few, EligibilityMode.OFF)[0]
    assert without_rules.tolist() == pruning.worth_scoring(predicted, ~few | few, EligibilityMode.ON)[0].tolist()


def test_a_pruned_list_gives_the_same_scores(order: OrderProfile, people: list[Candidate], scorer: Scorer) -> None:
    brief, pools = scorer.brief(order, TODAY), [CandidatePool(people)]

    for mode in EligibilityMode:
        found = choose(brief, pools, scorer, today=TODAY, mode=mode, top=5, prune=True)
        whole = choose(brief, pools, scorer, today=TODAY, mode=mode, top=5)
        assert found == whole


def test_of_those_found_later_who_cannot_come_among_the_first_is_not_weighed(
    order: OrderProfile, people: list[Candidate], scorer: Scorer
) -> None:
    brief, many = scorer.brief(order, TODAY), people * SHORTEST_LIST
    far_off = [replace(one, profile=replace(one.profile, wishes=(), history=(), position=(57.5, 10.5))) for one in many]
    before = judge(brief, CandidatePool(many), scorer, TODAY, EligibilityMode.OFF, Pruning(5, []))

    later = judge(brief, CandidatePool(far_off), scorer, TODAY, EligibilityMode.OFF, Pruning(5, [before]))
    by_themselves = judge(brief, CandidatePool(far_off), scorer, TODAY, EligibilityMode.OFF, Pruning(5, []))

    least = np.sort(before.rank_scores(EligibilityMode.OFF))[-SHORTEST_LIST]
    assert len(later.rows) < len(by_themselves.rows)
    assert (by_themselves.batch.scores < least)[~np.isin(by_themselves.rows, later.rows)].all()
