"""Cases written from the law: one rule, one person, one order, and the right answer; read from their lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from indexer.intake import FieldProblem, IntakeError, read_cv, read_job_order
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.circumstances import CaseFile
from matcher.eligibility.rules import RULES
from matcher.eligibility.verdict import Answer

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


def read_eligibility_case(line: object) -> EligibilityCase:
    """The case of a line; IntakeError names what is wrong."""
    if not isinstance(line, dict) or not all(isinstance(line.get(name), str) for name in ("id", "rule", "why")):
        raise _refused(
            "id", "Linjen er ikke en sag med id, rule og why.", 'Skriv {"id": "alder-001", "rule": "age", …}.'
        )
    _refuse_unsound(line)
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


def _refuse_unsound(line: Mapping[str, object]) -> None:
    if unknown := line.keys() - FIELDS:
        raise _refused(min(unknown), "Feltet er ukendt.", f"Kendte felter: {', '.join(sorted(FIELDS))}.")
    rules = [rule.name for rule in RULES]
    if line["rule"] not in rules:
        raise _refused("rule", f"Reglen „{line['rule']}“ findes ikke.", f"Skriv en af {', '.join(rules)}.")
    if line.get("answer") not in list(Answer):
        raise _refused("answer", "Svaret er ikke ja, spørg eller nej.", 'Skriv "answer": "ja".')


def _fields(line: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = line.get(name, {})
    if not isinstance(found, dict):
        raise _refused(name, "Feltet er ikke et objekt.", f'Skriv "{name}": {{}}.')
    return found


def _case_file(told: Mapping[str, object]) -> CaseFile:
    if unknown := told.keys() - set(CaseFile.__slots__):
        raise _refused("case_file", f"Sagen har intet „{min(unknown)}“.", f"Skriv {', '.join(CaseFile.__slots__)}.")
    facts = {name: value for name, value in told.items() if name != "away_until"}
    if wrong := [name for name, value in facts.items() if not isinstance(value, bool)]:
        raise _refused("case_file", f"„{min(wrong)}“ er hverken sandt eller falsk.", "Skriv true eller false.")
    until = _day(told["away_until"], "case_file") if "away_until" in told else None
    return CaseFile(**{name: value is True for name, value in facts.items()}, away_until=until)


def _day(text: object, name: str) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError as error:
        raise _refused(name, f"„{text}“ er ikke en dato.", "Skriv 2026-11-22.") from error


def _refused(name: str, problem: str, fix: str) -> IntakeError:
    return IntakeError((FieldProblem(name, problem, fix),))
