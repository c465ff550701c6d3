"""How runs of letters lean to the trades, learnt from the taxonomy's titles.

What words and meaning know nothing of still has a beginning and an end: a title cut short ("betonarb."), misspelt
("butikasistent") or joined of parts that no list has ("medicooperatør").
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.dispatch.words import Floats
from taxonomy.language import fold

FILE = Path(__file__).parent / "data" / "learnt_letters.npz"
PLACES = 1 << 15  # a run's place is its check sum; two runs that share one blur each other a little
SHORTEST, LONGEST = 3, 6  # letters of a run, the marks before and behind a word counted
LONGEST_TITLE = 200  # characters; what follows says no job
MOST_WORDS = 2  # a heading of more ("Løfte og le") is mostly no title, and its letters say nothing of the trade


@dataclass(frozen=True, slots=True, eq=False)
class LearntLetters:
    """The leaning of each place to each of the trades, in their order; shape (PLACES, trades)."""

    trades: tuple[str, ...]
    leanings: Floats

    def lean(self, title: str) -> Floats:
        """The leanings of the title's runs together, their sum by the root of their number; none of a longer heading.

        Shape (trades,).
        """
        if len(title[:LONGEST_TITLE].split()) > MOST_WORDS:
            return np.zeros(len(self.trades))
        places = runs_of(title)
        return np.asarray(self.leanings[places].sum(axis=0) / np.sqrt(max(len(places), 1)))


def runs_of(title: str) -> NDArray[np.intp]:
    """The places of the different runs of letters in the title's words, and of the words."""
    words = [f"<{word}>" for word in fold(title[:LONGEST_TITLE]).replace("-", " ").split()]
    runs = {
        word[start : start + length]
        for word in words
        for length in range(SHORTEST, LONGEST + 1)
        for start in range(len(word) - length + 1)
    }
    return np.unique(np.array([zlib.crc32(run.encode()) % PLACES for run in (*runs, *words)], np.intp))


@cache
def load_learnt_letters(trades: tuple[str, ...]) -> LearntLetters:
    """The bundled leanings in the order of the trades; a trade that was not there has none."""
    with np.load(FILE) as table:
        known = str(table["trades"]).split()
        raised = table["steps"].astype(np.float64) * float(table["scale"])
    ordered = np.zeros((PLACES, len(trades)))
    for column, trade in enumerate(trades):
        if trade in known:
            ordered[:, column] = raised[:, known.index(trade)]
    return LearntLetters(trades, ordered)
