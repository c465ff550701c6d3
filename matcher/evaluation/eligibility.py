"""What the rules of who may be proposed answer, against cases written from the law: one rule, one person, one order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from indexer.embedding.contract import Vectors
from indexer.intake import FieldProblem, IntakeError, read_cv, read_job_order
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.build import build_candidates
from matcher.candidates.crowd import crowd_of
from matcher.eligibility.circumstances import CaseFile
from matcher.eligibility.rules import RULES, Eligibility, check
from matcher.eligibility.verdict import ANSWERS, Answer, Case, Cases
from matcher.orders.profile import build_order_profile, understand
from matcher.ranking.demands import Demands
from taxonomy.catalog import Catalog

DAY = date(2026, 11, 22)  # the day of a case that names none
ORDER: Mapping[str, object] = {
    "title": "Lagermedarbejder",
    "text": "Du plukker og pakker varer på lageret.",
    "order_type": "ordinaer",
    "positions": 1,
    "postcode": "2150",
}
CV: Mapping[str, object] = {
    "headline": "Lagermedarbejder",
    "text": "Jeg har arbejdet på lager og kan lide at have travlt.",
    "postcode": "2300",
    "match_category": 1,
    "cv_approved": True,
}
FIELDS = frozenset({"id", "rule", "answer", "why", "source", "order", "cv", "today", "case_file"})


@dataclass(frozen=True, slots=True)
class EligibilityCase:
    """One rule's right answer for one person before one order on one day, with the reason and where it stands.

    `case_file` is None where nobody has looked the person's case up.
    """

    id: str
    rule: str
    answer: Answer
    why: str
    source: str
    order: JobOrder
    cv: Cv
    today: date
    case_file: CaseFile | None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A case that the rule answers otherwise, with the reason it gives."""

    case: EligibilityCase
    answer: Answer
    reason: str


@dataclass(slots=True)
class EligibilityTally:
    """Cases by rule and right answer, those answered right, and every wrong one."""

    asked: Counter[tuple[str, Answer]] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[Wrong] = field(default_factory=list)

    def cases(self, rule: str) -> int:
        """How many cases the rule was asked in."""
        return sum(self.asked[rule, answer] for answer in Answer)


def evaluate_eligibility(cases: Iterable[EligibilityCase], catalog: Catalog) -> EligibilityTally:
    """The tally of every case answered by its rule."""
    tally = EligibilityTally()
    for case in cases:
        given = answered(case, catalog)
        place = [rule.name for rule in RULES].index(case.rule)
        answer = ANSWERS[given.answers[place]]
        tally.asked[case.rule, case.answer] += 1
        if answer is case.answer:
            tally.right[case.rule] += 1
        else:
            tally.wrong.append(Wrong(case, answer, given.verdicts[place].reason))
    return tally


def answered(case: EligibilityCase, catalog: Catalog) -> Eligibility:
    """Every rule's answer in the case, by the way that lists are made."""
    order = build_order_profile(case.order, understand(case.order, catalog), catalog, _Wordless())
    person = build_candidates([case.cv], catalog, _Wordless())[0]
    crowd, known = crowd_of([person]), {} if case.case_file is None else {case.cv.id: case.case_file}
    demands = Demands(order.reading.requirements, catalog, order.sought)
    met = demands.grade(crowd.profiles)
    one = Case(order, person, demands.told(met, 0, person.profile), case.today, catalog, known=known)
    return check(Cases(order, crowd, met, case.today, catalog, known)).eligibility(0, one)


class _Wordless:
    """An embedder that hears nothing: no rule reads a vector."""

    name = "ingen"
    dimensions = 1

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:  # noqa: ARG002
        """Noughts."""
        return np.zeros((len(texts), self.dimensions), np.float32)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Noughts."""
        return self.passages(texts)


def read_eligibility_case(line: object) -> EligibilityCase:
    """The case of a line; IntakeError names what is wrong."""
    if not isinstance(line, dict) or not all(isinstance(line.get(name), str) for name in ("id", "rule", "why")):
        raise _refused(
            "id", "Linjen er ikke en sag med id, rule og why.", 'Skriv {"id": "alder-001", "rule": "age", …}.'
        )
    if unknown := line.keys() - FIELDS:
        raise _refused(min(unknown), "Feltet er ukendt.", f"Kendte felter: {', '.join(sorted(FIELDS))}.")
    if line["rule"] not in {rule.name for rule in RULES}:
        names = ", ".join(rule.name for rule in RULES)
        raise _refused("rule", f"Reglen „{line['rule']}“ findes ikke.", f"Skriv en af {names}.")
    if line.get("answer") not in set(Answer):
        raise _refused("answer", "Svaret er ikke ja, spørg eller nej.", 'Skriv "answer": "ja".')
    return EligibilityCase(
        id=line["id"],
        rule=line["rule"],
        answer=Answer(line["answer"]),
        why=line["why"],
        source=str(line.get("source", "")),
        order=read_job_order({**ORDER, "id": line["id"], **_fields(line, "order")}),
        cv=read_cv({**CV, "id": line["id"], **_fields(line, "cv")}),
        today=_day(line["today"], "today") if "today" in line else DAY,
        case_file=_case_file(_fields(line, "case_file")) if "case_file" in line else None,
    )


def _fields(line: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = line.get(name, {})
    if not isinstance(found, dict):
        raise _refused(name, "Feltet er ikke et objekt.", f'Skriv "{name}": {{}}.')
    return found


def _case_file(told: Mapping[str, object]) -> CaseFile:
    if unknown := told.keys() - set(CaseFile.__slots__):
        raise _refused("case_file", f"Sagen har intet „{min(unknown)}“.", f"Skriv {', '.join(CaseFile.__slots__)}.")
    yes = {name: bool(value) for name, value in told.items() if name != "away_until"}
    until = _day(told["away_until"], "case_file") if "away_until" in told else None
    return CaseFile(**yes, away_until=until)


def _day(text: object, name: str) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError as error:
        raise _refused(name, f"„{text}“ er ikke en dato.", "Skriv 2026-11-22.") from error


def _refused(name: str, problem: str, fix: str) -> IntakeError:
    return IntakeError((FieldProblem(name, problem, fix),))
