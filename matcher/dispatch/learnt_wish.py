"""Whether a text wishes for somebody to do a job, learnt in the model's own space from texts with a job and without.

The tool is tests/quality/fit_wish.py. "Inde i varmen: steg pølser, kasse" names no occupation and is a job all the
same; "Ny kollega: god stemning, ring" is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from indexer.embedding.contract import Vectors
from matcher.dispatch.learnt_meaning import Floats, space

FILE = Path(__file__).parent / "data" / "learnt_wish.npz"


@dataclass(frozen=True, slots=True, eq=False)
class LearntWish:
    """A plane between texts without a job and texts with one; `plane` of shape (dimensions + 1,)."""

    plane: Floats

    def of(self, vector: Vectors | Floats) -> float:
        """How much a text's vector, shape (dimensions,), is that of a job: above 0 for one, the further the surer."""
        return float(vector @ self.plane[:-1] + self.plane[-1])


@cache
def load_learnt_wish(model: str, dimensions: int) -> LearntWish:
    """The bundled plane; zeros for another model's space, so that every text there is doubtful."""
    with np.load(FILE) as table:
        known = str(table["space"]) == space(model)
        return LearntWish(table["plane"].astype(np.float64) if known else np.zeros(dimensions + 1))
