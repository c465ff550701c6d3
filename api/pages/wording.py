"""Dates, numbers and addresses as pages write them, in Danish and in English."""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import quote

from jinja2 import pass_context
from jinja2.runtime import Context

from api.wiring import CENTRE
from matcher.wording.language import Language

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def danish_date(day: date | str | None) -> str:
    """4. januar 2027; empty for none."""
    found = _day(day)
    return f"{found.day}. {MONTHS[found.month - 1]} {found.year}" if found else ""


def english_date(day: date | str | None) -> str:
    """4 January 2027; empty for none."""
    found = _day(day)
    return f"{found.day} {ENGLISH_MONTHS[found.month - 1]} {found.year}" if found else ""


def danish_number(number: float, decimals: int = 0) -> str:
    """1.234,5: a point between thousands, a comma before decimals; a true minus sign."""
    return english_number(number, decimals).replace(",", " ").replace(".", ",").replace(" ", ".")


def english_number(number: float, decimals: int = 0) -> str:
    """1,234.5: a comma between thousands, a point before decimals; a true minus sign."""
    written = f"{abs(number):,.{decimals}f}"
    return f"−{written}" if number < 0 and float(f"{number:.{decimals}f}") else written


@pass_context
def date_shown(context: Context, day: date | str | None) -> str:
    """The day as the page's language writes it."""
    return english_date(day) if _is_english(context) else danish_date(day)


@pass_context
def time_shown(context: Context, moment: datetime) -> str:
    """4. januar 2027 kl. 9.05, or 4 January 2027 at 9:05, by the centre's clock."""
    local = moment.astimezone(CENTRE)
    if _is_english(context):
        return f"{english_date(local)} at {local.hour}:{local.minute:02}"
    return f"{danish_date(local)} kl. {local.hour}.{local.minute:02}"


@pass_context
def number_shown(context: Context, number: float, decimals: int = 0) -> str:
    """The number as the page's language writes it."""
    return english_number(number, decimals) if _is_english(context) else danish_number(number, decimals)


@pass_context
def translated(context: Context, danish: str) -> str:
    """The text in the page's language."""
    return str(context["t"](danish))


def address(part: str) -> str:
    """A value as one segment of an address; a slash is written %2F."""
    return quote(part, safe="")


def _day(day: date | str | None) -> date | None:
    if isinstance(day, str):
        return datetime.fromisoformat(day) if day else None
    return day


def _is_english(context: Context) -> bool:
    return bool(context["t"].language is Language.ENGLISH)
