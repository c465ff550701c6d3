"""Lists by what others than the consultant are told of alone."""

from __future__ import annotations

from dataclasses import replace

from matcher.matching import Matching
from matcher.wording.views import TOLD_CONDITIONS


def by_what_is_told(matching: Matching) -> Matching:
    """The same matching where conditions that only the consultant is told of change no score and no place.

    Its lists are kept under a version of the weights of their own.
    """
    weights = matching.scorer.weights.with_conditions(TOLD_CONDITIONS)
    versions = {**matching.versions, "weights": weights.version}
    return replace(matching, scorer=replace(matching.scorer, weights=weights), versions=versions)
