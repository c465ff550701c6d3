"""The evidence for each skill: its own labels, and those of the nearest entries in our vocabulary of demands.

People ask for "Excel" or "TIG" where a taxonomy says "bruge regneark"; our vocabulary knows many wordings of each.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.by_labels import ByLabels
from indexer.linking.concepts import Concept
from indexer.linking.labels import Floats, LabelLetters
from indexer.linking.shares import shares_of
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.vocabulary import Entry, load_vocabulary

BY_LABELS = (
    "same",
    "letters_danish",
    "translated",
    "meaning_danish",
    "meaning_english",
    "meaning_middle",
    "meaning_whole",
)
BRIDGED = ("letters_danish", "translated", "meaning_danish", "meaning_middle", "meaning_whole")
GATHERED = (*BY_LABELS, *(f"spelt_{kind}" for kind in BRIDGED))
SKILL_EVIDENCE = (*GATHERED, *shares_of(BY_LABELS))
NEAREST = 3  # entries of the vocabulary
NEAR_ENOUGH = 0.45  # cosine by letters; below it another word is meant (invented phrases of ads, development)
MOST_WORDINGS = 8  # of an entry; later ones are looser
_KINDS = (RequirementKind.SKILL, RequirementKind.CERTIFICATE)


class SkillEvidence:
    """Gathers the evidence for a phrase; what an entry of the vocabulary says is computed once, when needed."""

    shared = len(BY_LABELS)

    def __init__(self, concepts: Sequence[Concept], embedder: Embedder, labels: ByLabels) -> None:
        self._size, self._embedder, self._labels = len(concepts), embedder, labels
        self._entries = [entry for entry in load_vocabulary().values() if entry.kind in _KINDS]
        self._letters = LabelLetters([_wordings(entry) for entry in self._entries])
        self._by_entry: dict[int, Floats] = {}

    def of(self, text: str, vector: Vectors) -> Floats:
        """The evidence of one wording. Shape (len(GATHERED), concepts)."""
        near = self._letters.near(text)
        best = np.zeros((len(BRIDGED), self._size), np.float32)
        for row in np.argsort(-near, kind="stable")[:NEAREST].tolist():
            if near[row] >= NEAR_ENOUGH:
                np.maximum(best, near[row] * self._of_entry(row), out=best)
        return np.concatenate([self._labels.near(text, vector, BY_LABELS), best])

    def _of_entry(self, row: int) -> Floats:
        if row not in self._by_entry:
            texts = _wordings(self._entries[row])[:MOST_WORDINGS]
            vectors = self._embedder.queries(texts)
            found = [self._labels.near(*worded, BRIDGED) for worded in zip(texts, vectors, strict=True)]
            self._by_entry[row] = np.max(found, axis=0)
        return self._by_entry[row]


def _wordings(entry: Entry) -> list[str]:
    return list(dict.fromkeys((entry.key, *entry.wordings)))
