"""Template filters for dates, numbers and texts, in the language of the page."""

from __future__ import annotations

from datetime import date, datetime

from jinja2 import pass_context
from jinja2.runtime import Context

from api.formatting import (
    address,
    danish_certainty,
    danish_date,
    danish_number,
    danish_short_date,
    danish_time,
    english_certainty,
    english_date,
    english_number,
    english_short_date,
    english_time,
)
from indexer.records.routes import KeptRoute
from matcher.dispatch.route_format import ToldReasons, kept_reasons
from matcher.wording.language import Language
from taxonomy.places import places


@pass_context
def date_shown(context: Context, day: date | str | None) -> str:
    """The day as the page's language writes it."""
    return english_date(day) if _is_english(context) else danish_date(day)


@pass_context
def short_date_shown(context: Context, day: date | str | None) -> str:
    """The day with its month cut short."""
    return english_short_date(day) if _is_english(context) else danish_short_date(day)


@pass_context
def time_shown(context: Context, moment: datetime) -> str:
    """The moment as the page's language writes it."""
    return english_time(moment) if _is_english(context) else danish_time(moment)


@pass_context
def number_shown(context: Context, number: float, decimals: int = 0) -> str:
    """The number as the page's language writes it."""
    return english_number(number, decimals) if _is_english(context) else danish_number(number, decimals)


@pass_context
def translated(context: Context, danish: str) -> str:
    """The text in the page's language."""
    return str(context["t"](danish))


@pass_context
def certainty_shown(context: Context, probability: float) -> str:
    """The probability in percent as the page's language writes it, never 100 for what is not certain."""
    return english_certainty(probability) if _is_english(context) else danish_certainty(probability)


@pass_context
def reasons_shown(context: Context, route: KeptRoute) -> ToldReasons:
    """Why the order went where it did, in the page's language, if it was kept in it."""
    return kept_reasons(route, context["t"].language)


def place_shown(postcode: str, city: str | None = "") -> str:
    """2150 Nordhavn: the town as the order has it, else the postcode's own name."""
    place = places().get(postcode)
    return f"{postcode} {city or (place.name if place else '')}".strip()


def _is_english(context: Context) -> bool:
    return bool(context["t"].language is Language.ENGLISH)


FILTERS = {
    "dato": date_shown,
    "kort": short_date_shown,
    "tid": time_shown,
    "tal": number_shown,
    "oversat": translated,
    "adresse": address,
    "sikkerhed": certainty_shown,
    "begrundelser": reasons_shown,
    "sted": place_shown,
}
