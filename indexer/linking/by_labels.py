"""How near a text is to the concepts' labels: by equality, letters, translation and meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.concepts import Concept
from indexer.linking.label_words import LabelWords
from indexer.linking.labels import Floats, LabelLetters, LabelMeaning, SameLabels, cosines, related
from indexer.linking.translation import TranslatedLabels, learn_translation
from taxonomy.catalog import Catalog

BY_LABELS = (
    "same",
    "letters_danish",
    "letters_english",
    "translated",
    "meaning_danish",
    "meaning_english",
    "meaning_middle",
    "meaning_whole",
)
FIRST_NAMES = 5  # of a concept and language; more of them cost time and blur what the concept is


class ByLabels:
    """Compares texts with the concepts' labels in every way that BY_LABELS names."""

    def __init__(
        self,
        concepts: Sequence[Concept],
        embedder: Embedder,
        catalog: Catalog,
        words: LabelWords,
        embedded: Callable[[Concept], Sequence[str]],
    ) -> None:
        english, others = [concept.english for concept in concepts], [[*chain(*one.others)] for one in concepts]
        self.same = SameLabels([(*one.danish, *one.english, *more) for one, more in zip(concepts, others, strict=True)])
        self.danish = LabelLetters([(*one.danish, *more) for one, more in zip(concepts, others, strict=True)])
        self.english = LabelLetters(english)
        translation = learn_translation(concepts, catalog, words)
        self._translated = TranslatedLabels(english, [concept.danish for concept in concepts], translation)
        self.danish_meaning = LabelMeaning([(*embedded(one), *preferred(one.others)) for one in concepts], embedder)
        self.english_meaning = LabelMeaning([concept.english[:1] for concept in concepts], embedder)
        self.middle = _middle(len(concepts), self.danish_meaning, self.english_meaning)
        self._wholes = embedder.passages([whole_text(embedded(concept), concept.english) for concept in concepts])

    def near(self, text: str, vector: Vectors) -> Floats:
        """One row for each way of comparing, from 0 to 1. Shape (len(BY_LABELS), concepts)."""
        return np.stack(
            [
                self.same.same(text),
                self.danish.near(text),
                self.english.near(text),
                self._translated.near(text),
                self.danish_meaning.near(vector),
                self.english_meaning.near(vector),
                related(cosines(self.middle, vector)),
                related(cosines(self._wholes, vector)),
            ]
        )


def preferred(others: Sequence[Sequence[str]]) -> list[str]:
    """The preferred label of each further language."""
    return [labels[0] for labels in others if labels]


def whole_text(danish: Sequence[str], english: Sequence[str]) -> str:
    """What is embedded of a concept as one passage: its first names in both languages."""
    return ". ".join((*danish[:FIRST_NAMES], *english[:FIRST_NAMES]))


def _middle(size: int, *meanings: LabelMeaning) -> Vectors:
    total = np.zeros((size, meanings[0].vectors.shape[1]), np.float32)
    for meaning in meanings:
        np.add.at(total, meaning.owner, meaning.vectors)
    lengths = np.linalg.norm(total, axis=1, keepdims=True)
    return np.asarray(total / np.maximum(lengths, 1e-9), np.float32)
