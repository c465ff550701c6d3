"""Learning the directions in which the labels of one thing lie together."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.linking import esco_concepts
from taxonomy.importers.esco import import_esco
from tests.quality.fit_linking import held_out_labels
from tests.quality.fit_taught import Thing, labels_of_things, learn
from tests.quality.labelled_files import ESCO

THINGS, TELLING, LOUD = 60, 6, 6


def test_what_labels_of_one_thing_differ_in_counts_less_than_what_they_share() -> None:
    chance = np.random.default_rng(1)
    telling = np.repeat(chance.normal(size=(THINGS, TELLING)), 2, axis=0)
    vectors = np.hstack([telling, 3 * chance.normal(size=(2 * THINGS, LOUD))]).astype(np.float32)
    things = [Thing((2 * at, 2 * at + 1), ()) for at in range(THINGS)]

    along = learn(things, vectors).of(vectors)

    assert found_first(vectors) < 0.2
    assert found_first(along) > 0.6


def found_first(vectors: np.ndarray) -> float:
    """The share of first labels whose nearest second label is their own."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return float(((unit[::2] @ unit[1::2].T).argmax(axis=1) == np.arange(THINGS)).mean())


@pytest.mark.skipif(not ESCO.is_dir(), reason="ESCO's official files lie beside the project and may be absent")
def test_no_label_that_linking_is_measured_by_is_learnt_from() -> None:
    concepts = esco_concepts(import_esco(ESCO).concepts)
    _, danish = held_out_labels(concepts, "danish")
    ours = labels_of_things()[: len(concepts)]

    assert not {label for label, row in danish if label in ours[row][0]}
    assert len(danish) == 500
