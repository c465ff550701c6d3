"""Learning how runs of letters lean to the trades."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.dispatch.learnt_letters import PLACES, runs_of
from matcher.dispatch.weighing import Floats, softmax
from tests.quality.learning.weights import descend

STEPS, STEP_LENGTH = 100, 0.3
SHRINKAGE = 1e-6  # 3e-7 and 3e-6 did worse on titles left out


def learn_letters(titles: Sequence[str], trade: NDArray[np.intp], trades: int) -> Floats:
    """The leanings of each place, shape (PLACES, trades): the logistic regression over titles and their trades.

    Every trade counts the same, however many titles it has.
    """
    runs = [runs_of(title) for title in titles]
    known = [row for row, found in enumerate(runs) if len(found)]
    counts = np.array([len(runs[row]) for row in known])
    place, title = np.concatenate([runs[row] for row in known]), np.repeat(np.arange(len(known)), counts)
    value, starts = (1 / np.sqrt(counts))[title][:, None], np.concatenate([[0], np.cumsum(counts)[:-1]])
    order = np.argsort(place, kind="stable")
    seen, first = np.unique(place[order], return_index=True)
    column = trade[known]
    wanted, weight = np.eye(trades)[column], (1 / np.bincount(column, minlength=trades))[column][:, None] / trades

    def slope(leanings: Floats) -> Floats:
        off = (softmax(np.add.reduceat(leanings[place] * value, starts, axis=0)) - wanted) * weight
        found = SHRINKAGE * leanings
        found[seen] += np.add.reduceat((off[title] * value)[order], first, axis=0)
        return np.asarray(found)

    leanings = descend(np.zeros((PLACES, trades)), slope, STEPS, STEP_LENGTH)
    return np.asarray(leanings - leanings.mean(axis=1, keepdims=True))
