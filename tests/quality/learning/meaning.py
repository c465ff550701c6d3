"""Learning how meaning leans to the trades."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matcher.dispatch.weighing import Floats, softmax
from tests.quality.learning.weights import descend

STEPS, STEP_LENGTH = 120, 0.3
SHRINKAGE = 1e-3  # of planes over directions of unit spread


def learn_plane(vectors: NDArray[np.floating], trades: NDArray[np.intp], weight: Floats, columns: int) -> Floats:
    """The logistic regression from vectors of shape (lessons, dimensions) to trades: shape (dimensions + 1, columns).

    The last row is what a trade begins with; `weight` is what each lesson counts.
    """
    middle = np.average(vectors, axis=0, weights=weight)
    spread = float(np.sqrt(np.average(((vectors - middle) ** 2).mean(axis=1), weights=weight)))
    lessons = np.column_stack([(vectors - middle) / spread, np.ones(len(vectors))]).astype(np.float32)
    wanted = np.eye(columns)[trades]
    share = (weight / weight.sum())[:, None]

    def slope(plane: Floats) -> Floats:
        # In one precision: a product of two would convert the lessons at every step.
        logits = (lessons @ plane.astype(np.float32)).astype(np.float64)
        off = (softmax(logits) - wanted) * share
        return np.asarray(lessons.T @ off.astype(np.float32) + SHRINKAGE * plane)

    plane = descend(np.zeros((lessons.shape[1], columns)), slope, STEPS, STEP_LENGTH)
    raised = plane[:-1] / spread
    return np.vstack([raised, plane[-1] - middle @ raised])
