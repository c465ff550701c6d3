"""Any title, in any language the model knows, to the concepts of a taxonomy: characters and meaning together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Embedder
from indexer.terms import BUCKETS, term_ids
from taxonomy.catalog import Catalog
from taxonomy.importers.esco import EscoOccupation

LEXICAL_SHARE = 0.5  # neither view alone is as good: characters miss synonyms, meaning misses near-identical spelling
MEANING_FLOOR = 0.78  # two unrelated titles of a few words have about this cosine in multilingual e5

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Concept:
    """Something a title may mean, with every label it goes by."""

    uri: str
    label: str
    isco: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A concept that a title may mean; `score` from 0 to 1."""

    concept: Concept
    score: float


def own_concepts(catalog: Catalog) -> list[Concept]:
    """The occupations of our own taxonomy; their ids serve as uris."""
    return [
        Concept(found.id, found.label, found.isco, (*found.titles, *found.english_titles))
        for found in catalog.occupations.values()
    ]


def esco_concepts(occupations: Sequence[EscoOccupation]) -> list[Concept]:
    """ESCO's occupations; English labels stand beside the Danish."""
    return [Concept(found.uri, found.label, found.isco, (*found.danish, *found.english)) for found in occupations]


class ConceptIndex:
    """Concepts by their labels, ready to be linked to; embeds `embedded_labels` of each concept once (cached)."""

    def __init__(
        self,
        concepts: Sequence[Concept],
        embedder: Embedder,
        *,
        embedded_labels: Callable[[Concept], Sequence[str]] = lambda concept: concept.labels,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        self._concepts = tuple(concepts)
        self._embedder = embedder
        labelled = [(row, term_ids(label)) for row, concept in enumerate(concepts) for label in concept.labels]
        worded = [(row, found) for row, found in labelled if len(found)]  # reduceat has no empty segments
        terms = [found for _, found in worded]
        self._terms = np.concatenate(terms)
        counts = np.array([len(found) for found in terms])
        self._starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
        self._rarity = _rarity(terms)
        self._lengths = np.sqrt(np.add.reduceat(np.square(self._rarity)[self._terms], self._starts))
        self._label_owner = np.array([row for row, _ in worded])
        texts = [(row, label) for row, concept in enumerate(concepts) for label in embedded_labels(concept)]
        self._vectors = embedder.queries([text for _, text in texts])
        self._vector_owner = np.array([row for row, _ in texts])
        if progress:
            progress(len(texts))

    def link(self, titles: Sequence[str], top: int = 10) -> list[list[Link]]:
        """For every title the concepts it most probably means, best first; ties by uri."""
        vectors = self._embedder.queries(titles)
        return [self._best(title, vector, top) for title, vector in zip(titles, vectors, strict=True)]

    def _best(self, title: str, vector: Floats, top: int) -> list[Link]:
        meaning = _highest(self._vectors @ vector, self._vector_owner, len(self._concepts))
        near = np.clip((meaning - MEANING_FLOOR) / (1 - MEANING_FLOOR), 0, 1)
        scores = LEXICAL_SHARE * self._lexical(title) + (1 - LEXICAL_SHARE) * near
        rounded = np.round(scores, 4)
        rows = np.argsort(-rounded, kind="stable")[: top * 3]
        best = sorted(rows, key=lambda row: (-rounded[row], self._concepts[row].uri))[:top]
        return [Link(self._concepts[row], float(rounded[row])) for row in best]

    def _lexical(self, title: str) -> Floats:
        terms = term_ids(title)
        weights = np.zeros(BUCKETS, np.float32)
        weights[terms] = np.square(self._rarity[terms])
        own = float(np.sqrt(weights.sum()))
        if not own:
            return np.zeros(len(self._concepts), np.float32)
        shared, scale = np.add.reduceat(weights[self._terms], self._starts), own * self._lengths
        cosines = np.divide(shared, scale, out=np.zeros_like(shared), where=scale > 0)
        return _highest(cosines.astype(np.float32), self._label_owner, len(self._concepts))


def _rarity(labels: Sequence[NDArray[np.uint32]]) -> Floats:
    counts = np.bincount(np.concatenate(labels), minlength=BUCKETS)
    return np.log((1 + len(labels)) / (1 + counts)).astype(np.float32)


def _highest(values: Floats, owner: NDArray[np.intp], size: int) -> Floats:
    best = np.zeros(size, np.float32)
    np.maximum.at(best, owner, values.astype(np.float32))
    return best
