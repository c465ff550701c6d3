"""Checks of what Denmark and the calendar decide: dates, times, postcodes, CVR numbers, ways to reach somebody."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from indexer.intake.checks import wrong_type
from indexer.intake.problems import FieldProblem
from taxonomy.places import known_postcode

YEARS = range(1900, 2101)  # a year outside is a slip of the keyboard
CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)  # modulus 11, the Danish Business Authority's rule for CVR numbers

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(_DAY.pattern + r"T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?")
_CVR = re.compile(r"[0-9]{8}")
# Names and hours may stand beside them: what is refused is a note by which nobody can be reached.
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
PHONE_DIGITS = 4  # an extension's; a whole number has eight
_DAY_FIX = "Skriv datoen som år-måned-dag, for eksempel 2027-01-04."
_MOMENT_FIX = "Skriv tidspunktet med tidszone, for eksempel 2026-11-21T09:12:00+01:00."


def day(field: str, value: object, problems: list[FieldProblem]) -> None:
    """A date that exists, written year-month-day."""
    if not isinstance(value, str):
        problems.append(wrong_type(field, value, "en dato som tekst", _DAY_FIX))
    elif not _DAY.fullmatch(value):
        problems.append(FieldProblem(field, "Datoen er ikke skrevet efter ISO 8601.", _DAY_FIX))
    elif not _exists(value, date.fromisoformat):
        problems.append(FieldProblem(field, "Datoen findes ikke.", _DAY_FIX))


def moment(field: str, value: object, problems: list[FieldProblem]) -> None:
    """A date and time that exist, with their time zone."""
    if not isinstance(value, str):
        problems.append(wrong_type(field, value, "et tidspunkt som tekst", _MOMENT_FIX))
    elif not (match := _MOMENT.fullmatch(value)):
        problems.append(FieldProblem(field, "Tidspunktet er ikke skrevet efter ISO 8601.", _MOMENT_FIX))
    elif match[3] is None:
        problems.append(FieldProblem(field, "Tidspunktet mangler tidszone.", _MOMENT_FIX))
    elif not _exists(value, datetime.fromisoformat):
        problems.append(FieldProblem(field, "Tidspunktet findes ikke.", _MOMENT_FIX))


def postcode(field: str, value: object, problems: list[FieldProblem]) -> None:
    """Four digits that are a Danish postcode."""
    if not isinstance(value, str):
        problems.append(wrong_type(field, value, "tekst", 'Skriv postnummeret i anførselstegn, for eksempel "2300".'))
    elif not known_postcode(value):
        problems.append(FieldProblem(field, "Postnummeret findes ikke.", "Skriv et dansk postnummer på fire cifre."))


def cvr(field: str, value: object, problems: list[FieldProblem]) -> None:
    """Empty when unknown, else eight digits of which the last checks the others."""
    if not isinstance(value, str):
        problems.append(wrong_type(field, value, "tekst", "Skriv CVR-nummeret i anførselstegn."))
    elif not value:
        return
    elif not _CVR.fullmatch(value):
        problem = "CVR-nummeret skal være otte cifre uden mellemrum."
        problems.append(FieldProblem(field, problem, "Skriv de otte cifre, eller udelad feltet."))
    elif sum(weight * int(digit) for weight, digit in zip(CVR_WEIGHTS, value, strict=True)) % 11 or value == "0" * 8:
        problem = "CVR-nummeret er skrevet forkert: kontrolcifferet passer ikke."
        problems.append(FieldProblem(field, problem, "Slå nummeret op på virk.dk, eller udelad feltet."))


def email(field: str, value: object, problems: list[FieldProblem]) -> None:
    """Empty when unknown, else words with an e-mail address among them."""
    if isinstance(value, str) and value.strip() and not _EMAIL.search(value):
        fix = "Skriv en adresse som navn@firma.dk, eller udelad feltet."
        problems.append(FieldProblem(field, "Der er ingen e-mailadresse i teksten.", fix))


def phone(field: str, value: object, problems: list[FieldProblem]) -> None:
    """Empty when unknown, else words with a telephone number among them."""
    if isinstance(value, str) and value.strip() and sum(map(str.isdecimal, value)) < PHONE_DIGITS:
        fix = "Skriv et nummer som 20 30 40 50, eller udelad feltet."
        problems.append(FieldProblem(field, "Der er intet telefonnummer i teksten.", fix))


def _exists(value: str, parse: Callable[[str], date]) -> bool:
    try:
        return parse(value).year in YEARS
    except ValueError:
        return False
