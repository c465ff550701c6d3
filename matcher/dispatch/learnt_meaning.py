"""How the meaning of a title and of a text leans to the trades, learnt in the model's own space.

Every title of the taxonomy is a lesson (the tool is tests/quality/fit_routing.py), so that a title that no list has
leans to where its neighbours in meaning lie, however its words end.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Vectors

FILE = Path(__file__).parent / "data" / "learnt_meaning.npz"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LearntMeaning:
    """A plane for each trade, for titles and for whole texts; `planes` of shape (2, dimensions + 1, trades)."""

    trades: tuple[str, ...]
    planes: Floats

    def lean(self, vectors: Vectors | Floats) -> Floats:
        """The leanings of a title's vector and a text's, shape (2, dimensions), to each trade. Shape (2, trades)."""
        return np.asarray(np.einsum("pd,pdt->pt", vectors, self.planes[:, :-1]) + self.planes[:, -1])


@cache
def load_learnt_meaning(trades: tuple[str, ...], model: str, dimensions: int) -> LearntMeaning:
    """The bundled planes in the order of the trades; zeros for another model's space and a trade that was not there."""
    ordered = np.zeros((2, dimensions + 1, len(trades)))
    with np.load(FILE) as table:
        known, learnt = str(table["trades"]).split(), table["planes"].astype(np.float64)
        if str(table["space"]) != space(model):
            return LearntMeaning(trades, ordered)
    for column, trade in enumerate(trades):
        if trade in known:
            ordered[:, :, column] = learnt[:, :, known.index(trade)]
    return LearntMeaning(trades, ordered)


def space(model: str) -> str:
    """The model without what runs it: its vectors lie in one space whoever reckons them."""
    return model.partition("/")[0]
