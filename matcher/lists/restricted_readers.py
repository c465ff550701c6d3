"""Lists for readers who do not see all that the consultant sees."""

from __future__ import annotations

from dataclasses import replace

from matcher.lists.matching import Matching
from matcher.wording.views import VISIBLE_CONDITIONS


def for_restricted_readers(matching: Matching) -> Matching:
    """The same matching where conditions that only the consultant sees change no score and no place.

    Its lists are kept under a version of the weights of their own.
    """
    weights = matching.scorer.weights.with_conditions(VISIBLE_CONDITIONS)
    versions = {**matching.versions, "weights": weights.version}
    return replace(matching, scorer=replace(matching.scorer, weights=weights), versions=versions)
