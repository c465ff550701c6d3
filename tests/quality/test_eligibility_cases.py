"""The cases written from the law are sound, ask every rule every way, and are all answered right."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from matcher.eligibility.rules import RULES
from matcher.eligibility.verdict import Answer
from matcher.evaluation.eligibility import evaluate_eligibility
from matcher.evaluation.eligibility_cases import EligibilityCase, read_eligibility_case
from taxonomy.catalog import Catalog
from tests.quality.labelled_files import read_labelled

FOLDER = Path(__file__).parent / "eligibility"
LEAST = 400  # the figure to reach
YES, ASK, NO = Answer
# What only the person or the case can tell is never refused by a CV, and some things are never asked.
NEVER_NO = {"criminal_record", "sheltered_job", "wage_subsidy", "traineeship", "spare_time_job", "protected_address"}
NEVER_ASK = {"cv_approved", "apprenticeship"}


@pytest.fixture(scope="module")
def cases() -> list[EligibilityCase]:
    return [one for path in sorted(FOLDER.glob("*.jsonl")) for one in read_labelled(path, read_eligibility_case)]


def test_there_are_enough_cases_each_with_a_reason_and_a_source(cases: list[EligibilityCase]) -> None:
    assert len(cases) >= LEAST
    assert len({one.id for one in cases}) == len(cases)
    assert [one.id for one in cases if not one.why.endswith((".", "!")) or not one.source] == []


def test_every_rule_is_asked_every_way_it_can_answer(cases: list[EligibilityCase]) -> None:
    asked = defaultdict(set)
    for one in cases:
        asked[one.rule].add(one.answer)

    for rule in (rule.name for rule in RULES):
        never = {NO} if rule in NEVER_NO else {ASK} if rule in NEVER_ASK else set()
        assert asked[rule] == set(Answer) - never, rule


def test_every_case_is_answered_right(cases: list[EligibilityCase], catalog: Catalog) -> None:
    wrong = evaluate_eligibility(cases, catalog).wrong

    assert [f"{one.case.id} {one.case.answer} gave {one.answer}: {one.reason}" for one in wrong] == []
