"""What the record tells the rules: proposals by their state, cases as long as they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from indexer.records.case_lookups import CaseFacts, LookedUp
from indexer.records.database import Database
from indexer.records.proposals import ProposalStep
from indexer.records.watermarks import Watermark
from matcher.candidates.circumstances import NOT_KNOWN, CaseFile
from matcher.cases.case_memory import CaseMemory
from matcher.cases.known import NOT_PROPOSED, circumstances
from matcher.eligibility.verdict import Answer
from matcher.lifecycles.proposals import NEXT, OPEN, OUTCOMES, PROPOSALS, ProposalState
from matcher.lifecycles.table import MoveNotAllowedError
from tests.factories import candidate, order_profile
from tests.indexer.samples import cv, order
from tests.matcher.eligibility.cases import judged

TODAY = date(2026, 11, 22)
PLAIN = LookedUp(False, "", False, None, "2026-11-20")
ORDER = order(id="A-1")


def step(state: str, revision: int = 1, cv_id: str = "C-1") -> ProposalStep:
    return ProposalStep("A-1", cv_id, revision, state, "", "bo", datetime(2026, 11, 21, tzinfo=UTC))


def told(*steps: ProposalStep, case: LookedUp | None = None, today: date = TODAY) -> CaseFile:
    looked_up = {"C-1": case} if case else {}
    return circumstances(ORDER, looked_up, steps, today).of("C-1")


@pytest.mark.parametrize(
    ("states", "fact"),
    [
        (("foreslaaet",), "proposed"),
        (("foreslaaet", "kontaktet", "til_samtale"), "proposed"),
        (("foreslaaet", "ansat"), "proposed"),
        (("foreslaaet", "takket_nej"), "declined"),
        (("foreslaaet", "ikke_ansat"), "refused"),
        (("foreslaaet", "udeblevet"), "refused"),
    ],
)
def test_the_last_step_says_that_the_person_has_been_proposed(states: tuple[str, ...], fact: str) -> None:
    found = told(*(step(state, revision) for revision, state in enumerate(states, 1)))

    assert {name for name in ("proposed", "refused", "declined") if getattr(found, name)} == {fact}
    blocking = judged(order_profile(), candidate(), known=circumstances(ORDER, {}, [step(states[-1])], TODAY)).blocking
    assert [verdict.rule for verdict in blocking] == ["already_proposed"]


def test_who_was_withdrawn_or_never_proposed_may_be_proposed() -> None:
    assert told(step("foreslaaet"), step("trukket_tilbage", 2)) == told() == NOT_PROPOSED
    answers = judged(order_profile(), candidate(), known=circumstances(ORDER, {}, [], TODAY)).verdicts
    assert next(one.answer for one in answers if one.rule == "already_proposed") is Answer.YES


def test_every_state_but_withdrawn_is_told_and_all_of_them_lead_on() -> None:
    assert {state for state in ProposalState if told(step(state)) == NOT_PROPOSED} == {ProposalState.WITHDRAWN}
    assert set(NEXT) == set(ProposalState)
    assert set(OUTCOMES) | OPEN == set(ProposalState)
    assert all(NEXT[over] == (ProposalState.PROPOSED,) for over in OUTCOMES)
    with pytest.raises(MoveNotAllowedError, match="kan ikke blive til samtale"):
        PROPOSALS.refuse_move(ProposalState.HIRED, ProposalState.INTERVIEW)


def test_a_case_looked_up_answers_what_it_was_asked() -> None:
    assert told(case=PLAIN) == CaseFile()
    assert told(case=PLAIN._replace(protected=True)).protected
    assert told(case=PLAIN._replace(away=True)).away
    assert told(case=PLAIN._replace(away=True, away_until="2026-12-31")).away_until == date(2026, 12, 31)


def test_employment_is_known_of_the_order_s_employer_alone() -> None:
    elsewhere, there = PLAIN._replace(employers="12345674"), PLAIN._replace(employers="12345674 99999918")
    unnamed = replace(ORDER, cvr="")

    assert (told(case=elsewhere).employed, told(case=there).employed) == (False, True)
    assert circumstances(unnamed, {"C-1": there}, [], TODAY).of("C-1").employed is None
    assert circumstances(unnamed, {"C-1": PLAIN}, [], TODAY).of("C-1").employed is False


def test_a_case_is_asked_again_after_three_months_but_what_is_still_to_come_holds() -> None:
    later = date(2027, 3, 1)
    away = PLAIN._replace(away=True, away_until="2027-06-30", employers="99999918", protected=True)

    assert told(case=PLAIN, today=later) == replace(NOT_KNOWN, proposed=False)
    found = told(case=away, today=later)
    assert (found.away, found.away_until, found.employed, found.protected) == (True, date(2027, 6, 30), None, True)


def test_the_memory_of_cases_follows_the_record_and_forgets_the_erased(tmp_path: Path) -> None:
    database, memory = Database(str(tmp_path / "record.sqlite")), CaseMemory()
    with database.transaction("import") as record:
        record.cvs.put_many([cv(id=f"C-{number}") for number in (1, 2, 3)])
        record.case_lookups.add("C-1", CaseFacts(), expected_revision=0)
    first, seen = _recalled(database, memory)
    with database.transaction("bo") as record:
        record.case_lookups.add("C-1", CaseFacts(away=True), expected_revision=1)
        record.case_lookups.add("C-2", CaseFacts(), expected_revision=0)
        record.cvs.erase("C-2")
    second, _ = _recalled(database, memory)
    earlier, _ = _recalled(database, memory, seen)
    with database.transaction("import") as record:
        record.cvs.put(cv(id="C-2"))
    created_again, _ = _recalled(database, memory)
    database.close()

    assert {cv_id: one.away for cv_id, one in first.items()} == {"C-1": False}
    assert {cv_id: one.away for cv_id, one in second.items()} == {"C-1": True}
    assert earlier == first
    assert created_again == second


def _recalled(
    database: Database, memory: CaseMemory, seen: Watermark | None = None
) -> tuple[dict[str, LookedUp], Watermark]:
    with database.reading() as record:
        seen = seen or record.watermarks.now()
        return dict(memory.recall(record, ["C-1", "C-2", "C-3"], seen)), seen
