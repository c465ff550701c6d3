"""Evidence to probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.dispatch.evidence import EVIDENCE
from matcher.dispatch.fitting import calibration_error, fit
from matcher.dispatch.weighing import load_routing_weights, softmax


def test_probabilities_sum_to_one_however_large_the_evidence() -> None:
    assert softmax(np.array([1000.0, 0.0, -1000.0])) == pytest.approx([1, 0, 0])
    assert softmax(np.array([[1.0, 1.0], [0.0, 5.0]])).sum(axis=1) == pytest.approx([1, 1])


def test_no_evidence_speaks_against_a_trade() -> None:
    weights = load_routing_weights()

    assert weights.weights.shape == (len(EVIDENCE),)
    assert (weights.weights >= 0).all()
    assert 0 < weights.decide_from < 1


def test_fitting_gives_weight_to_the_evidence_that_tells() -> None:
    drawn = np.random.default_rng(1)
    right = drawn.integers(0, 3, 60)
    evidence = drawn.normal(size=(60, len(EVIDENCE), 3)) * 0.1
    evidence[np.arange(60), 2, right] += 1  # only the third kind of evidence knows

    weights = fit(evidence, [{place} for place in right.tolist()])

    assert weights.argmax() == 2
    assert (weights >= 0).all()


def test_the_calibration_error_is_the_gap_between_promise_and_outcome() -> None:
    assert calibration_error(np.array([0.75, 0.75, 0.75, 0.75]), np.array([True, True, True, False])) == pytest.approx(
        0
    )
    assert calibration_error(np.array([0.95, 0.95]), np.array([True, False])) == pytest.approx(0.45)
