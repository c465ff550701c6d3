"""How each word leans to the trades, learnt from made and labelled orders (the tool is tests/quality/fit_routing.py).

Words of workplaces stand in the made orders of every trade alike, so that they lean to none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from matcher.dispatch.words import Floats, leaning_together

FILE = Path(__file__).parent / "data" / "learnt_words.npz"


@dataclass(frozen=True, slots=True, eq=False)
class LearntWords:
    """The leaning of each stem to each of the trades, in their order."""

    trades: tuple[str, ...]
    leanings: Mapping[str, Floats]

    def lean(self, stems: Sequence[str]) -> Floats:
        """The leanings of the different stems together. Shape (trades,)."""
        return leaning_together(self.leanings, stems, len(self.trades))


@cache
def load_learnt_words(trades: tuple[str, ...]) -> LearntWords:
    """The bundled leanings in the order of the trades; a trade that was not there has none."""
    with np.load(FILE) as table:
        known = str(table["trades"]).split()
        raised = table["steps"].astype(np.float64) * float(table["scale"])
        stems = str(table["stems"]).split("\n")
    ordered = np.zeros((len(stems), len(trades)))
    for column, trade in enumerate(trades):
        if trade in known:
            ordered[:, column] = raised[:, known.index(trade)]
    return LearntWords(trades, dict(zip(stems, ordered, strict=True)))
