"""Template filters for dates, numbers and texts, in the language of the page."""

from __future__ import annotations

from collections.abc import Callable

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


def _by_language(danish: Callable[..., str], english: Callable[..., str]) -> Callable[..., str]:
    """A filter that writes as the page's language does."""

    @pass_context
    def shown(context: Context, *given: object) -> str:
        return (english if context["t"].language is Language.ENGLISH else danish)(*given)

    return shown


@pass_context
def translated(context: Context, danish: str) -> str:
    """The text in the page's language."""
    return str(context["t"](danish))


@pass_context
def reasons_shown(context: Context, route: KeptRoute) -> ToldReasons:
    """Why the order went where it did, in the page's language, if it was kept in it."""
    return kept_reasons(route, context["t"].language)


def place_shown(postcode: str, city: str | None = "") -> str:
    """2150 Nordhavn: the town as the order has it, else the postcode's own name."""
    place = places().get(postcode)
    return f"{postcode} {city or (place.name if place else '')}".strip()


FILTERS = {
    "dato": _by_language(danish_date, english_date),
    "kort": _by_language(danish_short_date, english_short_date),
    "tid": _by_language(danish_time, english_time),
    "tal": _by_language(danish_number, english_number),
    "oversat": translated,
    "adresse": address,
    "sikkerhed": _by_language(danish_certainty, english_certainty),
    "begrundelser": reasons_shown,
    "sted": place_shown,
}
