"""Titles to concepts: the evidence for each concept, weighed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.by_labels import whole_text
from indexer.linking.concepts import Concept, Link
from indexer.linking.evidence import Evidence, OccupationEvidence
from indexer.linking.labels import Floats
from indexer.linking.skill_evidence import SkillEvidence
from indexer.linking.weighing import load_linking_weights, load_skill_weights
from indexer.linking.wordings import wordings
from taxonomy.catalog import Catalog, load_catalog


def texts_to_embed(concepts: Sequence[Concept]) -> list[str]:
    """What an index embeds of the concepts unless told otherwise: every Danish label and the first English one."""
    return list(dict.fromkeys(text for concept in concepts for text in (*concept.danish, *concept.english[:1])))


def passages_to_embed(concepts: Sequence[Concept]) -> list[str]:
    """What an index embeds of the concepts as passages, unless told otherwise."""
    return list(dict.fromkeys(whole_text(concept.danish, concept.english) for concept in concepts))


class ConceptIndex:
    """Concepts by their labels, ready to be linked to; embeds `embedded_labels` of each concept once (cached).

    `skills`: the concepts are things that people can or hold, not occupations.
    """

    def __init__(
        self,
        concepts: Sequence[Concept],
        embedder: Embedder,
        *,
        catalog: Catalog | None = None,
        embedded_labels: Callable[[Concept], Sequence[str]] = lambda concept: concept.danish,
        skills: bool = False,
    ) -> None:
        self._concepts = tuple(concepts)
        self._embedder = embedder
        gathering = SkillEvidence if skills else OccupationEvidence
        self._evidence: Evidence = gathering(concepts, embedder, catalog or load_catalog(), embedded_labels)
        self._weights = load_skill_weights() if skills else load_linking_weights()
        order = sorted(range(len(concepts)), key=lambda row: concepts[row].uri)
        self._uri_order = np.argsort(np.array(order, np.intp))

    def link(self, titles: Sequence[str], top: int = 10) -> list[list[Link]]:
        """For every title the concepts it most probably means, best first; ties by uri."""
        worded = [wordings(title) for title in titles]
        vectors = iter(self._embedder.queries([text for texts in worded for text in texts]))
        return [self._best(self.evidence(texts, [next(vectors) for _ in texts]), top) for texts in worded]

    def evidence(self, texts: Sequence[str], vectors: Sequence[Vectors]) -> Floats:
        """The best evidence over a title's wordings. Shape (kinds of evidence, concepts)."""
        return np.asarray(np.max([self._evidence.of(*worded) for worded in zip(texts, vectors, strict=True)], axis=0))

    def _best(self, evidence: Floats, top: int) -> list[Link]:
        sums = np.round(self._weights.sums(evidence), 4)
        rows = np.lexsort((self._uri_order, -sums))[:top]
        return [Link(self._concepts[row], round(self._weights.probability(float(sums[row])), 4)) for row in rows]
