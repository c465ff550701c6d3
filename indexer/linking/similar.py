"""Ranks a list of titles by how nearly each names the same job as a given title, in any language.

Two titles are near by their meaning and letters, and by what our occupations make of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indexer.embedding.contract import Embedder
from indexer.linking.concepts import Concept, Link, own_concepts
from indexer.linking.index import ConceptIndex
from indexer.linking.labels import Floats, LabelLetters, LabelMeaning
from indexer.linking.taught import TaughtLabels, taught_for
from taxonomy.catalog import Catalog, load_catalog

# Judged on the similar titles of tests/quality/linking/similar (development half, 2026-11-23): 2 to 4 for MEANING
# changes mean average precision by less than 0.01, as did doubling or halving any other before.
MEANING, LETTERS, OCCUPATIONS, GROUPS, PROFILE = 3.0, 0.5, 1.0, 1.0, 1.0
SHARPNESS = 1.0  # of weighed sums: how much surer the better of two occupations is
# The probability that a title names the same job is 1 / (1 + exp(EVEN - STEEPNESS * sum)); same source.
STEEPNESS, EVEN = 1.8, 6.4


@dataclass(frozen=True, slots=True, eq=False)
class _Jobs:
    """Titles expressed by our occupations; rows are unit vectors, one a title."""

    occupations: Floats
    groups: Floats
    profile: Floats

    def like(self, other: _Jobs) -> Floats:
        """How alike every title is to every other. Shape (titles, titles of the other)."""
        return np.asarray(
            OCCUPATIONS * self.occupations @ other.occupations.T
            + GROUPS * self.groups @ other.groups.T
            + PROFILE * self.profile @ other.profile.T,
            np.float32,
        )


class SimilarTitles:
    """A list of titles, each with its id, ready to be ranked by nearness to others."""

    def __init__(
        self, titles: Sequence[tuple[str, str]], embedder: Embedder, *, catalog: Catalog | None = None
    ) -> None:
        catalog = catalog or load_catalog()
        own = own_concepts(catalog)
        self._own = ConceptIndex(own, embedder, catalog=catalog, most_names=1)
        groups, group = np.unique(np.array([concept.isco for concept in own]), return_inverse=True)
        self._in_group = np.eye(len(groups), dtype=np.float32)[group]
        self._embedder = embedder
        variants = [self._own.variants(title) for _, title in titles]
        self._taught = taught_for(embedder)
        self._meaning = TaughtLabels(LabelMeaning(variants, embedder), self._taught)
        self._letters = LabelLetters(variants)
        self._jobs = self._of(variants)
        self._concepts = [Concept(uri, title, "", ()) for uri, title in titles]
        order = sorted(range(len(titles)), key=lambda row: titles[row][0])
        self._uri_order = np.argsort(np.array(order, np.intp))

    def link(self, titles: Sequence[str], top: int = 10) -> list[list[Link]]:
        """For every title those of the list that most nearly name its job, best first; ties by id."""
        return [self._nearest(self.near(title), top) for title in titles]

    def near(self, title: str) -> Floats:
        """How near each title of the list is. Shape (titles of the list,)."""
        if not self._concepts:
            return np.zeros(0, np.float32)
        variants = self._own.variants(title)
        along = self._taught.of(self._embedder.queries(variants))
        meaning = np.max([self._meaning.near(vector) for vector in along], axis=0)
        letters = np.max([self._letters.near(text) for text in variants], axis=0)
        return np.asarray(MEANING * meaning + LETTERS * letters + self._of([variants]).like(self._jobs)[0], np.float32)

    def _of(self, variants: Sequence[Sequence[str]]) -> _Jobs:
        sums = np.array(list(self._own.weighed(variants)), np.float32).reshape(len(variants), len(self._in_group))
        shares = np.exp(SHARPNESS * (sums - sums.max(axis=1, keepdims=True)))
        shares /= shares.sum(axis=1, keepdims=True)
        return _Jobs(
            occupations=np.sqrt(shares),
            groups=np.sqrt(shares @ self._in_group),
            profile=_unit(sums - sums.mean(axis=1, keepdims=True)),
        )

    def _nearest(self, near: Floats, top: int) -> list[Link]:
        near = np.round(near, 4)
        rows = np.lexsort((self._uri_order, -near))[:top]
        sure = 1 / (1 + np.exp(EVEN - STEEPNESS * near[rows].astype(float)))
        return [Link(self._concepts[row], round(float(score), 4)) for row, score in zip(rows, sure, strict=True)]


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)
