"""Titles to concepts: the evidence for each concept, weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.by_labels import ByLabels, names_to_embed, whole_text
from indexer.linking.concepts import Concept, Link
from indexer.linking.evidence import LinkEvidence, OccupationEvidence
from indexer.linking.job_words import gloss
from indexer.linking.label_words import LabelWords
from indexer.linking.labels import Floats
from indexer.linking.lead_ins import without_lead_in
from indexer.linking.shares import with_shares
from indexer.linking.skill_evidence import SkillEvidence
from indexer.linking.telling_labels import telling
from indexer.linking.title_variants import MOST_VARIANTS, title_variants
from indexer.linking.weighing import load_linking_weights, load_skill_weights
from taxonomy.catalog import Catalog, load_catalog

# The share of labelled titles that mean the one concept that has them for a label, letter for letter (93 of 97,
# development halves); where several have, it is divided among them.
NAMED_SO = 0.93


def texts_to_embed(concepts: Sequence[Concept], *, skills: bool = False) -> list[str]:
    """What an index embeds: Danish labels, telling ones of further languages, of skills the first English one alone."""
    labels = ((*names_to_embed(one), *(one.english[:1] if skills else telling(one.english))) for one in concepts)
    return list(dict.fromkeys(text for of_concept in labels for text in of_concept))


def passages_to_embed(concepts: Sequence[Concept]) -> list[str]:
    """What an index embeds of the concepts as passages, unless told otherwise."""
    return list(dict.fromkeys(map(whole_text, concepts)))


class ConceptIndex:
    """Concepts by their labels, ready to be linked to; embeds their labels once (cached).

    `most_names`: how many labels of a language are embedded, if not all.
    `skills`: the concepts are things that people can or hold, not occupations.
    """

    def __init__(
        self,
        concepts: Sequence[Concept],
        embedder: Embedder,
        *,
        catalog: Catalog | None = None,
        most_names: int | None = None,
        skills: bool = False,
    ) -> None:
        self._concepts, self._skills = tuple(concepts), skills
        self._embedder = embedder
        catalog = catalog or load_catalog()
        self._words = LabelWords(concepts, catalog)
        labels = ByLabels(concepts, embedder, catalog, self._words, most_names)
        self._same = labels.same
        self._evidence: LinkEvidence = (
            SkillEvidence(concepts, embedder, labels)
            if skills
            else OccupationEvidence(concepts, embedder, catalog, labels, most_names)
        )
        self._weights = load_skill_weights() if skills else load_linking_weights()
        order = sorted(range(len(concepts)), key=lambda row: concepts[row].uri)
        self._uri_order = np.argsort(np.array(order, np.intp))

    def link(self, titles: Sequence[str], top: int = 10) -> list[list[Link]]:
        """For every title the concepts it most probably means, best first; ties by uri."""
        variants = [self.variants(title) for title in titles]
        sums = map(self._at_least_as_named, variants, self.weighed(variants))
        return [self._best(of_concepts, top) for of_concepts in sums]

    def weighed(self, variants: Sequence[Sequence[str]]) -> Iterator[Floats]:
        """For each title's variants the weighed evidence. Shape of each (concepts,)."""
        vectors = iter(self._embedder.queries([text for texts in variants for text in texts]))
        for texts in variants:
            yield self._weights.sums(self.evidence(texts, [next(vectors) for _ in texts]))

    def variants(self, title: str) -> tuple[str, ...]:
        """The texts looked for in place of a title: bared of noise, its parts a gloss of strange words."""
        found = title_variants(title)
        if self._skills:
            return tuple(dict.fromkeys((*found, without_lead_in(found[0]))))
        english = gloss(found[0], self._words.letters_of)
        return tuple(dict.fromkeys((*found[: MOST_VARIANTS - 1], english))) if english else found

    def evidence(self, texts: Sequence[str], vectors: Sequence[Vectors]) -> Floats:
        """The best evidence over a title's variants, with shares. Shape (kinds of evidence, concepts)."""
        found = [self._evidence.of(*variant) for variant in zip(texts, vectors, strict=True)]
        return with_shares(np.asarray(np.max(found, axis=0)), self._evidence.shared)

    def _at_least_as_named(self, texts: Sequence[str], sums: Floats) -> Floats:
        """The sums, raised for concepts of which the title is a label to what that alone makes probable."""
        named = self._same.same(texts[0]) > 0
        if not named.any():
            return sums
        least = self._weights.sum_of(NAMED_SO / int(named.sum()))
        return np.where(named, np.maximum(sums, np.float32(least)), sums)

    def _best(self, sums: Floats, top: int) -> list[Link]:
        sums = np.round(sums, 4)
        rows = np.lexsort((self._uri_order, -sums))[:top]
        return [Link(self._concepts[row], round(self._weights.probability(float(sums[row])), 4)) for row in rows]
