"""Learns whether a text wishes for somebody to do a job: `python -m tests.quality.fit_wish CACHE [--save]`.

Texts with a job are those labelled with a trade and the short lessons; texts without one those whose trade is null.
Prints, each sixth of the files left out in turn, how many of either lie above each border among the texts whose words
name no occupation: the borders of matcher/dispatch/data/routing.toml (`wish_from`, `wish_unnamed_from`) are chosen
there. `--save` learns from all and writes matcher/dispatch/data/learnt_wish.npz.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.choose import choose_embedder
from indexer.embedding.contract import Embedder, Vectors
from matcher.dispatch.learnt_meaning import Floats
from matcher.evaluation.labels import LabelledOrder, read_labelled_order
from matcher.orders.profile import understand
from taxonomy.catalog import load_catalog
from tests.quality.labelled_files import FOLDER, read_labelled
from tests.quality.learning.keeping import save_wish
from tests.quality.learning.meaning import learn_plane

BORDERS = (-4.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0)
PARTS = 6
PATTERNS = ("routing/orders_development*.jsonl", "reading/requirements_development*.jsonl", "routing/lessons.jsonl")


@dataclass(frozen=True)
class Wishes:
    """The texts with their vectors, whether each names a job, and the part that its file is in."""

    texts: list[LabelledOrder]
    vectors: Vectors
    job: NDArray[np.bool_]
    part: NDArray[np.intp]

    def learn(self, kept: NDArray[np.bool_]) -> Floats:
        """The plane by the texts that are kept, either kind counting the same."""
        job = self.job[kept]
        weight = np.where(job, 1 / job.sum(), 1 / (~job).sum())
        plane = learn_plane(self.vectors[kept], job.astype(np.intp), weight, 2)
        return np.asarray(plane[:, 1] - plane[:, 0])

    def left_out(self) -> Floats:
        """What each text is given by the planes that never saw its file."""
        found = np.zeros(len(self.texts))
        for part in range(PARTS):
            plane, out = self.learn(self.part != part), self.part == part
            found[out] = self.vectors[out] @ plane[:-1] + plane[-1]
        return found


def read_wishes(embedder: Embedder) -> Wishes:
    """All development texts and lessons."""
    files = [file for pattern in PATTERNS for file in sorted(FOLDER.glob(pattern))]
    read = [(number, one) for number, file in enumerate(files) for one in read_labelled(file, read_labelled_order)]
    texts = [one for _, one in read]
    vectors = embedder.queries([f"{one.order.title}. {one.order.text}" for one in texts])
    job = np.array([one.trade is not None for one in texts])
    return Wishes(texts, vectors, job, np.array([number % PARTS for number, _ in read]))


def main() -> None:
    """Learn, and show what the borders would let through."""
    embedder, catalog = choose_embedder(cache_folder=Path(sys.argv[1])), load_catalog()
    wishes = read_wishes(embedder)
    given = wishes.left_out()
    unnamed = np.array([not understand(one.order, catalog).occupations for one in wishes.texts])
    for border in BORDERS:
        jobs, others = given[unnamed & wishes.job] >= border, given[unnamed & ~wishes.job] >= border
        print(f"from {border}: {jobs.mean():.3f} of {len(jobs)} with a job, {others.sum()} of {len(others)} without")
    if "--save" in sys.argv:
        save_wish(embedder.name, wishes.learn(np.ones(len(wishes.texts), np.bool_)))


if __name__ == "__main__":
    main()
