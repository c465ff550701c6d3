"""Translates Danish words to English, as labels and our vocabulary tell, so that Danish titles can meet English labels.

Official files hold far more English names of a job than Danish ones. Danish labels are compared by their translation
too: words that mean the same in English mean the same in Danish.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from indexer.linking.concepts import Concept
from indexer.linking.job_words import DANISH, vocabulary_of
from indexer.linking.label_words import LabelWords
from indexer.linking.labels import Floats, LabelOwners, Labels
from taxonomy.catalog import Catalog
from taxonomy.language import analyse

ROUNDS = 6  # of expectation maximisation (IBM model 1); more change nothing
MOST_LABELS = 6  # of a concept and language; later ones are looser names
OTHER_LABELS = 0.4  # what a pair counts for that is not of the two preferred labels
# Labels that an entry of the vocabulary counts for, by its first English meaning and by each other (development titles)
FIRST_MEANING, OTHER_MEANING = 4.0, 2.4
LEAST, LIKELY = 0.01, 0.05  # chances of a translation: worth another round, worth keeping
DOUBT = 0.5  # pairs; a word seen once translates to nothing for certain
UNSEEN = 9.0  # rarity of a word that none of some ten thousand labels has
BY_NO_WORD = 0.01  # chance that an English word stands for none of the Danish ones

Stems = tuple[str, ...]
Pair = tuple[Stems, Stems, float]


@dataclass(frozen=True, slots=True)
class Translation:
    """For each Danish stem the English stems that it may mean, with their chances."""

    chances: Mapping[str, Sequence[tuple[str, float]]]
    words: LabelWords

    def english(self, text: str) -> dict[str, float]:
        """The English stems of a Danish text, each by its best chance."""
        found: dict[str, float] = {}
        for stem in self.words.danish_stems(text):
            for english, chance in self.chances.get(stem, ((stem, 1.0),)):
                found[english] = max(found.get(english, 0.0), chance)
        return found


def learn_translation(concepts: Sequence[Concept], catalog: Catalog, words: LabelWords) -> Translation:
    """The translation that our vocabulary and the concepts' and our occupations' labels tell; the same each time."""
    labels = [(one.danish, one.english) for one in concepts]
    labels += [(one.titles, (one.english, *one.english_titles)) for one in catalog.occupations.values()]
    found: dict[str, list[tuple[str, float]]] = {}
    for (danish, english), chance in _chances([*_pairs(labels, words), *_vocabulary(words)]).items():
        if chance > LIKELY:
            found.setdefault(danish, []).append((english, chance))
    return Translation(found, words)


class TranslatedLabels:
    """Compares Danish titles with labels by English stems, weighted by rarity; Danish labels by their translation."""

    def __init__(self, english: Labels, danish: Labels, translation: Translation) -> None:
        self._translation = translation
        self._english = _LabelStems([[dict.fromkeys(_stems(label), 1.0) for label in labels] for labels in english])
        # A word of the title that no Danish label has counts against them: English ones are often said otherwise.
        self._danish = _LabelStems([[*map(translation.english, labels)] for labels in danish], unseen=UNSEEN)

    def near(self, text: str) -> Floats:
        """How near each concept's nearest label is to the Danish text, from 0 to 1. Shape (concepts,)."""
        stems = self._translation.english(text)
        return np.maximum(self._english.near(stems), self._danish.near(stems))


class _LabelStems:
    """Labels as English stems with their chances, found by cosine; a stem of no label has the rarity `unseen`."""

    def __init__(self, stems: Sequence[Sequence[Mapping[str, float]]], unseen: float = 0.0) -> None:
        self._owners, self._unseen = LabelOwners([len(of_concept) for of_concept in stems]), unseen
        labels = [label for of_concept in stems for label in of_concept]
        having: dict[str, list[tuple[int, float]]] = {}
        for row, label in enumerate(labels):
            for stem, chance in label.items():
                having.setdefault(stem, []).append((row, chance))
        self._rows = {stem: np.array([row for row, _ in found], np.intp) for stem, found in having.items()}
        self._chances = {stem: np.array([chance for _, chance in found], np.float32) for stem, found in having.items()}
        self._rarity = {
            stem: float(np.log((1 + len(labels)) / (1 + len(found))) + 0.3) for stem, found in having.items()
        }
        squares = [sum((chance * self._rarity[stem]) ** 2 for stem, chance in label.items()) for label in labels]
        self._lengths = np.sqrt(np.maximum(np.array(squares, np.float32), 1e-6))

    def near(self, stems: Mapping[str, float]) -> Floats:
        """How near each concept's nearest label is. Shape (concepts,)."""
        shared, square = np.zeros(len(self._lengths), np.float32), 0.0
        for stem, chance in stems.items():
            rarity = self._rarity.get(stem, self._unseen)
            square += (chance * rarity) ** 2
            if stem in self._rows:
                shared[self._rows[stem]] += chance * self._chances[stem] * rarity**2
        return self._owners.highest(shared / (self._lengths * max(square**0.5, 1e-6)))


def _stems(text: str) -> Stems:
    return tuple(dict.fromkeys(analyse(text)))


def _vocabulary(words: LabelWords) -> Iterator[Pair]:
    """The written vocabulary: labels alone leave it open which of their words stand for each other."""
    for english, word in vocabulary_of(DANISH):
        for place, meaning in enumerate(english):
            yield words.danish_stems(word), _stems(meaning), OTHER_MEANING if place else FIRST_MEANING


def _pairs(labels: Iterable[tuple[Sequence[str], Sequence[str]]], words: LabelWords) -> list[Pair]:
    found: list[Pair] = []
    for danish, english in labels:
        if not danish or not english:
            continue
        one = [words.danish_stems(label) for label in danish[:MOST_LABELS]]
        other = [_stems(label) for label in english[:MOST_LABELS]]
        found.append((one[0], other[0], 1.0))
        found += [(stems, other[0], OTHER_LABELS) for stems in one[1:]]
        found += [(one[0], stems, OTHER_LABELS) for stems in other[1:]]
    return [pair for pair in found if pair[0] and pair[1]]


def _chances(pairs: Sequence[Pair]) -> dict[tuple[str, str], float]:
    """How probably each Danish stem means each English one that stands in a pair with it.

    In every round each English word is divided among the Danish words of its pair by the chances so far.
    """
    told = [(danish, word, counts) for danish, english, counts in pairs for word in english]
    meanings = [(stem, word) for danish, word, _ in told for stem in danish]
    rows = {meaning: row for row, meaning in enumerate(dict.fromkeys(meanings))}
    stems = {stem: row for row, stem in enumerate(dict.fromkeys(stem for stem, _ in rows))}
    row, stem = np.array([rows[one] for one in meanings], np.intp), np.array([stems[one] for one, _ in rows], np.intp)
    lengths = [len(danish) for danish, _, _ in told]
    word, counts = (np.repeat(some, lengths) for some in (np.arange(len(told)), [one for _, _, one in told]))
    chances = np.ones(len(rows))
    for _ in range(ROUNDS):
        shares = chances[row]
        divided = counts * shares / (BY_NO_WORD + np.bincount(word, shares))[word]
        together = np.bincount(row, divided)
        chances = together / (np.bincount(stem, together)[stem] + DOUBT)
        chances[chances <= LEAST] = 0
    return dict(zip(rows, chances.tolist(), strict=True))
