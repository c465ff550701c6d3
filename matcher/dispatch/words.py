"""Which trade a word speaks for, counted over the taxonomy's own titles, skills and tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from taxonomy.catalog import Catalog
from taxonomy.language import analyse
from taxonomy.reading.job_titles.title_forms import title_words

SMOOTHING = 0.5  # a word seen once in one trade is a hint, no proof
TITLE_WEIGHT = 3  # a word of a title names the job; a word of a task may stand anywhere

# Words for anybody who works somewhere: what stands before them tells the trade (a mejerivikar is no care worker).
STAFF_STEMS = frozenset(stem for word in title_words("staff_ends") for stem in analyse(word))

Floats = NDArray[np.float64]


class TradeWords:
    """For every stem of the taxonomy the logarithm of how much likelier it is in each trade than on average."""

    def __init__(self, catalog: Catalog) -> None:
        self.trades = tuple(catalog.trades)
        counts = {trade: _counted(catalog, trade) for trade in self.trades}
        totals = np.array([sum(counts[trade].values()) for trade in self.trades], np.float64)
        stems = set().union(*counts.values())
        self._hints = {
            stem: _centred(np.array([counts[trade][stem] for trade in self.trades], np.float64), totals)
            for stem in stems
        }

    def hint(self, stem: str) -> Floats | None:
        """The stem's leaning to each trade, or None for a stem the taxonomy does not know. Shape (trades,)."""
        return self._hints.get(stem)

    def lean(self, stems: Sequence[str]) -> Floats:
        """The leanings of the different stems together. Shape (trades,)."""
        return leaning_together(self._hints, stems, len(self.trades))


def leaning_together(leanings: Mapping[str, Floats], stems: Sequence[str], trades: int) -> Floats:
    """The sum over the different known stems by the root of their number; zeros for none. Shape (trades,)."""
    known = [found for stem in dict.fromkeys(stems) if (found := leanings.get(stem)) is not None]
    return np.asarray(np.sum(known, axis=0) / np.sqrt(len(known))) if known else np.zeros(trades)


def _counted(catalog: Catalog, trade: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for occupation in catalog.occupations_by_trade[trade]:
        for text, weight in (
            (", ".join((*occupation.titles, *occupation.english_titles)), TITLE_WEIGHT),
            (", ".join((*occupation.skills, *occupation.tasks)), 1),
        ):
            counts.update({stem: weight for stem in analyse(text) if stem not in STAFF_STEMS})
    return counts


def _centred(counts: Floats, totals: Floats) -> Floats:
    rates = np.log((counts + SMOOTHING) / (totals + SMOOTHING))
    return np.asarray(rates - rates.mean())
