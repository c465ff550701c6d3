"""How far each concept stands out from the others: the same nearness tells more where nothing else is as near."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indexer.linking.labels import Floats

SHARPNESS = 0.03  # of nearness: how much nearer a clearly better concept is (development titles)


def shares_of(kinds: Sequence[str]) -> tuple[str, ...]:
    """The names of the shares of kinds of evidence, less the first: a label letter for letter is yes or no."""
    return tuple(f"{kind}_share" for kind in kinds[1:])


def with_shares(evidence: Floats, shared: int) -> Floats:
    """The evidence, and under it each concept's share of all that is near by each kind up to `shared` but the first."""
    near = evidence[1:shared]
    raised = np.exp((near - near.max(axis=1, keepdims=True, initial=0)) / SHARPNESS)
    return np.concatenate([evidence, raised / raised.sum(axis=1, keepdims=True)])
