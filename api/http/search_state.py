"""The state of the search, as answers report it."""

from __future__ import annotations

from dataclasses import dataclass

from api.wiring import Components
from indexer.engines.contract import SearchUnavailableError
from indexer.intake.job_order import JobOrder
from indexer.intake.json_form import JsonObject

IN_STEP = "Søgningen er i drift."
BEHIND = "Søgningen er i drift; {lag} af de seneste ændringer er på vej ind."
DOWN = "Søgningen er ude af drift lige nu. Ordrer og CV'er gemmes som altid; kandidater vises, når den er tilbage."


@dataclass(frozen=True, slots=True)
class SearchState:
    """Whether the search is up, how many changes it is behind, and a Danish text of it with a blank for these."""

    up: bool
    lag: int
    text: str


def search_known(components: Components) -> SearchState:
    """The state of the search now."""
    state = components.index.state()
    lag = state.lag or 0
    text = DOWN if not state.up else BEHIND if lag else IN_STEP
    return SearchState(state.up, lag, text)


def search_state(components: Components) -> JsonObject:
    """Whether the search is up, how many changes it is behind, and what that means, in Danish."""
    known = search_known(components)
    return {"up": known.up, "lag": known.lag, "message": known.text.format(lag=known.lag)}


def fitting(components: Components, order: JobOrder) -> int | None:
    """How many of those found for the order may be proposed; None while the search is down."""
    try:
        return components.matching.eligible_found(order)
    except SearchUnavailableError:
        return None
