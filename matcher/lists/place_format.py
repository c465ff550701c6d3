"""A place in a list, in the public form of `rank`."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.intake.json_form import JsonObject
from indexer.records.ranked_lists import RankedCv
from matcher.shortlisting.shortlist import ListPlace


def place_to_mapping(order_id: str, place: ListPlace, reasons: Sequence[str]) -> JsonObject:
    """The `rank` line of a place; `parts` sum to the score, `ask` is what only the person can settle."""
    return {
        "order": order_id,
        "cv": place.candidate_id,
        "rank": place.rank,
        "score": place.scored.score,
        "eligible": place.eligibility.eligible,
        "parts": place.parts,
        "reasons": list(reasons),
        "blocked_by": [verdict.reason for verdict in place.eligibility.blocking],
        "ask": [verdict.reason for verdict in place.eligibility.to_ask],
    }


def kept_place_to_mapping(place: RankedCv) -> JsonObject:
    """A place of a list that was kept, but for whose it is and of which list."""
    return {
        "cv_revision": place.cv_revision,
        "rank": place.rank,
        "score": place.score,
        "eligible": place.eligible,
        "parts": dict(place.parts),
        "reasons": list(place.reasons),
        "blocked_by": list(place.blocked_by),
    }
