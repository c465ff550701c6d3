"""What speaks for each concept, one row a kind of evidence, every value from 0 to 1."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.concepts import Concept
from indexer.linking.labels import Floats, LabelLetters, LabelMeaning, SameLabels, cosines, related
from indexer.linking.own_occupations import Meant, OwnOccupations
from indexer.linking.translation import TranslatedLabels, learn_translation
from taxonomy.catalog import Catalog

DIRECT = (
    "same",
    "letters_danish",
    "letters_english",
    "translated",
    "meaning_danish",
    "meaning_english",
    "meaning_middle",
    "meaning_whole",
    "meaning_group",
    "meaning_wider_group",
)
WAYS = ("read", "spelt", "meant")  # how an occupation of ours is found
# How it tells of a concept. Its Danish titles and the wider ISCO group added nothing to these on the labelled titles.
BRIDGED = ("itself", "letters_english", "meaning", "group")
FIRST_NAMES = 5  # of a concept and language; more of them cost time and blur what the concept is
EVIDENCE = (*DIRECT, *(f"{way}_{kind}" for way in WAYS for kind in BRIDGED))


class Evidence:
    """Gathers the evidence for a title; what our occupations tell of the concepts is made once when first needed."""

    def __init__(
        self,
        concepts: Sequence[Concept],
        embedder: Embedder,
        catalog: Catalog,
        embedded: Callable[[Concept], Sequence[str]],
    ) -> None:
        danish = [concept.danish for concept in concepts]
        self._same = SameLabels([(*concept.danish, *concept.english) for concept in concepts])
        english = [concept.english for concept in concepts]
        self._danish, self._english = LabelLetters(danish), LabelLetters(english)
        self._translated = TranslatedLabels(english, learn_translation(concepts, catalog))
        self._danish_meaning = LabelMeaning([embedded(concept) for concept in concepts], embedder)
        self._english_meaning = LabelMeaning([concept.english[:1] for concept in concepts], embedder)
        self._middle = _middle(len(concepts), self._danish_meaning, self._english_meaning)
        self._wholes = embedder.passages([whole_text(embedded(concept), concept.english) for concept in concepts])
        self._uris = np.array([concept.uri for concept in concepts])
        self._groups = np.array([concept.isco for concept in concepts])
        self._four, self._three = (_Groups([one.isco[:digits] for one in concepts], self._middle) for digits in (4, 3))
        self._own = OwnOccupations(catalog, embedder)
        self._told: dict[int, Floats] = {}

    def of(self, text: str, vector: Vectors) -> Floats:
        """The evidence of one wording. Shape (len(EVIDENCE), concepts)."""
        direct = np.stack([self._same.same(text), *self._by_letters(text), *self._by_meaning(vector)])
        ways = (self._own.read(text), self._own.spelt_alike(text), self._own.meant_alike(vector))
        return np.concatenate([direct, *(self._bridged(meant) for meant in ways)])

    def _by_letters(self, text: str) -> tuple[Floats, Floats, Floats]:
        return self._danish.near(text), self._english.near(text), self._translated.near(text)

    def _by_meaning(self, vector: Vectors) -> tuple[Floats, ...]:
        return (
            self._danish_meaning.near(vector),
            self._english_meaning.near(vector),
            related(cosines(self._middle, vector)),
            related(cosines(self._wholes, vector)),
            self._four.near(vector),
            self._three.near(vector),
        )

    def _bridged(self, meant: Meant) -> Floats:
        best = np.zeros((len(BRIDGED), len(self._groups)), np.float32)
        for row, sure in meant.items():
            np.maximum(best, np.float32(sure) * self._tells(row), out=best)
        return best

    def _tells(self, row: int) -> Floats:
        if row not in self._told:
            self._told[row] = self._tell(row)
        return self._told[row]

    def _tell(self, row: int) -> Floats:
        occupation = self._own.all[row]
        danish, english = self._own.vectors[2 * row], self._own.vectors[2 * row + 1]
        meaning = [
            self._danish_meaning.near(danish),
            self._english_meaning.near(english),
            related(cosines(self._middle, self._own.middle[row])),
        ]
        return np.stack(
            [
                (self._uris == occupation.id).astype(np.float32),
                self._english.near_on_average(occupation.english_titles),
                np.mean(meaning, axis=0, dtype=np.float32),
                (self._groups == occupation.isco).astype(np.float32),
            ]
        )


class _Groups:
    """The middle of all concepts of one ISCO group: official titles often name the group."""

    def __init__(self, groups: Sequence[str], middle: Vectors) -> None:
        known, self._group = np.unique(np.array(groups, str), return_inverse=True)
        total = np.zeros((len(known), middle.shape[1]), np.float32)
        np.add.at(total, self._group, middle)
        total[known == ""] = 0  # those without a group have nothing in common
        self._vectors = np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-9), np.float32)

    def near(self, vector: Vectors) -> Floats:
        return np.asarray(related(cosines(self._vectors, vector))[self._group], np.float32)


def whole_text(danish: Sequence[str], english: Sequence[str]) -> str:
    """What is embedded of a concept as one passage: its first names in both languages."""
    return ". ".join((*danish[:FIRST_NAMES], *english[:FIRST_NAMES]))


def _middle(size: int, *meanings: LabelMeaning) -> Vectors:
    total = np.zeros((size, meanings[0].vectors.shape[1]), np.float32)
    for meaning in meanings:
        np.add.at(total, meaning.owner, meaning.vectors)
    lengths = np.linalg.norm(total, axis=1, keepdims=True)
    return np.asarray(total / np.maximum(lengths, 1e-9), np.float32)
