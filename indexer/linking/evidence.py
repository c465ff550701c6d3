"""The evidence for each occupation: one row for each kind of evidence, every value from 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.by_labels import ByLabels
from indexer.linking.concepts import Concept
from indexer.linking.groups import GroupMiddles, GroupNames
from indexer.linking.labels import Floats, LabelMeaning, cosines, related
from indexer.linking.own_occupations import Meant, OwnOccupations
from indexer.linking.shares import shares_of
from indexer.linking.taught import TAUGHT, TaughtMeaning, taught_for
from indexer.linking.telling_labels import telling
from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation

# Beside the taught directions, letters and the plain meaning of single labels got no weight (labelled titles).
BY_LABELS = ("same", "translated", "meaning_whole")
BY_GROUPS = ("meaning_group", "meaning_wider_group", "meaning_group_name")
WAYS = ("read", "spelt", "meant")  # how an occupation of ours is found
# How our occupation points to a concept. Danish titles and the wider ISCO group added nothing on the labelled titles.
BRIDGED = ("itself", "letters_english", "meaning", "group")
SHARED = (*BY_LABELS, *TAUGHT)
GATHERED = (*SHARED, *BY_GROUPS, *(f"{way}_{kind}" for way in WAYS for kind in BRIDGED))
EVIDENCE = (*GATHERED, *shares_of(SHARED))


class LinkEvidence(Protocol):
    """Gathers the evidence for each concept; the first rows of it, `shared`, get shares."""

    shared: int

    def of(self, text: str, vector: Vectors) -> Floats:
        """The evidence of one wording, without shares. Shape (kinds, concepts)."""


class OccupationEvidence:
    """Gathers the evidence for a title; what our occupations say about the concepts is computed once, when needed."""

    shared = len(SHARED)

    def __init__(
        self,
        concepts: Sequence[Concept],
        embedder: Embedder,
        catalog: Catalog,
        labels: ByLabels,
        most_names: int | None = None,
    ) -> None:
        self._labels = labels
        english = LabelMeaning([telling(concept.english)[:most_names] for concept in concepts], embedder)
        self._taught = TaughtMeaning(len(concepts), labels.danish_meaning, english, taught_for(embedder))
        self._uris = np.array([concept.uri for concept in concepts])
        self._isco = np.array([concept.isco for concept in concepts])
        middle = labels.middle
        self._four, self._three = (GroupMiddles([one.isco[:digits] for one in concepts], middle) for digits in (4, 3))
        self._named = GroupNames([concept.group_names for concept in concepts], embedder)
        self._own = OwnOccupations(catalog, embedder)
        self._in_english = any(concept.english for concept in concepts)
        self._by_occupation: dict[int, Floats] = {}

    def of(self, text: str, vector: Vectors) -> Floats:
        """The evidence of one wording. Shape (len(GATHERED), concepts)."""
        by_groups = np.stack([groups.near(vector) for groups in (self._four, self._three, self._named)])
        ways = (self._own.read(text), self._own.spelt_alike(text), self._own.meant_alike(vector))
        by_labels = (self._labels.near(text, vector, BY_LABELS), self._taught.near(vector))
        return np.concatenate([*by_labels, by_groups, *(self._bridged(meant) for meant in ways)])

    def _bridged(self, meant: Meant) -> Floats:
        best = np.zeros((len(BRIDGED), len(self._uris)), np.float32)
        for row, sure in meant.items():
            np.maximum(best, np.float32(sure) * self._of_occupation(row), out=best)
        return best

    def _of_occupation(self, row: int) -> Floats:
        if row not in self._by_occupation:
            self._by_occupation[row] = self._compare(row)
        return self._by_occupation[row]

    def _compare(self, row: int) -> Floats:
        occupation, labels = self._own.all[row], self._labels
        meaning = [
            labels.danish_meaning.near(self._own.vectors[2 * row]),
            labels.english_meaning.near(self._own.vectors[2 * row + 1]),
            related(cosines(labels.middle, self._own.middle[row])),
        ]
        return np.stack(
            [
                (self._uris == occupation.id).astype(np.float32),
                self._by_letters(occupation),
                np.mean(meaning, axis=0, dtype=np.float32),
                (self._isco == occupation.isco).astype(np.float32),
            ]
        )

    def _by_letters(self, occupation: Occupation) -> Floats:
        """English names of a job say more than Danish ones, where the concepts have any."""
        if self._in_english:
            return self._labels.english.near_on_average(occupation.english_titles)
        return self._labels.danish.near_on_average(occupation.titles)
