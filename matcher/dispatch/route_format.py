"""Where an order goes, in the public form of `route`."""

from __future__ import annotations

from indexer.intake.json_form import JsonObject
from matcher.dispatch.route import Route


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
