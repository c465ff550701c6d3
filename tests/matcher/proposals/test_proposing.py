"""Proposing from a list: who was proposed leaves it, what the case tells counts, earlier lists stay."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from api.wiring import Components
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.case_lookups import CaseFacts
from indexer.records.errors import RecordNotFoundError, RevisionConflictError
from indexer.records.record import Record
from indexer.records.stored import Stored
from matcher.lifecycles.orders import OrderClosedError, OrderState
from matcher.lifecycles.proposals import ProposalState
from matcher.lifecycles.table import Moved, MoveNotAllowedError
from matcher.orders.closing import move_order
from matcher.proposals.proposal_format import Proposed
from matcher.proposals.proposing import AlreadyProposedError, Proposing, RuledOutError
from matcher.ranking.score import OrderBrief
from matcher.replaying import sentences
from matcher.replaying.as_of import Moment, list_as_of
from matcher.replaying.moves import Move
from matcher.replaying.replays import Sameness
from matcher.shortlisting.judging import EligibilityMode, JudgedPool
from matcher.why.full_rankings import FullRankings
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from tests.factories import job_order
from tests.matcher.bundled_components import put

ORDER, OTHER = "S-101", "S-102"


@pytest.fixture(scope="module")
def proposing(components: Components) -> Proposing:
    return Proposing(components.whys.rankings)


def listed(
    components: Components, order_id: str = ORDER, mode: EligibilityMode = EligibilityMode.ON
) -> tuple[int, list[str]]:
    found = components.matching.candidates(order_id, actor="test", top=8, mode=mode)
    return found.number, [one.place.candidate_id for one in found.places]


def test_who_is_proposed_leaves_the_list_and_the_list_of_before_is_made_again(
    components: Components, proposing: Proposing
) -> None:
    number, before = listed(components)
    now = datetime.now(UTC)

    proposing.propose(ORDER, Proposed(before[0]), actor="bo")

    assert listed(components)[1][:7] == before[1:]
    found = components.replays.of_list(number, actor="test")
    gone = next(one for one in found.moves if one.cv_id == before[0])
    assert (found.sameness, gone.move) == (Sameness.IDENTICAL, Move.WENT)
    assert "allerede været foreslået" in sentences.move_sentence(gone, found, Reader(wording(), components.catalog))
    moment = Moment(components.matching.today(), now)
    as_of = components.replays.as_of(ORDER, moment, actor="test")
    assert before[0] in [one.cv_id for one in as_of.given.candidates]


def test_a_list_that_nobody_was_given_is_as_of_the_proposals_of_then(
    components: Components, proposing: Proposing
) -> None:
    with components.database.reading() as record:
        order = record.job_orders.require("S-107")
        first = components.matching.shortlist(record, order, 1).places[0].candidate_id
    before, today = datetime.now(UTC), components.matching.today()
    proposing.propose("S-107", Proposed(first), actor="bo")

    with components.database.reading() as record:
        order = record.job_orders.require("S-107")
        then = list_as_of(components.matching, record, order, Moment(today, before))
        now = list_as_of(components.matching, record, order, Moment(today, datetime.now(UTC)))
    assert then.candidates[0].cv_id == first
    assert first not in [one.cv_id for one in now.candidates]


def test_why_not_says_so_at_once_and_is_forgotten_when_it_is_withdrawn(
    components: Components, proposing: Proposing
) -> None:
    cv_id = listed(components, OTHER)[1][0]
    assert components.whys.why(OTHER, cv_id, actor="test").place.eligibility.eligible

    step = proposing.propose(OTHER, Proposed(cv_id), actor="bo")
    blocking = components.whys.why(OTHER, cv_id, actor="test").place.eligibility.blocking
    assert [verdict.rule for verdict in blocking] == ["already_proposed"]
    with pytest.raises(AlreadyProposedError, match="allerede foreslået"):
        proposing.propose(OTHER, Proposed(cv_id), actor="eva")

    withdrawn = Moved(ProposalState.WITHDRAWN)
    proposing.move(OTHER, cv_id, withdrawn, actor="bo", expected_revision=step.revision)
    assert components.whys.why(OTHER, cv_id, actor="test").place.eligibility.eligible
    assert proposing.propose(OTHER, Proposed(cv_id), actor="bo").revision == 3


def test_a_case_looked_up_holds_back_or_lets_through(components: Components, proposing: Proposing) -> None:
    first, second, *_ = listed(components, OTHER)[1]
    with components.database.transaction("bo", "slå sag op") as record:
        record.case_lookups.add(first, CaseFacts(away=True), expected_revision=0)
        record.case_lookups.add(second, CaseFacts(), expected_revision=0)

    asked = components.whys.why(OTHER, second, actor="test").place.eligibility.to_ask
    assert not any("Slå sagen op" in verdict.reason for verdict in asked)
    assert first not in listed(components, OTHER)[1]
    with pytest.raises(RuledOutError, match="Kan ikke begynde endnu") as refused:
        proposing.propose(OTHER, Proposed(first), actor="bo")
    assert [verdict.rule for verdict in refused.value.blocking] == ["on_leave"]
    assert proposing.propose(OTHER, Proposed(first, "Er tilbage på mandag."), actor="bo").reason


@pytest.mark.parametrize("mode", EligibilityMode)
def test_a_list_is_made_again_by_the_cases_as_they_were_told_then(
    components: Components, mode: EligibilityMode
) -> None:
    people = listed(components, "S-108", EligibilityMode.SHOW)[1]
    for cv_id, facts in zip(people, (CaseFacts(), CaseFacts(protected=True), CaseFacts(away=True)), strict=False):
        note(components, cv_id, facts)
    number, given = listed(components, "S-108", mode)
    for cv_id in people:
        note(components, cv_id, CaseFacts(away=True, away_until=date(2027, 12, 31)))

    found = components.replays.of_list(number, actor="test")

    assert found.sameness is Sameness.IDENTICAL
    assert {one.cv_id for one in found.given.candidates} == set(given)


def note(components: Components, cv_id: str, facts: CaseFacts) -> None:
    """Look the case up."""
    with components.database.transaction("bo", "slå sag op") as record:
        last = record.case_lookups.latest(cv_id)
        record.case_lookups.add(cv_id, facts, expected_revision=last.revision if last else 0)


def test_an_absence_that_ends_in_time_holds_nobody_back(components: Components) -> None:
    cv_id = listed(components, "S-103")[1][0]
    with components.database.transaction("bo", "slå sag op") as record:
        facts = CaseFacts(away=True, away_until=date(2026, 1, 1))
        record.case_lookups.add(cv_id, facts, expected_revision=0)

    assert cv_id in listed(components, "S-103")[1]


def test_two_who_follow_up_at_once_the_second_is_refused(components: Components, proposing: Proposing) -> None:
    cv_id = listed(components, "S-104")[1][0]
    step = proposing.propose("S-104", Proposed(cv_id), actor="bo")
    contacted, interview = Moved(ProposalState.CONTACTED), Moved(ProposalState.INTERVIEW)
    proposing.move("S-104", cv_id, contacted, actor="bo", expected_revision=step.revision)

    with pytest.raises(RevisionConflictError):
        proposing.move("S-104", cv_id, interview, actor="eva", expected_revision=step.revision)
    with pytest.raises(MoveNotAllowedError):
        proposing.move("S-104", cv_id, Moved(ProposalState.PROPOSED), actor="eva", expected_revision=2)
    with pytest.raises(RecordNotFoundError, match="Forslaget"):
        proposing.move("S-104", "P-0", contacted, actor="eva", expected_revision=1)


class _ClosedMeanwhile(FullRankings):
    """The real rankings, while somebody else closes the order."""

    def alone(self, record: Record, order: Stored[JobOrder], brief: OrderBrief, cv: Stored[Cv]) -> JudgedPool:
        move_order(self.matching.database, order.value.id, Moved(OrderState.FILLED), actor="eva", expected_revision=0)
        return super().alone(record, order, brief, cv)


def test_an_order_that_is_closed_meanwhile_takes_no_proposal(components: Components) -> None:
    put(components, job_order(id="A-lukkes"))

    with pytest.raises(OrderClosedError):
        Proposing(_ClosedMeanwhile(components.matching)).propose("A-lukkes", Proposed("P-1001", "aftalt"), actor="bo")

    with components.database.reading() as record:
        assert record.proposals.of_order("A-lukkes") == []


def test_open_proposals_are_counted_over_all_orders(components: Components, proposing: Proposing) -> None:
    cv_id = listed(components, "S-105", EligibilityMode.OFF)[1][0]
    before = proposing.open_counts([cv_id]).get(cv_id, 0)
    for order_id in ("S-105", "S-106"):
        proposing.propose(order_id, Proposed(cv_id, "Kender begge steder."), actor="bo")
    proposing.move("S-105", cv_id, Moved(ProposalState.HIRED), actor="bo", expected_revision=1)

    assert proposing.open_counts([cv_id])[cv_id] == before + 1
