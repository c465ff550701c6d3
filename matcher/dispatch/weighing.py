"""Evidence to probabilities: one weight a kind of evidence, fitted on labelled texts, kept as data with a version."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.dispatch.evidence import EVIDENCE, RouteEvidence

FILE = Path(__file__).parent / "data" / "routing.toml"

BORDERS = ("decide_from", "wish_titled_from", "wish_from", "wish_unnamed_from", "sureness_counts", "job_from")

SMALLEST_DOUBT = 1e-5

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RoutingWeights:
    """The weight of each kind of evidence, and from which probability and nearness on the machine decides alone.

    `wish_from` is how much the text must be that of a job where the title names none, `wish_titled_from` where the
    title names one and the text tells nothing of it. Where no occupation is named at all and not two tasks,
    `wish_unnamed_from` holds, and the odds of the trade count as well: `sureness_counts` times their logarithm.
    """

    version: str
    weights: Floats
    decide_from: float
    wish_titled_from: float
    wish_from: float
    wish_unnamed_from: float
    sureness_counts: float
    job_from: float


@cache
def load_routing_weights(file: Path = FILE) -> RoutingWeights:
    """The weights of a file."""
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    weights = np.array([float(content["weights"][name]) for name in EVIDENCE])
    return RoutingWeights(content["version"], weights, **{name: content[name] for name in BORDERS})


def probabilities(evidence: RouteEvidence, weights: RoutingWeights) -> Floats:
    """The probability of each trade. Shape (trades,), sum 1."""
    return softmax(weights.weights @ evidence.values)


def softmax(logits: Floats) -> Floats:
    """Exponentials as shares of their sum over the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))


def log_odds(probability: float) -> float:
    """The logarithm of how much likelier right than wrong, of no more than a hundred thousand to one."""
    sure = min(probability, 1 - SMALLEST_DOUBT)
    return math.log(sure / (1 - sure))
