"""Corrections of a reading in their public form, checked field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from indexer.intake import FieldProblem, IntakeError, unknown_fields
from indexer.intake.danish_checks import day
from indexer.intake.job_order import Shift
from matcher.json_input import refuse
from matcher.orders.correction_demands import demand_key, demand_set
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import Terms
from taxonomy.reading.orders.correcting import TERMS, Correction

Read = TypeVar("Read")
FIELDS = ("set", "remove", "undo", "occupations", "terms")
_MOST = 100  # changes at once
_LONGEST_WEEK, _MOST_POSITIONS = 80, 300  # hours; beyond either it is a slip of the keyboard
SOON = "hurtigst muligt"


def read_correction(plain: object, catalog: Catalog) -> Correction:
    """The correction; raises IntakeError that names every unsound field."""
    given: Mapping[str, object] = plain if isinstance(plain, dict) else {}
    problems = unknown_fields(given, FIELDS)
    if not problems and all(given.get(name) is None for name in FIELDS):
        fix = 'Send det, der skal rettes: {"remove": [{"kind": "certificate", "key": "ADR"}]}.'
        raise IntakeError((FieldProblem("", "Rettelsen ændrer ingenting.", fix),))
    demands = _each(given, "set", demand_set, problems)
    removed = _each(given, "remove", demand_key, problems)
    undone = _each(given, "undo", demand_key, problems)
    occupations = _occupations(given.get("occupations"), catalog, problems)
    terms, terms_undone = _terms(given.get("terms"), problems)
    refuse(problems)
    return Correction(tuple(demands), tuple(removed), tuple(undone), occupations, terms, terms_undone)


def _each(
    plain: Mapping[str, object], name: str, read: Callable[[Mapping[str, object]], Read], problems: list[FieldProblem]
) -> list[Read]:
    values = plain.get(name)
    if values is None:
        return []
    if not isinstance(values, list) or len(values) > _MOST or not all(isinstance(one, dict) for one in values):
        problems.append(FieldProblem(name, "Feltet er ikke en liste af krav.", 'Skriv [{"kind": "…", "key": "…"}].'))
        return []
    found = []
    for place, value in enumerate(values):
        try:
            found.append(read(value))
        except IntakeError as error:
            problems.extend(
                FieldProblem(f"{name}[{place}].{one.field}", one.problem, one.fix) for one in error.problems
            )
    return found


def _occupations(value: object, catalog: Catalog, problems: list[FieldProblem]) -> tuple[str, ...] | None:
    if value is None:
        return None
    if isinstance(value, list) and value and all(isinstance(one, str) and one in catalog.occupations for one in value):
        return tuple(dict.fromkeys(value))
    fix = "Skriv en liste af erhvervs-id'er, som `jobformidling taxonomy search` finder dem."
    problems.append(FieldProblem("occupations", "Et erhverv er ukendt, eller listen er tom.", fix))
    return None


def _terms(value: object, problems: list[FieldProblem]) -> tuple[Terms, tuple[str, ...]]:
    if value is None:
        return Terms(), ()
    if not isinstance(value, dict):
        problems.append(FieldProblem("terms", "Feltet er ikke et objekt.", f"Brug {', '.join(TERMS)}."))
        return Terms(), ()
    undone = tuple(name for name in TERMS if name in value and value[name] is None)
    checks: dict[str, tuple[bool, str]] = {
        "hours_per_week": (_is_hours(value.get("hours_per_week")), f"Skriv et tal over 0 og højst {_LONGEST_WEEK}."),
        "shifts": (_are_shifts(value.get("shifts")), f"Skriv en liste af {', '.join(Shift)}."),
        "start": (_is_start(value.get("start")), f'Skriv en dato som 2027-01-04 eller "{SOON}".'),
        "positions": (_is_count(value.get("positions")), f"Skriv et helt tal fra 1 til {_MOST_POSITIONS}."),
    }
    for name in value:
        sound, fix = checks.get(name, (False, f"Brug {', '.join(TERMS)}."))
        if name not in undone and not sound:
            problems.append(FieldProblem(f"terms.{name}", "Feltet kan ikke bruges.", fix))
    if problems:
        return Terms(), ()
    hours = value.get("hours_per_week")
    terms = Terms(
        hours_per_week=(float(hours), float(hours)) if hours else None,
        shifts=tuple(value.get("shifts") or ()),
        start=value.get("start"),
        positions=value.get("positions"),
    )
    return terms, undone


def _is_hours(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= _LONGEST_WEEK


def _are_shifts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(one in list(Shift) for one in value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _MOST_POSITIONS


def _is_start(value: object) -> bool:
    if value == SOON:
        return True
    problems: list[FieldProblem] = []
    day("terms.start", value, problems)
    return not problems
