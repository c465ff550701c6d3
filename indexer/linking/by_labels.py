"""How near a text is to the concepts' labels: by equality, letters, translation and meaning."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.concepts import Concept
from indexer.linking.label_words import LabelWords
from indexer.linking.labels import Floats, LabelLetters, LabelMeaning, SameLabels, cosines, middle, related
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
FIRST_NAMES = 5  # of a concept and language; more of them blur what the concept is


class ByLabels:
    """Compares texts with the concepts' labels in every way that BY_LABELS names.

    `most_names`: how many Danish labels are embedded, if not all.
    """

    def __init__(
        self,
        concepts: Sequence[Concept],
        embedder: Embedder,
        catalog: Catalog,
        words: LabelWords,
        most_names: int | None = None,
    ) -> None:
        english, others = [concept.english for concept in concepts], [[*chain(*one.others)] for one in concepts]
        danish = [concept.danish[:most_names] for concept in concepts]
        self.same = SameLabels([(*one.danish, *one.english, *more) for one, more in zip(concepts, others, strict=True)])
        self.danish = LabelLetters([(*one.danish, *more) for one, more in zip(concepts, others, strict=True)])
        self.english = LabelLetters(english)
        translation = learn_translation(concepts, catalog, words)
        self._translated = TranslatedLabels(english, [concept.danish for concept in concepts], translation)
        names = [(*some, *preferred(one.others)) for some, one in zip(danish, concepts, strict=True)]
        self.danish_meaning = LabelMeaning(names, embedder)
        self.english_meaning = LabelMeaning([labels[:1] for labels in english], embedder)
        self.middle = middle(len(concepts), self.danish_meaning, self.english_meaning)
        self._wholes = embedder.passages([whole_text(*names) for names in zip(danish, english, strict=True)])

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
