"""How the search stands, as answers tell it."""

from __future__ import annotations

from api.wiring import House
from indexer.engines.contract import SearchUnavailableError
from indexer.intake.job_order import JobOrder

Plain = dict[str, object]

IN_STEP = "Søgningen er i drift."
BEHIND = "Søgningen er i drift, men mangler de seneste {lag} ændringer."
DOWN = "Søgningen er ude af drift lige nu. Ordrer og CV'er gemmes som altid; kandidater vises, når den er tilbage."


def search_state(house: House) -> Plain:
    """Whether the search is up, how many changes it is behind, and what that means, in Danish."""
    state = house.index.state()
    if not state.up:
        return {"up": False, "lag": state.lag, "message": DOWN}
    return {"up": True, "lag": state.lag, "message": BEHIND.format(lag=state.lag) if state.lag else IN_STEP}


def fitting(house: House, order: JobOrder) -> int | None:
    """How many of those found for the order may be proposed; None while the search is down."""
    try:
        return house.matching.eligible_found(order)
    except SearchUnavailableError:
        return None
