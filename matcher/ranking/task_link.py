"""The shares of an order's tasks that each person has done, in any occupation, and asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from matcher.candidates.crowd import Floats, Profiles, among
from matcher.candidates.facts import FactKind, codes
from matcher.orders.tasks import TaskAsked

DONE, WISHED = "done", "wished"
FACTS: Mapping[str, FactKind] = {DONE: FactKind.TASK, WISHED: FactKind.WISHED_TASK}


class TaskLink:
    """One order's tasks, prepared once."""

    def __init__(self, asked: Sequence[TaskAsked]) -> None:
        numbers, weights = codes(one.task for one in asked), np.array([one.weight for one in asked])
        order = np.argsort(numbers)
        self._codes, self._weights = numbers[order], weights[order]

    def share(self, people: Profiles, signal: str) -> Floats:
        """From 0 to 1 for everybody; 0 where the order names no task. Shape (n,)."""
        rows, total = people.rows(FACTS[signal]), self._weights.sum()
        if not total:
            return np.zeros(len(people))
        asked = np.flatnonzero(among(rows.codes, self._codes))  # far fewer than are shown
        shown = self._weights[np.searchsorted(self._codes, rows.codes[asked])] * rows.amounts[asked]
        shares: Floats = np.bincount(rows.owner[asked], shown, len(people)) / total
        return shares
