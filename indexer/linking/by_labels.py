"""How near a text is to the concepts' labels: by equality, letters, translation and meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import chain

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.concepts import Concept
from indexer.linking.label_words import LabelWords
from indexer.linking.labels import Floats, LabelLetters, LabelMeaning, SameLabels, cosines, middle, related
from indexer.linking.telling_labels import telling
from indexer.linking.translation import TranslatedLabels, learn_translation
from taxonomy.catalog import Catalog

FIRST_NAMES = 3  # of a concept and language; five are no better (development titles) and take half as long again
MOST_FURTHER = 20  # labels of a concept in all further languages together; official files come in some thirty


class ByLabels:
    """Compares texts with the concepts' labels in each way that is asked for, and makes ready for no other.

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
        self._english = [concept.english for concept in concepts]
        self._names = [(*one.danish, *chain(*one.others)) for one in concepts]
        both = zip(self._names, self._english, strict=True)
        self.same = SameLabels([(*names, *english) for names, english in both])
        translation = learn_translation(concepts, catalog, words)
        self._translated = TranslatedLabels(self._english, self._names, translation)
        self.danish_meaning = LabelMeaning([names_to_embed(one, most_names) for one in concepts], embedder)
        self.english_meaning = LabelMeaning([labels[:1] for labels in self._english], embedder)
        self.middle = middle(len(concepts), self.danish_meaning, self.english_meaning)
        self._wholes = embedder.passages([whole_text(one, most_names) for one in concepts])
        self._ways: dict[str, Callable[[str, Vectors], Floats]] = {
            "same": lambda text, _: self.same.same(text),
            "letters_danish": lambda text, _: self.danish.near(text),
            "translated": lambda text, _: self._translated.near(text),
            "meaning_danish": lambda _, vector: self.danish_meaning.near(vector),
            "meaning_english": lambda _, vector: self.english_meaning.near(vector),
            "meaning_middle": lambda _, vector: related(cosines(self.middle, vector)),
            "meaning_whole": lambda _, vector: related(cosines(self._wholes, vector)),
        }

    @cached_property
    def danish(self) -> LabelLetters:
        """The letters of labels in all languages but English."""
        return LabelLetters(self._names)

    @cached_property
    def english(self) -> LabelLetters:
        """The letters of English labels."""
        return LabelLetters(self._english)

    def near(self, text: str, vector: Vectors, ways: Sequence[str]) -> Floats:
        """One row for each way of comparing, from 0 to 1. Shape (ways, concepts)."""
        return np.stack([self._ways[way](text, vector) for way in ways])


def names_to_embed(concept: Concept, most_danish: int | None = None) -> tuple[str, ...]:
    """The Danish labels, then of each further language as many telling ones as there is room for."""
    room = max(MOST_FURTHER // max(len(concept.others), 1), 1)
    return (*concept.danish[:most_danish], *chain(*(telling(labels)[:room] for labels in concept.others)))


def whole_text(concept: Concept, most_danish: int | None = None) -> str:
    """What is embedded of a concept as one passage: its first names in Danish and English, or in the first two."""
    languages = (concept.danish[:most_danish], telling(concept.english), *map(telling, concept.others))
    told = [labels for labels in languages if labels][:2]
    return ". ".join(name for labels in told for name in labels[:FIRST_NAMES])
