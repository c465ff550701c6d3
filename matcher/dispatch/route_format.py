"""Where an order goes, in the public form of `route` and as it is kept."""

from __future__ import annotations

from typing import NamedTuple

from indexer.intake.json_form import JsonObject
from indexer.records.routes import KeptRoute
from matcher.dispatch.route import Route
from matcher.wording.language import Language

TOLD_IN = "reasons_in"  # kept beside the public fields: the reasons in other languages than Danish


class ToldReasons(NamedTuple):
    """The reasons of a kept route and the language that they are in."""

    language: Language
    sentences: tuple[str, ...]


def route_to_mapping(route: Route) -> JsonObject:
    """The `route` line of an order."""
    occupation = route.occupation
    return {
        "id": route.order_id,
        "trade": route.trade,
        "department": route.department.key,
        "confidence": route.confidence,
        "needs_decision": route.needs_decision,
        "occupation": {"id": occupation.id, "label": occupation.label, "isco": occupation.isco} if occupation else None,
        "alternatives": [{"trade": found.trade, "confidence": found.confidence} for found in route.alternatives],
        "reasons": list(route.reasons),
        "marks": list(route.marks),
    }


def kept_route(route: Route, revision: int) -> KeptRoute:
    """The route as it is kept for a revision of the order, told in every language."""
    others = [language for language in Language if language is not Language.DANISH]
    told = {language.value: list(route.reasons_in(language)) for language in others}
    return KeptRoute(
        order_id=route.order_id,
        revision=revision,
        trade=route.trade,
        department=route.department.key,
        confidence=route.confidence,
        needs_decision=route.needs_decision,
        details={**route_to_mapping(route), TOLD_IN: told},
    )


def kept_to_mapping(kept: KeptRoute) -> JsonObject:
    """The `route` line of a kept route."""
    return {name: value for name, value in kept.details.items() if name != TOLD_IN}


def kept_reasons(kept: KeptRoute, language: Language) -> ToldReasons:
    """Why the kept route goes where it goes; in Danish where it was kept before other languages were."""
    others = kept.details.get(TOLD_IN)
    if isinstance(others, dict) and language.value in others:
        return ToldReasons(language, tuple(others[language.value]))
    return ToldReasons(Language.DANISH, tuple(kept.details["reasons"]))
