"""How far each concept stands out from the others: the same nearness tells more where nothing else is as near."""

from __future__ import annotations

import numpy as np

from indexer.linking.by_labels import BY_LABELS
from indexer.linking.labels import Floats

SHARED = BY_LABELS[1:]  # a label letter for letter is a matter of yes or no
SHARES = tuple(f"{kind}_share" for kind in SHARED)
SHARPNESS = 0.03  # of nearness: how much nearer a clearly better concept is (development titles)


def with_shares(evidence: Floats) -> Floats:
    """The evidence, BY_LABELS first, and under it each concept's share of all that is near by each of SHARED."""
    near = evidence[1 : len(BY_LABELS)]
    raised = np.exp((near - near.max(axis=1, keepdims=True, initial=0)) / SHARPNESS)
    return np.concatenate([evidence, raised / raised.sum(axis=1, keepdims=True)])
