"""The weights of the evidence, and the probability that a weighted sum stands for."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from indexer.linking.evidence import EVIDENCE
from indexer.linking.labels import Floats
from indexer.linking.skill_evidence import SKILL_EVIDENCE

_DATA = Path(__file__).parent / "data"
FILE, SKILL_FILE = _DATA / "weights.toml", _DATA / "skill_weights.toml"


@dataclass(frozen=True, slots=True, eq=False)
class LinkingWeights:
    """One weight for each kind of evidence; a weighted sum of `even` is as likely right as wrong."""

    version: str
    weights: Floats
    steepness: float
    even: float

    def sums(self, evidence: Floats) -> Floats:
        """The weighed sum of each concept. Shape (concepts,)."""
        return self.weights @ evidence

    def probability(self, weighed: float) -> float:
        """The probability that a concept with this sum is right."""
        return float(1 / (1 + np.exp(self.even - self.steepness * weighed)))

    def sum_of(self, probability: float) -> float:
        """The weighed sum that stands for a probability between 0 and 1."""
        return float((self.even + np.log(probability / (1 - probability))) / self.steepness)


@cache
def load_linking_weights(file: Path = FILE) -> LinkingWeights:
    """The weights of a file for occupations."""
    return _load(file, EVIDENCE)


@cache
def load_skill_weights(file: Path = SKILL_FILE) -> LinkingWeights:
    """The weights of a file for skills."""
    return _load(file, SKILL_EVIDENCE)


def _load(file: Path, kinds: Sequence[str]) -> LinkingWeights:
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    weights = np.array([float(content["weights"][name]) for name in kinds], np.float32)
    return LinkingWeights(content["version"], weights, content["steepness"], content["even"])
