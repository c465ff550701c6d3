"""Dates, numbers and addresses as Danish pages write them."""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import quote

from api.wiring import CENTRE

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


def danish_date(day: date | str | None) -> str:
    """4. januar 2027; empty for none."""
    if not day:
        return ""
    known = datetime.fromisoformat(day) if isinstance(day, str) else day
    return f"{known.day}. {MONTHS[known.month - 1]} {known.year}"


def danish_time(moment: datetime) -> str:
    """4. januar 2027 kl. 9.05, by the centre's clock."""
    local = moment.astimezone(CENTRE)
    return f"{danish_date(local)} kl. {local.hour}.{local.minute:02}"


def danish_number(number: float, decimals: int = 0) -> str:
    """1.234,5: a point between thousands, a comma before decimals; a true minus sign."""
    written = f"{abs(number):,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"−{written}" if number < 0 and float(f"{number:.{decimals}f}") else written


def address(part: str) -> str:
    """A value as one segment of an address; a slash is written %2F."""
    return quote(part, safe="")
