"""The call-taker's form: from what was typed to the public format, and problems in the form's own words."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from datetime import datetime

from api.pages.typed_form import FormProblem
from api.wiring import CENTRE
from indexer.intake import FieldProblem
from indexer.intake.job_order import JobOrder
from taxonomy.catalog import Catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField

# In the order of the form, in which its problems are told.
LABELS = {
    "title": "Stilling",
    "text": "Det, virksomheden fortæller",
    "must_have": "Krav",
    "nice_to_have": "Gerne",
    "order_type": "Slags job",
    "positions": "Antal stillinger",
    "hours_per_week": "Timer om ugen",
    "shift": "Vagter",
    "start": "Begynder",
    "deadline": "Svar senest",
    "employer": "Virksomhed",
    "cvr": "CVR-nummer",
    "postcode": "Postnummer",
    "city": "By",
    "contact.name": "Kontaktperson",
    "contact.phone": "Telefon",
    "contact.email": "E-mail",
}
COMPANY = ("employer", "cvr", "postcode", "city", "contact.name", "contact.phone", "contact.email")
LISTS = ("must_have", "nice_to_have")
SOURCE = "call_centre"
_NUMBER_FIX = "Skriv et tal, for eksempel {example}."
# As people write and say them: "37 t", "32,5 timer"; "12 34 56 78", "DK-12345678"; "2150 Nordhavn".
_HOURS = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?) ?(?:t|timer)?\.?", re.ASCII | re.IGNORECASE)
_CVR = re.compile(r"(?:DK)?[ -]?((?:\d[ ]?){8})", re.ASCII | re.IGNORECASE)
_PLACE = re.compile(r"(?:DK[ -]?)?(\d{4})(?: +(\D.*))?", re.ASCII | re.IGNORECASE)


def new_order_id(now: datetime) -> str:
    """An id for a new order: the day and six characters by chance."""
    return f"A-{now.astimezone(CENTRE):%Y%m%d}-{secrets.token_hex(3)}"


def typed_order(order: JobOrder) -> dict[str, str]:
    """The order as the form shows it for correction."""
    typed: dict[str, str] = {}
    for name in LABELS:
        part = getattr(order.contact, name.partition(".")[2]) if name.startswith("contact.") else getattr(order, name)
        typed[name] = _typed(part)
    return typed


def same_company(order: JobOrder) -> dict[str, str]:
    """What another job of the order's company begins with: who, where and whom to ring."""
    typed = typed_order(order)
    return {name: typed[name] for name in COMPANY}


def with_positions(typed: Mapping[str, str], catalog: Catalog) -> dict[str, str]:
    """What was typed, and how many positions the words say where nobody typed a number; one where they say none."""
    if typed.get("positions", "").strip():
        return dict(typed)
    said = [TextField(name, typed.get(name, "")) for name in ("title", "text")]
    return {**typed, "positions": str(read_order(said, catalog).terms.positions or 1)}


def to_mapping(typed: Mapping[str, str], kept: Mapping[str, object]) -> dict[str, object]:
    """The typed fields in the public format; `kept` holds those that the form does not show."""
    found: dict[str, object] = dict(kept)
    postcode, town = _place(typed)
    typed = {**typed, "postcode": postcode, "city": town}
    for name in LABELS:
        value = typed.get(name, "").strip()
        if not value:
            continue
        if name.startswith("contact."):
            contact = found.setdefault("contact", {})
            if isinstance(contact, dict):
                contact[name.partition(".")[2]] = value
        else:
            found[name] = _value(name, value)
    return found


def number_problems(typed: Mapping[str, str]) -> list[FieldProblem]:
    """Numbers that are none, said for somebody who types into a form."""
    examples = {"positions": "2", "hours_per_week": "37 eller 32,5"}
    return [
        FieldProblem(name, "Det er ikke et tal.", _NUMBER_FIX.format(example=example))
        for name, example in examples.items()
        if typed.get(name, "").strip() and isinstance(_value(name, typed[name].strip()), str)
    ]


def form_problems(problems: tuple[FieldProblem, ...], typed: Mapping[str, str]) -> list[FormProblem]:
    """The problems at the form's fields, in the form's order."""
    own = number_problems(typed)
    told = [*own, *(problem for problem in problems if problem.field not in {one.field for one in own})]
    found = [_form_problem(problem) for problem in told]
    order = {name: place for place, name in enumerate(LABELS)}
    return sorted(found, key=lambda one: order.get(one.field, len(order)))


def _form_problem(problem: FieldProblem) -> FormProblem:
    name, _, rest = problem.field.partition("[")
    label = LABELS.get(name, name or "Formularen")
    if problem.problem == "Feltet mangler.":
        return FormProblem(name, label, "Feltet skal udfyldes.")
    line = f"Linje {int(rest.partition(']')[0]) + 1}: " if rest else ""
    return FormProblem(name, label, f"{line}{problem.problem} {problem.fix}")


def _typed(part: object) -> str:
    if isinstance(part, tuple):
        return "\n".join(part)
    if isinstance(part, float):
        return f"{part:g}".replace(".", ",")
    return "" if part is None else str(part)


def _value(name: str, value: str) -> object:
    if name in LISTS:
        return [line.strip() for line in value.split("\n") if line.strip()]
    if name == "positions":
        return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else value
    if name == "hours_per_week" and (said := _HOURS.fullmatch(value)):
        return float(said[1].replace(",", "."))
    return company_number(value) or value if name == "cvr" else value


def company_number(typed: str) -> str:
    """The eight digits of a CVR number as people write it: "12 34 56 78", "DK-12345678"; empty where it is none."""
    said = _CVR.fullmatch(typed)
    return said[1].replace(" ", "") if said else ""


def _place(typed: Mapping[str, str]) -> tuple[str, str]:
    """The postcode, and the town that was typed for itself or behind it."""
    postcode, town = typed.get("postcode", "").strip(), typed.get("city", "").strip()
    said = _PLACE.fullmatch(postcode)
    return (said[1], town or (said[2] or "").strip()) if said else (postcode, town)
