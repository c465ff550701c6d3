"""Evidence to probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.dispatch.evidence import EVIDENCE
from matcher.dispatch.weighing import load_routing_weights, softmax


def test_probabilities_sum_to_one_however_large_the_evidence() -> None:
    assert softmax(np.array([1000.0, 0.0, -1000.0])) == pytest.approx([1, 0, 0])
    assert softmax(np.array([[1.0, 1.0], [0.0, 5.0]])).sum(axis=1) == pytest.approx([1, 1])


def test_no_evidence_speaks_against_a_trade() -> None:
    weights = load_routing_weights()

    assert weights.weights.shape == (len(EVIDENCE),)
    assert (weights.weights >= 0).all()
    assert 0 < weights.decide_from < 1
