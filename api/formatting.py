"""Dates, numbers and addresses as pages and commands write them, in Danish and in English."""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import quote

from api.wiring import CENTRE

SHORT_MONTH = 4  # letters of a month that is not cut: maj, juni, juli
# fmt: off
MONTHS = ("januar", "februar", "marts", "april", "maj", "juni",
          "juli", "august", "september", "oktober", "november", "december")
ENGLISH_MONTHS = ("January", "February", "March", "April", "May", "June",
                  "July", "August", "September", "October", "November", "December")
# fmt: on


def danish_date(day: date | str | None) -> str:
    """4. januar 2027; empty for none."""
    found = _day(day)
    return f"{found.day}. {MONTHS[found.month - 1]} {found.year}" if found else ""


def danish_short_date(day: date | str | None) -> str:
    """4. jan. 2027, for tables; empty for none."""
    found = _day(day)
    month = MONTHS[found.month - 1] if found else ""
    return f"{found.day}. {month if len(month) <= SHORT_MONTH else month[:3] + '.'} {found.year}" if found else ""


def english_short_date(day: date | str | None) -> str:
    """4 Jan 2027, for tables; empty for none."""
    found = _day(day)
    return f"{found.day} {ENGLISH_MONTHS[found.month - 1][:3]} {found.year}" if found else ""


def danish_time(moment: datetime) -> str:
    """4. januar 2027 kl. 9.05, by the centre's clock."""
    local = moment.astimezone(CENTRE)
    return f"{danish_date(local)} kl. {local.hour}.{local.minute:02}"


def english_time(moment: datetime) -> str:
    """4 January 2027 at 9:05, by the centre's clock."""
    local = moment.astimezone(CENTRE)
    return f"{english_date(local)} at {local.hour}:{local.minute:02}"


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


def danish_certainty(probability: float) -> str:
    """98, in percent; "over 99" for what rounds to certainty, which no machine has."""
    return "over 99" if probability > 0.99 else danish_number(100 * probability)


def english_certainty(probability: float) -> str:
    """The same in English."""
    return "over 99" if probability > 0.99 else english_number(100 * probability)


def address(part: str) -> str:
    """A value as one segment of an address; a slash is written %2F."""
    return quote(part, safe="")


def _day(day: date | str | None) -> date | None:
    found = (datetime.fromisoformat(day) if day else None) if isinstance(day, str) else day
    # A moment is of the centre's day: at midnight in Copenhagen it is still yesterday in UTC.
    return found.astimezone(CENTRE) if isinstance(found, datetime) and found.tzinfo else found
