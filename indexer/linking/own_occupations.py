"""Our own taxonomy as a bridge: which of our occupations a title means, and what those are called elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.linking.labels import LabelLetters, LabelMeaning, cosines
from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation
from taxonomy.reading.reader import reader_of

Meant = Mapping[int, float]  # row of the occupation -> how sure, 0 to 1
LATER_TITLE = 0.9  # weight of each later title in a line: the first one is most often the job
NEAREST = 5  # occupations; the true one is among them for nearly every labelled title
SHARPNESS = 0.02  # of cosine: how much nearer a clearly better occupation is (labelled titles, development half)


class OwnOccupations:
    """Finds occupations by the reader's rules, by letters and by meaning."""

    def __init__(self, catalog: Catalog, embedder: Embedder) -> None:
        self.all: tuple[Occupation, ...] = tuple(catalog.occupations.values())
        self._rows = {found.id: row for row, found in enumerate(self.all)}
        self._reader = reader_of(catalog)
        self._letters = LabelLetters([(*found.titles, *found.english_titles) for found in self.all])
        self.vectors = LabelMeaning([(found.label, found.english) for found in self.all], embedder).vectors
        middle = self.vectors[::2] + self.vectors[1::2]
        self.middle = middle / np.maximum(np.linalg.norm(middle, axis=1, keepdims=True), 1e-9)

    def read(self, text: str) -> Meant:
        """The occupations whose titles stand in the text, also inflected, joined, cut short or misspelt."""
        found: dict[int, float] = {}
        for place, title in enumerate(self._reader.found_titles(self._reader.cut(text))):
            for meant in title.meant:
                row = self._rows[meant.occupation]
                found[row] = max(found.get(row, 0.0), meant.score * LATER_TITLE**place)
        return found

    def spelt_alike(self, text: str) -> Meant:
        """The occupations with the titles nearest by letters, by their cosine."""
        return _nearest(self._letters.near(text))

    def meant_alike(self, vector: Vectors) -> Meant:
        """The occupations nearest by meaning, as shares of one."""
        of_labels = cosines(self.vectors, vector)
        near = np.maximum(np.maximum(of_labels[::2], of_labels[1::2]), cosines(self.middle, vector))
        nearest = _nearest(near)
        best = max(nearest.values(), default=0.0)
        raised = {row: float(np.exp((cosine - best) / SHARPNESS)) for row, cosine in nearest.items()}
        return {row: value / sum(raised.values()) for row, value in raised.items()}


def _nearest(values: Vectors) -> Meant:
    rows = np.argsort(-values, kind="stable")[:NEAREST]
    return {int(row): float(values[row]) for row in rows if values[row] > 0}
