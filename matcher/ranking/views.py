"""The lexical and the meaning view of every text signal, raw: not yet comparable between orders."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from matcher.candidates.profile import PassageKind
from matcher.orders.profile import DEMANDS, TEXT, TITLE, OrderProfile
from matcher.ranking.batch import Batch, Floats
from matcher.texts.quantising import quantised
from matcher.texts.terms import squared_rarity, term_length

WISHES = (PassageKind.WISH, PassageKind.HEADLINE)
SKILLS = (PassageKind.SKILLS, PassageKind.EDUCATION)
YEARS_THAT_COUNT = 5.0  # more years in the same job prove nothing more
SHORT_HISTORY = 0.9  # what a job held a few weeks counts against one held five years

# Each text signal: which of the order's texts against which passages of the CV.
Reduce = Callable[[Batch, Floats], Floats]
TEXT_SIGNALS: dict[str, tuple[int, Reduce]] = {
    "wish": (TITLE, lambda batch, values: batch.best_of(values, WISHES)),
    "history": (TITLE, lambda batch, values: batch.best_of(values * tenure_weights(batch), (PassageKind.HISTORY,))),
    "skills": (DEMANDS, lambda batch, values: batch.best_of(values, SKILLS)),
    "profile": (TEXT, lambda batch, values: batch.best_of(values, (PassageKind.PROFILE,))),
    "whole": (TEXT, lambda batch, values: batch.mean(values)),
}


def tenure_weights(batch: Batch) -> Floats:
    """Between SHORT_HISTORY and 1 by the years a passage's job was held."""
    share = np.minimum(batch.passages.years, YEARS_THAT_COUNT) / YEARS_THAT_COUNT
    weights: Floats = (SHORT_HISTORY + (1 - SHORT_HISTORY) * share).astype(np.float32)
    return weights


def raw_views(order: OrderProfile, batch: Batch) -> dict[str, tuple[Floats, Floats]]:
    """Per text signal the lexical and the meaning similarity of every candidate, shape (n,); NaN: no such text."""
    meaning, lexical = similarities(batch, order), lexical_similarities(batch, order)
    return {
        name: (
            reduce(batch, np.ascontiguousarray(lexical[:, which])),
            reduce(batch, np.ascontiguousarray(meaning[:, which])),
        )
        for name, (which, reduce) in TEXT_SIGNALS.items()
    }


def similarities(batch: Batch, order: OrderProfile) -> Floats:
    """Cosine of every passage with the order's three texts, shape (passages, 3), the same whatever stands beside it."""
    steps, scales = quantised(order.vectors)
    found: Floats = batch.products(steps) * np.outer(batch.passages.scales, scales)
    return found


def lexical_similarities(batch: Batch, order: OrderProfile) -> Floats:
    """Cosine of rarity-weighted terms of every passage with the order's three texts, shape (passages, 3)."""
    shared = batch.passages.terms.shared(order.terms, squared_rarity())
    scales = np.outer(batch.passages.term_lengths, np.array([term_length(terms) for terms in order.terms], np.float32))
    cosines = np.zeros(shared.shape, np.float32)
    np.divide(shared, scales, out=cosines, where=scales > 0, casting="same_kind")
    return cosines
